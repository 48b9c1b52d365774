import type { Undrawn } from '../../desk/measures.ts'
import type { ChartSettings } from './settings.ts'

/** Work of a frame that fits: milliseconds. */
const FITS = 16.7
/** Late for so long, and so many frames in a row: something is left out. */
const LATE_FOR = 1_000
const LATE_FRAMES = 10
/** In time for so long: something is drawn again. */
const CALM_FOR = 10_000

/** Whether frames keep up. 0: all is drawn. 1: without heat. 2: without heat and bubbles. */
export class FrameLoad {
  level: 0 | 1 | 2 = 0
  #lateSince = Number.NaN
  #calmSince = Number.NaN
  #late = 0

  /**
   * @param work of a frame, @param now its begin; milliseconds. @returns whether the level changed.
   */
  take(work: number, now: number): boolean {
    const before = this.level
    if (work > FITS) {
      this.#calmSince = Number.NaN
      if (Number.isNaN(this.#lateSince)) this.#lateSince = now
      this.#late++
      if (this.#late >= LATE_FRAMES && now - this.#lateSince >= LATE_FOR && this.level < 2) {
        this.level++
        this.#lateSince = now
        this.#late = 0
      }
    } else {
      this.#lateSince = Number.NaN
      this.#late = 0
      if (Number.isNaN(this.#calmSince)) this.#calmSince = now
      if (now - this.#calmSince >= CALM_FOR && this.level > 0) {
        this.level--
        this.#calmSince = now
      }
    }
    return before !== this.level
  }
}

/** What a person wants to see and does not at this level; bars have neither heat nor bubbles. */
export function undrawn(
  level: FrameLoad['level'],
  { heat, bubbles, period }: Pick<ChartSettings, 'heat' | 'bubbles' | 'period'>,
): readonly Undrawn[] {
  if (period !== 'tick') return []
  const without: Undrawn[] = []
  if (level >= 1 && heat) without.push('heat')
  if (level === 2 && bubbles) without.push('bubbles')
  return without
}
