import { Schedule } from '../../src/adapters/run/schedule.ts'
import type { RunPhase, Saying } from '../../src/core/contracts/index.ts'
import { saying } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { never } from '../../src/core/domain/index.ts'
import type { ReplayCommand } from './feed.ts'

type Going = Extract<RunPhase, 'playing' | 'paused' | 'seeking'>

/** How fast a replay goes, and how far: what a person tells it, kept apart from what it plays. */
export class ReplayControls {
  phase: Going = 'playing'
  speed: number
  /** Why the last command was not carried out; undefined where it was. */
  refusal: Saying | undefined
  readonly #wall: () => number
  #schedule: Schedule
  /** The schedule counts anew from the next moment that is asked for. */
  #anew = true
  #asleep = false
  /** Quotes that may still be played before it pauses by itself. */
  #left = Infinity
  #seekUntil = NaN
  #thereafter: Going = 'playing'
  /** Beats before it are not waited for: it ends a break between two sessions. */
  #breakUntil = -Infinity

  /** @param wall milliseconds that never run backward. */
  constructor(speed: number, wall: () => number) {
    this.speed = speed
    this.#wall = wall
    this.#schedule = new Schedule(speed, wall)
  }

  /** @param now session time. */
  command({ action, value }: ReplayCommand, now: Micros): void {
    this.refusal = undefined
    switch (action) {
      case 'play':
        return this.#go('playing')
      case 'pause':
        return this.#go('paused')
      case 'step':
        if (!(Number.isSafeInteger(value) && value > 0)) {
          return this.#refuse(saying('replay.bad-step', { value }))
        }
        this.#go('playing')
        this.#left = value
        return
      case 'speed':
        if (!(value > 0)) return this.#refuse(saying('replay.bad-speed', { value }))
        this.speed = value
        this.#anew = true
        return
      case 'seek':
        if (!(value >= now)) {
          return this.#refuse(saying('replay.back'))
        }
        if (this.phase !== 'seeking')
          this.#thereafter = this.#left < Infinity ? 'paused' : this.phase
        this.phase = 'seeking'
        this.#left = Infinity
        this.#seekUntil = value
        return
      default:
        never(action)
    }
  }

  /** Stands still while the machine sleeps, and counts anew when it wakes. */
  power(asleep: boolean): void {
    this.#asleep = asleep
    this.#anew = true
  }

  /** Nothing but beats lies before the quote at `until`; a long break is cut short. */
  stretch(from: Micros, until: Micros): void {
    if (this.#schedule.skips(from, until)) this.#breakUntil = until
  }

  /** Milliseconds until a moment may come: 0 or less for now, Infinity while time stands. */
  left(at: Micros, now: Micros): number {
    if (this.#asleep || this.phase === 'paused') return Infinity
    if (this.phase === 'seeking') {
      if (at < this.#seekUntil) return 0
      this.#go(this.#thereafter)
      return this.left(at, now)
    }
    if (this.#left !== Infinity || this.speed === Infinity || at < this.#breakUntil) return 0
    if (this.#anew) {
      this.#anew = false
      this.#schedule = new Schedule(this.speed, this.#wall)
      this.#schedule.begin(now)
      this.#schedule.skips(now, at)
    }
    return this.#schedule.left(at)
  }

  /** A quote was played. */
  played(): void {
    if (this.#left === Infinity) return
    this.#left--
    if (this.#left === 0) this.#go('paused')
  }

  #go(phase: Going): void {
    this.phase = phase
    this.#left = Infinity
    this.#anew = true
  }

  #refuse(why: Saying): void {
    this.refusal = why
  }
}
