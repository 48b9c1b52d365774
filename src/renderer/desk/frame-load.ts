import { isOver } from '../../core/desk/budgets.ts'

/** Late for so long, and so many frames in a row: something is left out. */
const LATE_FOR = 1_000
const LATE_FRAMES = 10
/**
 * In time for so long: something is drawn again. A few late frames are none the worse, as in the
 * budget, which is for 95 of 100: one pause of the machine each ten seconds would keep it away.
 */
const CALM_FOR = 10_000
const LATE_SHARE = 0.05

/** What may be left out where frames are late, in the order in which it is. */
export const UNDRAWN = ['heat', 'bubbles', 'tape'] as const
export type Undrawn = (typeof UNDRAWN)[number]

/** Whether frames keep up. Ladder, ticket and alarms are left out at no level. */
export class FrameLoad {
  /** How many of `UNDRAWN` are left out: 0 while all is drawn. */
  level = 0
  #lateSince = Number.NaN
  /** Late frames in a row. */
  #late = 0
  #calmSince = Number.NaN
  /** Frames since then, and those of them that were late. */
  #frames = 0
  #lateFrames = 0

  /**
   * @param work of a frame, @param now its begin; milliseconds. @returns whether the level changed.
   */
  take(work: number, now: number): boolean {
    const before = this.level
    const isLate = isOver('frameWork', work)
    if (Number.isNaN(this.#calmSince)) this.#beginCalm(now)
    this.#frames++
    if (isLate) this.#lateFrames++
    this.#late = isLate ? this.#late + 1 : 0
    if (!isLate) this.#lateSince = Number.NaN
    else if (Number.isNaN(this.#lateSince)) this.#lateSince = now
    if (this.#late >= LATE_FRAMES) {
      this.#beginCalm(now)
      if (now - this.#lateSince >= LATE_FOR) {
        this.level = Math.min(UNDRAWN.length, before + 1)
        this.#lateSince = now
        this.#late = 0
      }
    } else if (now - this.#calmSince >= CALM_FOR) {
      if (this.#lateFrames <= this.#frames * LATE_SHARE) this.level = Math.max(0, before - 1)
      this.#beginCalm(now)
    }
    return before !== this.level
  }

  #beginCalm(now: number): void {
    this.#calmSince = now
    this.#frames = 0
    this.#lateFrames = 0
  }
}
