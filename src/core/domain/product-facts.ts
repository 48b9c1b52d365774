import type { Exchange } from './instrument.ts'
import type { OrderKind } from './order.ts'
import type { TradingDay } from './units.ts'

/** Every exchange but the built-in market, which borrows its facts. */
export type ListedExchange = Exclude<Exchange, 'SIM'>

/** What every fact tells about itself. */
export interface DatedFact {
  /** First trading day on which it holds; absent where it holds as far back as is known. */
  readonly from?: TradingDay
  /** First delivery month (yyyymm) for which it holds, where old and new live side by side. */
  readonly fromContract?: number
  /** Keys of `sources`, then the address of a notice where there is one. */
  readonly source: string
  /** General knowledge, derived, or holding somewhere outside the dates on which it was seen. */
  readonly approximate?: boolean
  readonly note?: string
}

/** The price step as an exact fraction: 0.02 is 2 / 100. */
export interface TickFact extends DatedFact {
  readonly units: number
  readonly scale: number
}

/** Units a lot. */
export interface MultiplierFact extends DatedFact {
  readonly value: number
}

/** Name of a template in `calendar.json`. */
export interface SessionFact extends DatedFact {
  readonly template: string
}

/** Most lots of one order; a `market` of 0 means that there are no market orders. */
export interface LimitFact extends DatedFact {
  readonly limit: number
  readonly market: number
}

/** `[share of the value, fen a lot]`. */
export type FeePair = readonly [byValue: number, byLot: number]

export interface FeeFact extends DatedFact {
  readonly open: FeePair
  readonly close: FeePair
  readonly closeToday: FeePair
}

/** Share of the value held as margin, the same on both sides. */
export interface MarginFact extends DatedFact {
  readonly ratio: number
}

export interface OrderKindsFact extends DatedFact {
  readonly kinds: readonly OrderKind[]
}

export interface CloseRuleFact extends DatedFact {
  readonly rule: 'explicit' | 'oldest-first'
}

/** How the last trading day follows from the delivery month; a holiday moves it to the next day. */
export const EXPIRY_RULES = [
  'day-15',
  'trading-day-5',
  'trading-day-10',
  'fourth-last-trading-day',
  'last-trading-day-of-month-before',
  'second-friday',
  'third-friday',
] as const
export type ExpiryRule = (typeof EXPIRY_RULES)[number]

export interface ExpiryFact extends DatedFact {
  readonly rule: ExpiryRule
}

/** What holds for a whole exchange, or stands in where a product's own fact is not known. */
export interface ExchangeFacts {
  readonly orderKinds: readonly OrderKindsFact[]
  readonly closeRule: readonly CloseRuleFact[]
  readonly limits: readonly LimitFact[]
  readonly fees: readonly FeeFact[]
  readonly margin: readonly MarginFact[]
}

export interface Product {
  /** As the exchange writes it: `cu`, `SR`, `l_f`. */
  readonly code: string
  readonly exchange: ListedExchange
  readonly name: { readonly en: string; readonly zh: string }
  /** What one lot is, in words. */
  readonly lot: string
  readonly listed?: TradingDay
  readonly tick: readonly TickFact[]
  readonly multiplier: readonly MultiplierFact[]
  readonly sessions: readonly SessionFact[]
  readonly limits: readonly LimitFact[]
  readonly fees: readonly FeeFact[]
  readonly margin: readonly MarginFact[]
  readonly expiry: readonly ExpiryFact[]
}

/** `resources/products.json`: what is known about the futures products of the six exchanges. */
export interface ProductFacts {
  readonly format: 1
  readonly about: string
  readonly compiled: string
  readonly sources: Readonly<Record<string, string>>
  /** Codes that an exchange gave up, and what they became: empty where nothing did. */
  readonly formerCodes: Readonly<Record<string, string>>
  readonly exchanges: Readonly<Record<ListedExchange, ExchangeFacts>>
  readonly products: readonly Product[]
}
