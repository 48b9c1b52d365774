import { dayOfEpoch, epochDayOf, ticksOf } from '../domain/index.ts'
import type { Fen, Instrument, Price, Ticks, TradingDay } from '../domain/index.ts'
import type { MarketMark } from './record.ts'

/** Open interest at the very start: a busy contract. */
const OPEN_INTEREST = 100_000
/** Where products of the built-in market begin: round figures of an ordinary year. */
const START_PRICES: Readonly<Record<string, number>> = { cu: 70_000, au: 450, ag: 5_500 }
/** Where any other begins, in ticks. */
const START_TICKS = 5_000

/** The state of an instrument that never traded. A start price off the tick is not used. */
export function firstMark(instrument: Instrument, startPrice: Price | undefined): MarketMark {
  const none = NaN as Ticks
  const wanted = startPrice ?? START_PRICES[instrument.product] ?? NaN
  const ticks = ticksOf(instrument, wanted as Price)
  const start = (ticks > 0 ? ticks : START_TICKS) as Ticks
  return {
    instrument: instrument.id,
    middle: start,
    preSettlement: start,
    last: none,
    open: none,
    high: none,
    low: none,
    volume: 0,
    turnover: 0 as Fen,
    openInterest: OPEN_INTEREST,
  }
}

/** The next date: the built-in market knows no weekends, and six of its days pass in one. */
export function nextDate(day: TradingDay): TradingDay {
  return dayOfEpoch(epochDayOf(day) + 1)
}
