import type { Micros } from '../../domain/index.ts'

/** A one-way line between gateway and venue; a latency line is one, too. */
export interface Line<Item> {
  push(item: Item, now: Micros): void
  /** Takes everything that is due, in order. */
  due(now: Micros): readonly Item[]
  /** When the next item is due; Infinity when the line is empty. */
  readonly nextDue: number
}

const NONE: readonly never[] = []

/** A line without any delay. */
export class DirectLine<Item> implements Line<Item> {
  #items: Item[] = []

  get nextDue(): number {
    return this.#items.length === 0 ? Infinity : -Infinity
  }

  push(item: Item): void {
    this.#items.push(item)
  }

  due(): readonly Item[] {
    if (this.#items.length === 0) return NONE
    const items = this.#items
    this.#items = []
    return items
  }
}
