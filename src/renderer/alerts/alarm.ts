import { isRunOver } from '../../core/replica/index.ts'
import type { Desk } from '../desk/index.ts'
import type { PreferenceStore } from '../preferences/index.ts'
import { alertOf } from './alert-level.ts'
import type { AlertLevel } from './alert-level.ts'

/** Milliseconds between two soundings of an alarm that nobody acknowledged. */
const AGAIN = 2000
/** Fills and warnings sound at most so often, however many there are. */
const LEAST_GAP = 300

/** What sounds; the page's `Tones`, or a test's ears. */
export interface Voice {
  readonly play: (level: AlertLevel) => void
}

/**
 * Sounds fills and warnings once, and alarms until they are acknowledged or over: a critical halt,
 * or a line that broke. A window that opens makes no noise about the past.
 */
export class Alarm {
  readonly #voice: Voice
  readonly #preferences: PreferenceStore
  readonly #now: () => number
  #sounding = false
  #lastAt = -Infinity
  #alarmAt = -Infinity

  constructor(desk: Desk, preferences: PreferenceStore, voice: Voice, now: () => number) {
    this.#voice = voice
    this.#preferences = preferences
    this.#now = now
    desk.listen({
      onFact: (_, fact) => {
        const level = alertOf(fact)
        if (level === 'critical') this.#sounding = true
        else if (level !== undefined) this.#once(level)
        if (fact.kind === 'state' && fact.state === 'active') this.#sounding = false
      },
    })
    desk.session.listen({
      onStatus: ({ phase }) => {
        if (phase === 'lost' && !isRunOver(desk.replica)) this.#sounding = true
        else if (phase === 'following') this.#sounding = false
      },
    })
  }

  get sounding(): boolean {
    return this.#sounding
  }

  acknowledge(): void {
    this.#sounding = false
  }

  /** To be called a few times a second. */
  look(): void {
    if (!this.#sounding || this.#now() - this.#alarmAt < AGAIN) return
    this.#alarmAt = this.#now()
    this.#play('critical')
  }

  #once(level: AlertLevel): void {
    if (this.#now() - this.#lastAt < LEAST_GAP) return
    this.#lastAt = this.#now()
    this.#play(level)
  }

  #play(level: AlertLevel): void {
    if (this.#preferences.getState().sounds) this.#voice.play(level)
  }
}
