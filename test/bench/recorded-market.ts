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
import { instrumentOf, symbolOf } from '../../src/core/domain/index.ts'
import { quoteWalk } from '../core/engine/features/quote-walk.ts'
import { instrumentFixture } from '../core/instrument-fixture.ts'

const DATA = process.env['GHTRADER_TEST_DATA'] ?? resolve(process.cwd(), '../shared/data')
const FOLDER = join(DATA, 'shfe_l5_20200821', 'feed_a')
const CONTRACTS = ['ag2012', 'au2012', 'cu2010', 'rb2010', 'fu2101', 'bu2012', 'al2009', 'sn2010']

export interface Market {
  readonly instruments: readonly Instrument[]
  readonly quotes: readonly Quote[]
  /** False where the recordings are absent and the market was made up, seeded. */
  readonly recorded: boolean
}

/** Eight five-level contracts of one recorded hour, merged by time; else a seeded walk. */
export async function recordedMarket(): Promise<Market> {
  if (!existsSync(FOLDER)) {
    const instruments = [instrumentFixture()]
    return { instruments, quotes: quoteWalk(instruments[0]!, 60_000), recorded: false }
  }
  const products = take(readProducts('resources/products.json'))
  const calendar = take(readCalendar('resources/calendar.json'))
  const symbols: Symbol[] = []
  const paths = CONTRACTS.map((code) => join(FOLDER, `SHFE.${code}.csv.gz`))
  const opened = take(
    await openRecordings(paths, {
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
    quotes.push(...chunk)
  }
  return { instruments, quotes, recorded: true }
}

function take<Value>(
  result: { ok: true; value: Value } | { ok: false; error: { message: string } },
): Value {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
