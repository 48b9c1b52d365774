import type { Saying } from '../contracts/sayings/index.ts'
import type { InstrumentId, Symbol } from './identity.ts'
import type { OrderKind } from './order.ts'
import type { Fen, Lots, Price, Ticks, TradingDay } from './units.ts'

export const EXCHANGES = ['SHFE', 'INE', 'DCE', 'CZCE', 'CFFEX', 'GFEX', 'SIM'] as const
export type Exchange = (typeof EXCHANGES)[number]

/** What one lot costs to trade: a part of its value plus an amount a lot. */
export interface FeeRate {
  /** Share of the traded value, 0.0001 = one in ten thousand. */
  readonly byValue: number
  /** Fen a lot. */
  readonly byLot: number
}

export interface FeeSchedule {
  readonly open: FeeRate
  readonly close: FeeRate
  readonly closeToday: FeeRate
}

/**
 * One contract as it trades on one day: everything that the engine, the gate and the exchange
 * need, already chosen from the facts of the product that are valid on that day.
 */
export interface Instrument {
  readonly id: InstrumentId
  readonly symbol: Symbol
  readonly exchange: Exchange
  /** The product's code, `cu`. */
  readonly product: string
  readonly name: { readonly en: string; readonly zh: string }
  /**
   * The price step is `tickUnits / tickScale`: 0.02 is 2 / 100, both whole, so prices are exact.
   */
  readonly tickUnits: number
  readonly tickScale: number
  /** Price step as a double, `tickUnits / tickScale`. */
  readonly tickSize: number
  /** Units a lot (5 t, 1000 g, 300 CNY an index point). */
  readonly multiplier: number
  /** What one tick of one lot is worth. */
  readonly tickValue: Fen
  readonly maxLimitLots: Lots
  /** 0 where the product knows no market orders on that day. */
  readonly maxMarketLots: Lots
  readonly orderKinds: readonly OrderKind[]
  /**
   * `explicit`: SHFE, INE, an order says which lots it closes (today's or older ones).
   * `oldest-first`: elsewhere, the exchange closes the oldest lots.
   */
  readonly closeRule: 'explicit' | 'oldest-first'
  readonly fees: FeeSchedule
  /** Share of the value of a position that is held as margin, each side. */
  readonly marginRatio: { readonly long: number; readonly short: number }
  /** Last trading day; undefined where it is not known. */
  readonly expires: TradingDay | undefined
  /** False where a fact that trading needs is missing: shown, not traded. */
  readonly tradable: boolean
  /** Why it is not tradable, or which of its facts are general knowledge only. */
  readonly notes: readonly Saying[]
}

/** The tick that a price stands on, or NaN where it stands between two, or is absent. */
export function ticksOf(instrument: Instrument, price: Price): Ticks {
  const exact = (price * instrument.tickScale) / instrument.tickUnits
  const whole = Math.round(exact)
  return (Math.abs(exact - whole) < 1e-6 ? whole : NaN) as Ticks
}

/** The double nearest to the decimal price: what parsing its text gives. */
export function priceOf(instrument: Instrument, ticks: Ticks): Price {
  return ((ticks * instrument.tickUnits) / instrument.tickScale) as Price
}
