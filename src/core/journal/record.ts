import type { FactOf, Mode } from '../contracts/index.ts'
import type { Fen, IntentId, Micros, TradingDay } from '../domain/index.ts'

/** The books of an account begin, with the venue's cash; once in the life of a journal. */
export interface OpenedRecord {
  readonly kind: 'opened'
  readonly at: Micros
  readonly mode: Mode
  readonly profile: string
  readonly tradingDay: TradingDay
  readonly cash: Fen
}

/** The account began anew with so much cash, by the venue's report of that number. */
export interface ResetRecord {
  readonly kind: 'reset'
  readonly at: Micros
  readonly command: IntentId
  readonly person: string
  readonly cash: Fen
  readonly venueSeq: number
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
  FactOf<(typeof JOURNALLED_FACTS)[number]> | OpenedRecord | VenueSeqRecord | ResetRecord

export type GatewayRecordKind = GatewayRecord['kind']
