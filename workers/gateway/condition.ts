import type { Station } from '../../src/adapters/station/index.ts'
import type { Saying } from '../../src/core/contracts/index.ts'
import { saysTheSame } from '../../src/core/contracts/index.ts'

/** What may keep a gateway from its work, the gravest first. */
const CAUSES = ['journal', 'exchange', 'line', 'market', 'strategies'] as const
type Cause = (typeof CAUSES)[number]
/** With these it does not do its work at all. */
const DISABLING: ReadonlySet<Cause> = new Set(['journal', 'exchange'])

/** How the gateway is, as its beat tells it: the gravest of what is wrong. */
export class Condition {
  readonly #heart: Station['heart']
  readonly #notes = new Map<Cause, Saying>()

  constructor(heart: Station['heart']) {
    this.#heart = heart
  }

  is(cause: Cause, note: Saying): void {
    const told = this.#notes.get(cause)
    if (told !== undefined && saysTheSame(told, note)) return
    this.#notes.set(cause, note)
    this.#tell()
  }

  isOver(cause: Cause): void {
    if (this.#notes.delete(cause)) this.#tell()
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
