import type { FactOf, Mode } from '../contracts/index.ts'
import type { Fen, Micros, TradingDay } from '../domain/index.ts'

/** The books of an account begin, with the venue's cash; once in the life of a journal. */
export interface OpenedRecord {
  readonly kind: 'opened'
  readonly at: Micros
  readonly mode: Mode
  readonly profile: string
  readonly tradingDay: TradingDay
  readonly cash: Fen
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
  'position',
  'account',
] as const

/** What a gateway journals before it acts; reading them back gives its state again. */
export type GatewayRecord =
  FactOf<(typeof JOURNALLED_FACTS)[number]> | OpenedRecord | VenueSeqRecord

export type GatewayRecordKind = GatewayRecord['kind']
