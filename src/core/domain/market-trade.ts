import type { InstrumentId } from './identity.ts'
import type { Side } from './order.ts'
import type { Lots, Micros, Price } from './units.ts'

/** A trade of the market, inferred from two snapshots. */
export interface MarketTrade {
  readonly kind: 'trade'
  readonly instrument: InstrumentId
  readonly at: Micros
  /** Mean price of the lots traded between the snapshots. */
  readonly price: Price
  readonly volume: Lots
  /** Who crossed the spread, as far as it can be told. */
  readonly side: Side | 'unknown'
  /** −1 all sold … +1 all bought, what price and turnover together say. */
  readonly sign: number
  /** 0 certain … 1 a guess. */
  readonly uncertainty: number
}
