import type {
  Epoch,
  Fen,
  Fill,
  InstrumentId,
  IntentId,
  Lots,
  Micros,
  OrderId,
  OrderStatus,
  OrderTerms,
  Ticks,
  TradingDay,
} from '../domain/index.ts'
import type { ErrorCode } from './errors.ts'

/**
 * What a gateway asks of a venue. The order's id is chosen by the gateway and is its idempotency
 * key: a venue that knows it answers again, and never makes a second order of it.
 */
export type VenueRequest =
  /** Fences every order of an earlier epoch: one that arrives late is rejected. */
  | { readonly kind: 'login'; readonly epoch: Epoch }
  | { readonly kind: 'submit'; readonly epoch: Epoch; readonly order: OrderTerms }
  | { readonly kind: 'cancel'; readonly epoch: Epoch; readonly order: OrderId }
  /**
   * Asks after one order. A venue that does not know it answers `not-found` and will never accept
   * that id again, so that the answer is final.
   */
  | { readonly kind: 'query'; readonly order: OrderId }
  /** Asks for every numbered report after `after` again. */
  | { readonly kind: 'resend'; readonly after: number }
  /** Asks for the ledger, to compare with. */
  | { readonly kind: 'ledger' }
  /**
   * Shuts out every epoch before this one, as a login of this epoch would, though nobody logs in:
   * what a dead gateway sent and is still under way is rejected. Answered with `logged-in`.
   */
  | { readonly kind: 'fence'; readonly epoch: Epoch }
  /**
   * The account begins anew with the cash of a first start. The command's id is its key: one that
   * was carried out is reported again, never done again. Refused while orders work or lots are
   * held.
   */
  | {
      readonly kind: 'reset'
      readonly epoch: Epoch
      readonly command: IntentId
      readonly person: string
    }

/**
 * What a venue reports. Those with a `seq` count by one over the venue's life, are journalled by
 * it before they leave, and can be asked for again; so a lost one is seen and mended.
 */
export type NumberedReport =
  | {
      readonly kind: 'accepted'
      readonly seq: number
      readonly at: Micros
      readonly order: OrderId
    }
  | {
      readonly kind: 'rejected'
      readonly seq: number
      readonly at: Micros
      readonly order: OrderId
      readonly code: ErrorCode
      readonly message: string
    }
  | {
      readonly kind: 'filled'
      readonly seq: number
      readonly at: Micros
      readonly fill: Fill
      /** What the venue charged. */
      readonly fee: Fen
      /** Of the fill's volume: lots that closed today's positions (0 for an opening fill). */
      readonly closedToday: Lots
    }
  | {
      readonly kind: 'cancelled'
      readonly seq: number
      readonly at: Micros
      readonly order: OrderId
      /** Lots that were left and now will not fill. */
      readonly left: Lots
      readonly code: ErrorCode
    }
  | {
      readonly kind: 'settled'
      readonly seq: number
      readonly at: Micros
      /** The day that ended. */
      readonly tradingDay: TradingDay
      readonly nextTradingDay: TradingDay
      /**
       * Instrument, settlement price in ticks: one for every instrument with a position or quote.
       */
      readonly prices: readonly (readonly [InstrumentId, Ticks])[]
      /**
       * Contracts that ended with this day: their lots are closed at the settlement price, free.
       */
      readonly expired: readonly InstrumentId[]
    }
  /** The account began anew: nothing works, nothing is held, no profit and no fees are left. */
  | {
      readonly kind: 'reset'
      readonly seq: number
      readonly at: Micros
      readonly command: IntentId
      readonly person: string
      readonly cash: Fen
    }

export interface LedgerLine {
  readonly instrument: InstrumentId
  readonly longToday: Lots
  readonly longHistory: Lots
  readonly shortToday: Lots
  readonly shortHistory: Lots
  /** What the long lots stand at less what the short ones do, in ticks × lots. */
  readonly cost: number
}

/** The venue's own books at one moment, after the report numbered `seq`. */
export interface VenueLedger {
  readonly seq: number
  readonly at: Micros
  readonly tradingDay: TradingDay
  /** Balance at the start of the day: cash with all profit up to the last settlement. */
  readonly staticBalance: Fen
  readonly closeProfit: Fen
  readonly fees: Fen
  readonly positions: readonly LedgerLine[]
  readonly working: readonly OrderId[]
}

export type VenueReport =
  | NumberedReport
  /** Sent once a second of session time, and after a login: `seq` of the last numbered report. */
  | { readonly kind: 'beat'; readonly at: Micros; readonly seq: number }
  | { readonly kind: 'logged-in'; readonly at: Micros; readonly epoch: Epoch; readonly seq: number }
  | {
      readonly kind: 'order-status'
      readonly at: Micros
      readonly order: OrderId
      readonly status: OrderStatus | 'not-found'
      readonly filled: Lots
      /** The venue's last numbered report, so that missing fills are asked for first. */
      readonly seq: number
    }
  | {
      readonly kind: 'cancel-refused'
      readonly at: Micros
      readonly order: OrderId
      readonly code: ErrorCode
    }
  | {
      readonly kind: 'reset-refused'
      readonly at: Micros
      readonly command: IntentId
      readonly code: ErrorCode
      readonly message: string
    }
  | { readonly kind: 'ledger'; readonly at: Micros; readonly ledger: VenueLedger }
  /** The line to the venue broke or came back; nothing that was under way is known to arrive. */
  | { readonly kind: 'connection'; readonly at: Micros; readonly connected: boolean }
