import type { Undrawn } from './frame-load.ts'
import { FrameLoad, UNDRAWN } from './frame-load.ts'

/** Layers that begin within so many milliseconds are of one picture: less than a frame is long. */
const PICTURE = 15

/**
 * What the whole window leaves out for want of time: judged once, by all that its frames cost,
 * whichever panels are open; everyone who leaves something out asks here.
 */
export class Shedding {
  readonly #load = new FrameLoad()
  readonly #listeners = new Set<() => void>()
  /** Since the last frame was judged: the dearest drawing, and the newest with its begin. */
  #dearest = 0
  #newest = 0
  #begun = -Infinity

  /**
   * Work for the screen beside the window's own frames, as of a library that draws in its own.
   * Layers of one picture are one drawing; pictures that follow one another, as while a person
   * pans a quiet market, are several, and none is late because of the others.
   *
   * @param millis that it took, @param begun when it began.
   */
  spend(millis: number, begun: number): void {
    if (begun - this.#begun >= PICTURE) {
      this.#begun = begun
      this.#newest = 0
    }
    this.#newest += millis
    this.#dearest = Math.max(this.#dearest, this.#newest)
  }

  /**
   * @param work of a frame's painters, @param begun when it began; milliseconds. @returns all that
   *   the frame cost, with what was drawn beside it.
   */
  take(work: number, begun: number): number {
    const cost = work + this.#dearest
    this.#dearest = 0
    this.#newest = 0
    this.#begun = -Infinity
    if (this.#load.take(cost, begun)) for (const listener of this.#listeners) listener()
    return cost
  }

  leavesOut(what: Undrawn): boolean {
    return UNDRAWN.indexOf(what) < this.#load.level
  }

  /** Calls when more or less is left out. @returns what ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}
