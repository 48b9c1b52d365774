import type { RowOf, Tape } from '../../../src/core/history/index.ts'
import { tickRow } from '../../../src/core/history/index.ts'
import type { Market } from '../recorded-market.ts'

export type Tick = RowOf<'market_ticks'>

const DAY = 20200821

let tapes = 0

/** A tape that no row is of yet: what is written twice would take its own place. */
export function newTape(): Tape {
  return { mode: 'replay', profile: `bench${++tapes}`, runId: 'r1' }
}

/** The first ticks of a market as rows of a tape, in the order of the feed. */
export function ticksOf({ quotes, instruments }: Market, tape: Tape, count: number): Tick[] {
  const symbols = instruments.map(({ symbol }) => symbol)
  return quotes
    .slice(0, count)
    .map((quote) => tickRow(tape, DAY, symbols[quote.instrument] ?? '', quote))
}

/** Pieces of an array, so long at most. */
export function* pieces<Each>(all: readonly Each[], length: number): Generator<readonly Each[]> {
  for (let from = 0; from < all.length; from += length) yield all.slice(from, from + length)
}
