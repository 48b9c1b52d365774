import type { Micros, Random } from '../../src/core/domain/index.ts'
import type { Line } from '../../src/core/engine/index.ts'

/** How often, of a hundred items, each of these happens. */
export interface LineFaults {
  lose: number
  double: number
  late: number
  /** Nothing gets through. */
  broken: boolean
}

interface UnderWay<Item> {
  readonly item: Item
  readonly due: number
}

/** A line that loses, doubles, delays and reorders, the same way for the same seed. */
export class FaultyLine<Item> implements Line<Item> {
  readonly faults: LineFaults
  readonly #random: Random
  #items: UnderWay<Item>[] = []

  constructor(random: Random, faults: LineFaults) {
    this.#random = random
    this.faults = faults
  }

  get nextDue(): number {
    let least = Infinity
    for (const { due } of this.#items) least = Math.min(least, due)
    return least
  }

  push(item: Item, now: Micros): void {
    const { faults } = this
    if (faults.broken || this.#random.below(100) < faults.lose) return
    const copies = this.#random.below(100) < faults.double ? 2 : 1
    for (let copy = 0; copy < copies; copy++) {
      const late = this.#random.below(100) < faults.late
      const delay = late ? this.#random.below(3_000_000) : this.#random.below(2_000)
      this.#items.push({ item, due: now + delay })
    }
  }

  due(now: Micros): readonly Item[] {
    const taken = this.#items.filter(({ due }) => due <= now)
    if (taken.length === 0) return []
    this.#items = this.#items.filter(({ due }) => due > now)
    return taken.sort((a, b) => a.due - b.due).map(({ item }) => item)
  }
}
