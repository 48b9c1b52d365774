import type { FactOf, Mode } from '../contracts/index.ts'
import type { Fen, Micros, OrderId, TradingDay } from '../domain/index.ts'

/** The books of an account begin; always the first record of a gateway's journal. */
export interface OpenedRecord {
  readonly kind: 'opened'
  readonly at: Micros
  readonly mode: Mode
  readonly profile: string
  readonly tradingDay: TradingDay
  readonly cash: Fen
}

/** A cancel is about to leave; written before it does, like an order. */
export interface CancelSentRecord {
  readonly kind: 'cancel-sent'
  readonly at: Micros
  readonly order: OrderId
}

/** The venue's last numbered report that is settled in the books, where no fact says so. */
export interface VenueSeqRecord {
  readonly kind: 'venue-seq'
  readonly seq: number
}

/** The facts that a gateway journals: enough to have its orders, positions and money again. */
export const JOURNALLED_FACTS = [
  'order',
  'fill',
  'state',
  'limits',
  'settlement',
  'target',
  'ack',
  'position',
  'account',
] as const

/** What a gateway journals before it acts; reading them back gives its state again. */
export type GatewayRecord =
  FactOf<(typeof JOURNALLED_FACTS)[number]> | OpenedRecord | CancelSentRecord | VenueSeqRecord

export type GatewayRecordKind = GatewayRecord['kind']
