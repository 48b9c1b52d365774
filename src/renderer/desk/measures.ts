import { LatencyHistogram } from '../../core/figures/index.ts'
import type { Undrawn } from './frame-load.ts'
import { UNDRAWN } from './frame-load.ts'

/** What a window measures of itself. */
export interface Measured {
  /** Work of a frame's painters, and of charts that draw beside it: milliseconds. */
  readonly workP95: number
  /** From the gateway's word of a quote to the frame that shows it: milliseconds. */
  readonly paintP95: number
  /** Tasks of over 50 ms since the page began. */
  readonly longTasks: number
  readonly heapMegabytes: number
  readonly framesPerSecond: number
  /** What is not drawn for want of time; empty when all is. */
  readonly degraded: readonly Undrawn[]
}

const NOTHING: Measured = {
  workP95: NaN,
  paintP95: NaN,
  longTasks: 0,
  heapMegabytes: NaN,
  framesPerSecond: NaN,
  degraded: [],
}

/** Gathers what painters and frames cost; its reader gets a new object once a second. */
export class Measures {
  readonly #work = new LatencyHistogram()
  readonly #paint = new LatencyHistogram()
  readonly #listeners = new Set<() => void>()
  #measured = NOTHING
  #frames = 0
  #longTasks = 0
  readonly #degraded = new Map<object, readonly Undrawn[]>()
  #turns = 0

  /** @param millis of one frame, and of what was drawn beside it. */
  frame(millis: number): void {
    this.#frames++
    this.#work.record(millis * 1000)
  }

  /** @param millis from a stamp to its paint. */
  painted(millis: number): void {
    this.#paint.record(millis * 1000)
  }

  longTask(): void {
    this.#longTasks++
  }

  /** @param by who draws. @param what it leaves out from now on; nothing once it is gone. */
  degrade(by: object, what: readonly Undrawn[]): void {
    if (what.length === 0) this.#degraded.delete(by)
    else this.#degraded.set(by, what)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly read = (): Measured => this.#measured

  /** To be called once a second. @param heapBytes NaN where the browser does not tell. */
  second(heapBytes: number): void {
    this.#measured = {
      workP95: this.#work.quantile(0.95) / 1000,
      paintP95: this.#paint.quantile(0.95) / 1000,
      longTasks: this.#longTasks,
      heapMegabytes: heapBytes / 1e6,
      framesPerSecond: this.#frames,
      degraded: UNDRAWN.filter((each) => [...this.#degraded.values()].flat().includes(each)),
    }
    this.#frames = 0
    if (++this.#turns % 30 === 0) {
      this.#work.turn()
      this.#paint.turn()
    }
    for (const listener of this.#listeners) listener()
  }
}
