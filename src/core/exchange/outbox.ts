import type { VenueReport } from '../contracts/index.ts'
import type { Quote } from '../domain/index.ts'
import type { ExchangeOutput } from './exchange.ts'
import { NOTHING } from './exchange.ts'
import type { ExchangeRecord } from './record.ts'

/** Collects what one step brings, and hands it out once. A step that brings nothing is free. */
export class Outbox {
  #records: ExchangeRecord[] | undefined
  #reports: VenueReport[] | undefined
  #quotes: Quote[] | undefined

  record(record: ExchangeRecord): void {
    this.#records ??= []
    this.#records.push(record)
  }

  report(report: VenueReport): void {
    this.#reports ??= []
    this.#reports.push(report)
  }

  quote(quote: Quote): void {
    this.#quotes ??= []
    this.#quotes.push(quote)
  }

  /** Everything since the last call; the constant `NOTHING` when that is nothing. */
  take(): ExchangeOutput {
    const records = this.#records
    const reports = this.#reports
    const quotes = this.#quotes
    if (records === undefined && reports === undefined && quotes === undefined) return NOTHING
    this.#records = undefined
    this.#reports = undefined
    this.#quotes = undefined
    return {
      records: records ?? NOTHING.records,
      reports: reports ?? NOTHING.reports,
      quotes: quotes ?? NOTHING.quotes,
    }
  }
}
