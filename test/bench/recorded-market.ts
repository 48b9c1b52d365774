import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { mergeByTime, openRecordings, readQuotes } from '../../src/adapters/recordings/index.ts'
import { readCalendar, readProducts } from '../../src/adapters/resources/index.ts'
import type {
  Instrument,
  InstrumentId,
  Quote,
  Symbol,
  TradingDay,
} from '../../src/core/domain/index.ts'
import { createQuote, instrumentOf, symbolOf } from '../../src/core/domain/index.ts'
import { quoteWalk } from '../core/engine/features/quote-walk.ts'
import { instrumentFixture } from '../core/instrument-fixture.ts'

const DATA = process.env['GHTRADER_TEST_DATA'] ?? resolve(process.cwd(), '../shared/data')
const FOLDER = join(DATA, 'shfe_l5_20200821', 'feed_a')

export interface Market {
  readonly instruments: readonly Instrument[]
  readonly quotes: readonly Quote[]
  /** False where the recordings are absent and the market was made up, seeded. */
  readonly recorded: boolean
}

/** Every contract of one recorded hour, merged by time; else a seeded walk. */
export async function recordedMarket(): Promise<Market> {
  if (!existsSync(FOLDER)) {
    const instruments = [instrumentFixture()]
    return { instruments, quotes: quoteWalk(instruments[0]!, 60_000), recorded: false }
  }
  const products = take(readProducts('resources/products.json'))
  const calendar = take(readCalendar('resources/calendar.json'))
  const symbols: Symbol[] = []
  const opened = take(
    await openRecordings([FOLDER], {
      resolveSymbol: (code, exchange) => symbolOf(products, code, exchange),
      instrumentId: (symbol) => (symbols.push(symbol) - 1) as InstrumentId,
    }),
  )
  const day = 20200821 as TradingDay
  const instruments = symbols.map((symbol, id) =>
    take(instrumentOf(products, calendar, symbol, id as InstrumentId, day)),
  )
  const quotes: Quote[] = []
  for await (const chunk of mergeByTime(opened.recordings.map((each) => readQuotes(each)))) {
    for (const quote of chunk) quotes.push(madeAnew(quote))
  }
  return { instruments, quotes, recorded: true }
}

/**
 * The same quote, made in the order in which the engine will see it, as a live feed makes them:
 * files that were read by turns lie scattered in memory, and waiting for that would be measured.
 */
function madeAnew(quote: Quote): Quote {
  return createQuote(
    quote.instrument,
    quote.at,
    quote.received,
    quote.feedSeq,
    quote.last,
    quote.volume,
    quote.turnover,
    quote.openInterest,
    quote.open,
    quote.high,
    quote.low,
    quote.upperLimit,
    quote.lowerLimit,
    quote.preSettlement,
    quote.bidPrices.slice(),
    quote.bidVolumes.slice(),
    quote.askPrices.slice(),
    quote.askVolumes.slice(),
  )
}

function take<Value>(
  result: { ok: true; value: Value } | { ok: false; error: { message: string } },
): Value {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
