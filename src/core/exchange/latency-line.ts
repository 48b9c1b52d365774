import { seeded } from '../domain/index.ts'
import type { Micros } from '../domain/index.ts'

export interface LatencyOptions {
  /** Mean delay in µs. */
  readonly mean: number
  /** Delays are spread evenly over mean ± jitter, in µs; never below 0. */
  readonly jitter: number
  readonly seed: number
  /** Whether a later item may overtake an earlier one; a line keeps their order otherwise. */
  readonly reorder?: boolean
}

/** A line with a delay: what goes in comes out later, the same way every time. */
export interface LatencyLine<Item> {
  push(item: Item, now: Micros): void
  /** Everything due at `now`, by due time; what is due together comes in the order it went in. */
  due(now: Micros): readonly Item[]
  /** When the next item is due; Infinity when the line is empty. */
  readonly nextDue: number
  readonly size: number
  /** Drops what is under way, as a broken line does. @returns what was lost. */
  clear(): readonly Item[]
}

const NONE: readonly never[] = []

export function createLatencyLine<Item>(options: LatencyOptions): LatencyLine<Item> {
  const { mean, jitter, reorder = false } = options
  const random = seeded(options.seed)
  let items: { readonly item: Item; readonly due: number }[] = []
  let latest = -Infinity

  function push(item: Item, now: Micros): void {
    const delay = Math.max(0, Math.round(mean + jitter * (2 * random.next() - 1)))
    const due = reorder ? now + delay : Math.max(latest, now + delay)
    latest = Math.max(latest, due)
    let index = items.length
    while (index > 0 && items[index - 1]!.due > due) index -= 1
    items.splice(index, 0, { item, due })
  }

  function due(now: Micros): readonly Item[] {
    if (items.length === 0 || items[0]!.due > now) return NONE
    let count = 1
    while (count < items.length && items[count]!.due <= now) count += 1
    return items.splice(0, count).map(({ item }) => item)
  }

  function clear(): readonly Item[] {
    const lost = items.map(({ item }) => item)
    items = []
    return lost
  }

  return {
    push,
    due,
    clear,
    get nextDue() {
      return items[0]?.due ?? Infinity
    },
    get size() {
      return items.length
    },
  }
}
