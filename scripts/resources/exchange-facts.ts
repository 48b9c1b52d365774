import type {
  ExchangeFacts,
  FeeFact,
  LimitFact,
  ListedExchange,
  MarginFact,
  OrderKind,
  OrderKindsFact,
} from '../../src/core/domain/index.ts'
import { MARKET_ORDERS_FROM } from './limit-facts.ts'

const GENERAL = { source: 'GK', approximate: true } as const
const ASSUMED = 'nothing is known of the product; a general figure of its exchange stands in'

const ALL: readonly OrderKind[] = ['limit', 'market', 'fak', 'fok']
const NO_MARKET: readonly OrderKind[] = ['limit', 'fak', 'fok']
const NO_FOK: readonly OrderKind[] = ['limit', 'market', 'fak']

const SHANGHAI_KINDS: readonly OrderKindsFact[] = [
  { kinds: NO_MARKET, source: 'TQ FH' },
  { from: MARKET_ORDERS_FROM, kinds: ALL, source: 'FH' },
]

const SHANGHAI_LIMITS: readonly LimitFact[] = [
  { limit: 500, market: 0, source: 'FH', approximate: true, note: ASSUMED },
  { from: MARKET_ORDERS_FROM, limit: 500, market: 60, source: 'FH' },
]

function limit(most: number, market: number): readonly LimitFact[] {
  return [{ limit: most, market, ...GENERAL, note: ASSUMED }]
}

function fee(share: number, closeToday = share): readonly FeeFact[] {
  const pair = [share, 0] as const
  return [{ open: pair, close: pair, closeToday: [closeToday, 0], ...GENERAL, note: ASSUMED }]
}

function margin(ratio: number): readonly MarginFact[] {
  return [{ ratio, ...GENERAL, note: ASSUMED }]
}

const OLDEST_FIRST = [{ rule: 'oldest-first', ...GENERAL }] as const
const EXPLICIT = [{ rule: 'explicit', ...GENERAL }] as const

/**
 * What holds for all products of an exchange, and careful general figures for what is not known of
 * a product: margins above most of those seen, a fee of one in ten thousand.
 */
export const EXCHANGE_FACTS: Readonly<Record<ListedExchange, ExchangeFacts>> = {
  SHFE: {
    orderKinds: SHANGHAI_KINDS,
    closeRule: EXPLICIT,
    limits: SHANGHAI_LIMITS,
    fees: fee(0.0001),
    margin: margin(0.15),
  },
  INE: {
    orderKinds: SHANGHAI_KINDS,
    closeRule: EXPLICIT,
    limits: SHANGHAI_LIMITS,
    fees: fee(0.0001),
    margin: margin(0.15),
  },
  DCE: {
    orderKinds: [{ kinds: ALL, ...GENERAL }],
    closeRule: OLDEST_FIRST,
    limits: limit(1_000, 1_000),
    fees: fee(0.0001),
    margin: margin(0.15),
  },
  CZCE: {
    orderKinds: [{ kinds: NO_FOK, ...GENERAL }],
    closeRule: OLDEST_FIRST,
    limits: limit(1_000, 200),
    fees: fee(0.0001),
    margin: margin(0.15),
  },
  CFFEX: {
    orderKinds: [{ kinds: NO_MARKET, ...GENERAL }],
    closeRule: OLDEST_FIRST,
    limits: limit(20, 0),
    fees: fee(0.000023, 0.000345),
    margin: margin(0.15),
  },
  GFEX: {
    orderKinds: [{ kinds: ALL, ...GENERAL }],
    closeRule: OLDEST_FIRST,
    limits: limit(1_000, 1_000),
    fees: fee(0.0001),
    margin: margin(0.15),
  },
}
