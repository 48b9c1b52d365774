import type { Station } from '../../src/adapters/station/index.ts'

/** What may keep a gateway from its work, the gravest first. */
const CAUSES = ['journal', 'exchange', 'line', 'market', 'strategies'] as const
type Cause = (typeof CAUSES)[number]
/** With these it does not do its work at all. */
const DISABLING: ReadonlySet<Cause> = new Set(['journal', 'exchange'])

/** How the gateway is, as its beat tells it: the gravest of what is wrong. */
export class Condition {
  readonly #heart: Station['heart']
  readonly #notes = new Map<Cause, string>()

  constructor(heart: Station['heart']) {
    this.#heart = heart
  }

  /** @param note in words; empty once it is over. */
  is(cause: Cause, note: string): void {
    if ((this.#notes.get(cause) ?? '') === note) return
    if (note === '') this.#notes.delete(cause)
    else this.#notes.set(cause, note)
    this.#tell()
  }

  #tell(): void {
    for (const cause of CAUSES) {
      const note = this.#notes.get(cause)
      if (note === undefined) continue
      if (DISABLING.has(cause)) this.#heart.waitsFor(note)
      else this.#heart.isReady(note)
      return
    }
    this.#heart.isReady()
  }
}
