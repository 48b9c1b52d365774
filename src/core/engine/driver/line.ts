import type { Micros } from '../../domain/index.ts'

/** A one-way line between gateway and venue. What was pushed comes out in time, in order. */
export interface Line<Item> {
  push(item: Item, now: Micros): void
  /** Takes the next item that is due; undefined when there is none. */
  next(now: Micros): Item | undefined
}

/** A line without any delay: a plain queue. */
export class DirectLine<Item> implements Line<Item> {
  #items: Item[] = []
  #head = 0

  push(item: Item): void {
    this.#items.push(item)
  }

  next(): Item | undefined {
    if (this.#head === this.#items.length) return undefined
    const item = this.#items[this.#head++]
    if (this.#head === this.#items.length) {
      this.#items = []
      this.#head = 0
    }
    return item
  }
}
