import type { InstrumentId, Lots, Micros, Price, Quote } from '../../src/core/domain/index.ts'
import { createQuote, DEPTH } from '../../src/core/domain/index.ts'

const BIDS = 13
const BID_LOTS = BIDS + DEPTH
const ASKS = BID_LOTS + DEPTH
const ASK_LOTS = ASKS + DEPTH

/** Numbers of one quote, in the order in which `createQuote` takes them; its stamp comes first. */
export const QUOTE_WIDTH = ASK_LOTS + DEPTH

/** Writes all of a quote but its instrument. @param from where its numbers begin. */
export function writeQuote(numbers: Float64Array, from: number, quote: Quote): void {
  const { bidPrices, bidVolumes, askPrices, askVolumes } = quote
  numbers[from] = quote.at
  numbers[from + 1] = quote.received
  numbers[from + 2] = quote.feedSeq
  numbers[from + 3] = quote.last
  numbers[from + 4] = quote.volume
  numbers[from + 5] = quote.turnover
  numbers[from + 6] = quote.openInterest
  numbers[from + 7] = quote.open
  numbers[from + 8] = quote.high
  numbers[from + 9] = quote.low
  numbers[from + 10] = quote.upperLimit
  numbers[from + 11] = quote.lowerLimit
  numbers[from + 12] = quote.preSettlement
  for (let level = 0; level < DEPTH; level++) {
    numbers[from + BIDS + level] = bidPrices[level]!
    numbers[from + BID_LOTS + level] = bidVolumes[level]!
    numbers[from + ASKS + level] = askPrices[level]!
    numbers[from + ASK_LOTS + level] = askVolumes[level]!
  }
}

/** The quote whose numbers begin there. */
export function readQuote(numbers: Float64Array, from: number, instrument: InstrumentId): Quote {
  const of = (place: number): number => numbers[from + place]!
  const levels = (place: number): number[] => [
    ...numbers.subarray(from + place, from + place + DEPTH),
  ]
  return createQuote(
    instrument,
    of(0) as Micros,
    of(1) as Micros,
    of(2),
    of(3) as Price,
    of(4),
    of(5),
    of(6),
    of(7) as Price,
    of(8) as Price,
    of(9) as Price,
    of(10) as Price,
    of(11) as Price,
    of(12) as Price,
    levels(BIDS) as Price[],
    levels(BID_LOTS) as Lots[],
    levels(ASKS) as Price[],
    levels(ASK_LOTS) as Lots[],
  )
}
