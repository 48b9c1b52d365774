import type {
  Account,
  AccountFact,
  MarksFact,
  PositionFact,
  ResetFact,
  SettlementFact,
} from '../index.ts'
import type { Bucket, Position } from '../../domain/index.ts'
import { body } from './body.ts'
import { natural, number, text, ticks, whole } from './scalar.ts'
import { list, pair, tuple } from './tuple.ts'

const bucketWire = tuple<Bucket>({ lots: whole(), cost: number() })

export const positionBody = body<PositionFact>('position', 7, {
  position: tuple<Position>({
    owner: natural(),
    instrument: natural(),
    longToday: bucketWire,
    longHistory: bucketWire,
    shortToday: bucketWire,
    shortHistory: bucketWire,
  }),
})

/** Money may be NaN here: profit that is open is not known before the first quote. */
export const accountBody = body<AccountFact>('account', 8, {
  account: tuple<Account>({
    at: whole(),
    tradingDay: whole(),
    staticBalance: number(),
    closeProfit: number(),
    positionProfit: number(),
    fees: number(),
    margin: number(),
    frozen: number(),
    balance: number(),
    available: number(),
  }),
})

export const settlementBody = body<SettlementFact>('settlement', 12, {
  at: whole(),
  tradingDay: whole(),
  nextTradingDay: whole(),
  prices: list(pair(natural(), ticks())),
  expired: list(natural()),
  venueSeq: natural(),
})

export const marksBody = body<MarksFact>('marks', 30, {
  prices: list(pair(natural(), ticks())),
})

export const resetBody = body<ResetFact>('reset', 28, {
  at: whole(),
  person: text(),
  before: number(),
  cash: whole(),
})
