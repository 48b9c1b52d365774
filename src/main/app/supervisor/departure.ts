import type { Micros } from '../../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { EndSignal } from '../../../core/ports/index.ts'

/** A process that is to leave. */
export interface Leaver {
  readonly key: string
  /** Those of a lower stage leave first; the next stage begins once all of them are gone. */
  readonly stage: number
}

export type DepartureEffect =
  /** Told through its door to leave in good order. */
  | { readonly kind: 'ask'; readonly key: string }
  | { readonly kind: 'signal'; readonly key: string; readonly signal: EndSignal }

/** It is asked again while it is there: the line to its door may just be coming up. */
const ASK_EVERY = 500 * MICROS_PER_MILLISECOND
/** Time to cancel what works, to write down what waits, and to close. */
const PATIENCE = 8 * MICROS_PER_SECOND
const AFTER_SIGNAL = 2 * MICROS_PER_SECOND
/** The same, once a person asked a second time. */
const HURRIED = MICROS_PER_SECOND
/** A process may outlive even that for a while, as one whose disk does not answer. */
const KILL_EVERY = MICROS_PER_SECOND

interface Leaving extends Leaver {
  askAt: number
  signalAt: number
  killAt: number
}

/**
 * Has processes leave, stage by stage: asked, then signalled, then killed. Decides, does nothing.
 */
export class Departure {
  readonly #leavers = new Map<string, Leaving>()
  #hurried = false

  constructor(leavers: readonly Leaver[]) {
    for (const leaver of leavers) {
      this.#leavers.set(leaver.key, { ...leaver, askAt: NaN, signalAt: NaN, killAt: NaN })
    }
  }

  get done(): boolean {
    return this.#leavers.size === 0
  }

  has(key: string): boolean {
    return this.#leavers.has(key)
  }

  /** From now on nobody is waited for long. */
  hurry(now: Micros): void {
    this.#hurried = true
    for (const leaver of this.#leavers.values()) {
      if (Number.isNaN(leaver.askAt)) continue
      leaver.signalAt = Math.min(leaver.signalAt, now + HURRIED)
      leaver.killAt = Math.min(leaver.killAt, now + 2 * HURRIED)
    }
  }

  gone(key: string): void {
    this.#leavers.delete(key)
  }

  tick(now: Micros): readonly DepartureEffect[] {
    const stage = Math.min(...[...this.#leavers.values()].map((each) => each.stage))
    const effects: DepartureEffect[] = []
    for (const leaver of this.#leavers.values()) {
      if (leaver.stage === stage) effects.push(...urge(leaver, now, this.#hurried))
    }
    return effects
  }
}

function urge(leaver: Leaving, now: Micros, hurried: boolean): readonly DepartureEffect[] {
  const { key } = leaver
  if (Number.isNaN(leaver.askAt)) {
    leaver.askAt = now
    leaver.signalAt = now + (hurried ? HURRIED : PATIENCE)
    leaver.killAt = leaver.signalAt + (hurried ? HURRIED : AFTER_SIGNAL)
  }
  if (now >= leaver.killAt) {
    leaver.killAt = now + KILL_EVERY
    return [{ kind: 'signal', key, signal: 'kill' }]
  }
  if (now >= leaver.signalAt) {
    leaver.signalAt = Infinity
    leaver.askAt = Infinity
    return [{ kind: 'signal', key, signal: 'end' }]
  }
  if (now < leaver.askAt) return []
  leaver.askAt = now + ASK_EVERY
  return [{ kind: 'ask', key }]
}
