import type { SerializedDockview } from 'dockview-react'

/** How many changes of a layout can be taken back. */
const DEEPEST = 20

/** Layouts before the last changes, newest last. */
export class LayoutHistory {
  readonly #before: SerializedDockview[] = []

  push(layout: SerializedDockview): void {
    if (this.#before.push(layout) > DEEPEST) this.#before.shift()
  }

  /** @returns undefined where nothing is left to take back. */
  pop(): SerializedDockview | undefined {
    return this.#before.pop()
  }

  clear(): void {
    this.#before.length = 0
  }
}
