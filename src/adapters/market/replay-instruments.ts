import { readQuotes } from '../recordings/index.ts'
import type { Recording } from '../recordings/index.ts'
import type { Failure } from '../../core/contracts/index.ts'
import { sayingOf } from '../../core/contracts/index.ts'
import type {
  Exchange,
  Fen,
  Instrument,
  Lots,
  Quote,
  Result,
  TradingDay,
} from '../../core/domain/index.ts'
import { beijingDay, instrumentOf, ok, symbolParts, tradingDayAt } from '../../core/domain/index.ts'
import type { MarketFacts } from './facts.ts'

/** A recording that holds quotes, with its contract as it traded on the day of the first one. */
export interface RecordedInstrument {
  readonly recording: Recording
  readonly instrument: Instrument
  readonly first: Quote
  readonly tradingDay: TradingDay
}

/** Looks at the first quote of a recording; undefined where there is none. */
export async function recordedInstrument(
  facts: MarketFacts,
  recording: Recording,
): Promise<Result<RecordedInstrument | undefined, Failure>> {
  const first = await firstQuote(recording)
  if (first === undefined) return ok(undefined)
  const { symbol } = recording
  const day = symbol.startsWith('SIM.')
    ? ok(beijingDay(first.at))
    : tradingDayAt(facts.calendar, first.at)
  if (!day.ok) return day
  const { products, calendar } = facts
  const found = instrumentOf(products, calendar, symbol, recording.instrument, day.value)
  const instrument = found.ok ? found.value : shownOnly(recording, found.error)
  return ok({ recording, instrument, first, tradingDay: day.value })
}

async function firstQuote(recording: Recording): Promise<Quote | undefined> {
  for await (const [quote] of readQuotes(recording, 1)) return quote
  return undefined
}

/** A contract of a product that the facts do not have: shown, not traded. */
function shownOnly({ symbol, instrument }: Recording, why: Failure): Instrument {
  const none = { byValue: NaN, byLot: NaN }
  const { exchange, code } = symbolParts(symbol) ?? { exchange: 'SIM' as Exchange, code: symbol }
  return {
    id: instrument,
    symbol,
    exchange,
    product: code,
    name: { en: symbol, zh: symbol },
    tickUnits: NaN,
    tickScale: NaN,
    tickSize: NaN,
    multiplier: NaN,
    tickValue: NaN as Fen,
    maxLimitLots: 0 as Lots,
    maxMarketLots: 0 as Lots,
    orderKinds: [],
    closeRule: 'oldest-first',
    fees: { open: none, close: none, closeToday: none },
    marginRatio: { long: NaN, short: NaN },
    expires: undefined,
    tradable: false,
    notes: [sayingOf(why)],
  }
}
