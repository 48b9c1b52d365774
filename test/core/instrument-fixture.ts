import type {
  FeeRate,
  Fen,
  Instrument,
  InstrumentId,
  Lots,
  Symbol,
  TradingDay,
} from '../../src/core/domain/index.ts'

const FEE: FeeRate = { byValue: 5e-5, byLot: 0 }

/** A silver contract as it traded on SHFE in August 2020: a tick of one lot is worth 15 CNY. */
export function instrumentFixture(overrides: Partial<Instrument> = {}): Instrument {
  return {
    id: 0 as InstrumentId,
    symbol: 'SHFE.ag2012' as Symbol,
    exchange: 'SHFE',
    product: 'ag',
    name: { en: 'Silver', zh: '白银' },
    tickUnits: 1,
    tickScale: 1,
    tickSize: 1,
    multiplier: 15,
    tickValue: 1_500 as Fen,
    maxLimitLots: 500 as Lots,
    maxMarketLots: 0 as Lots,
    orderKinds: ['limit', 'fak', 'fok'],
    closeRule: 'explicit',
    fees: { open: FEE, close: FEE, closeToday: FEE },
    marginRatio: { long: 0.08, short: 0.08 },
    expires: 20201215 as TradingDay,
    tradable: true,
    notes: [],
    ...overrides,
  }
}
