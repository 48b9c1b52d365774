import type { Frames, Painter } from './frames.ts'
import type { Slice } from './slices.ts'
import { SLICES } from './slices.ts'

/** React looks at most so often at what changes with every tick. */
const REACT_EVERY = 100

/**
 * For React: a number a slice that grows when the slice changed, published at most ten times a
 * second, once a frame was painted: no paint waits for components. What changes faster is painted
 * by refs and canvases, not by components.
 */
export class Revisions {
  readonly #counts = new Map<Slice, number>()
  readonly #listeners = new Set<() => void>()
  readonly #after: (milliseconds: number, call: () => void) => void
  readonly #frames: Frames
  readonly #painter: Painter
  readonly #pending = new Set<Slice>()
  #waiting = false

  constructor(frames: Frames, after: (milliseconds: number, call: () => void) => void) {
    this.#after = after
    this.#frames = frames
    this.#painter = (changed) => this.#take(changed)
    frames.paint(SLICES, this.#painter, 'in turn')
  }

  /** Changes when any of the slices did. */
  of(slices: readonly Slice[]): number {
    let sum = 0
    for (const slice of slices) sum += this.#counts.get(slice) ?? 0
    return sum
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** What was rendered is laid out in the next frame. */
  #take(changed: ReadonlySet<Slice>): 'goes on' | void {
    for (const slice of changed) this.#pending.add(slice)
    if (this.#waiting || this.#pending.size === 0) return
    this.#waiting = true
    this.#frames.afterPaint(() => this.#publish())
    return 'goes on'
  }

  #publish(): void {
    for (const slice of this.#pending) this.#counts.set(slice, (this.#counts.get(slice) ?? 0) + 1)
    this.#pending.clear()
    for (const listener of this.#listeners) listener()
    this.#after(REACT_EVERY, () => {
      this.#waiting = false
      if (this.#pending.size > 0) this.#frames.repaintInTurn(this.#painter)
    })
  }
}
