import type { VenueReport, VenueRequest } from '../contracts/index.ts'
import type { Micros, Quote } from '../domain/index.ts'
import type { ExchangeRecord } from './record.ts'

/** What one step of the exchange brought. Records are durable before reports leave. */
export interface ExchangeOutput {
  readonly records: readonly ExchangeRecord[]
  readonly reports: readonly VenueReport[]
  readonly quotes: readonly Quote[]
}

/** The same object whenever nothing happened, so that a quiet quote allocates nothing. */
export const NOTHING: ExchangeOutput = { records: [], reports: [], quotes: [] }

/** The other side of the wire: matching, a market and a ledger of its own. */
export interface Exchange {
  /** A gateway asks. */
  request(request: VenueRequest, now: Micros): ExchangeOutput
  /** A recorded or followed market moved; a simulated one makes its own quotes and ignores this. */
  quote(quote: Quote): ExchangeOutput
  /** Time passed: the simulated market trades, beats are sent, days end. */
  advance(now: Micros): ExchangeOutput
  /** Goes on where the records of an earlier life ended. Called once, before anything else. */
  restore(records: readonly ExchangeRecord[]): void
}
