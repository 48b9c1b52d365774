/** A place in a chart. */
export interface ChartPlace {
  /** Epoch µs. */
  readonly at: number
  readonly ticks: number
}

/** From one place to another. */
export interface Measured {
  readonly ticks: number
  /** µs */
  readonly time: number
  /** Of the first price: 0.01 is one percent; NaN of a price of zero. */
  readonly share: number
}

export function measured(from: ChartPlace, to: ChartPlace): Measured {
  const ticks = to.ticks - from.ticks
  return { ticks, time: to.at - from.at, share: from.ticks === 0 ? NaN : ticks / from.ticks }
}
