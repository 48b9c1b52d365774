import type { VenueLines } from '../../src/adapters/market/lines.ts'
import type { Failure, VenueReport, VenueRequest } from '../../src/core/contracts/index.ts'
import type { Micros, Quote } from '../../src/core/domain/index.ts'
import type { Exchange, ExchangeOutput, ExchangeRecord } from '../../src/core/exchange/index.ts'
import { NOTHING } from '../../src/core/exchange/index.ts'
import type { Clock, Journal } from '../../src/core/ports/index.ts'
import { Durations } from './durations.ts'
import type { Tally } from './tally.ts'

export interface VenueParts {
  readonly exchange: Exchange
  readonly journal: Journal<ExchangeRecord>
  readonly lines: VenueLines
  readonly tally: Tally
  readonly clock: Clock
  /** The market moved by itself. */
  readonly onQuote: (quote: Quote) => void
  /** Its records could not be kept: from now on it answers nothing. Called once. */
  readonly onFailure: (failure: Failure) => void
}

/**
 * The exchange between its two lines. What comes in goes through the line to it; what it brings
 * about is durable before any of it leaves; its reports go through the line back.
 */
export class Venue {
  /** Requests that came in, in this life. */
  asked = 0
  /** Reports that left. */
  reported = 0
  failure: Failure | undefined
  readonly appends = new Durations()
  readonly #parts: VenueParts

  constructor(parts: VenueParts) {
    this.#parts = parts
  }

  /** When a line next has something to carry; Infinity when both are empty. */
  get nextDue(): number {
    if (this.failure !== undefined) return Infinity
    const { toVenue, toGateway } = this.#parts.lines
    return Math.min(toVenue.nextDue, toGateway.nextDue)
  }

  ask(request: VenueRequest, now: Micros): void {
    this.asked++
    this.#parts.lines.toVenue.push(request, now)
  }

  quote(quote: Quote, now: Micros): void {
    const output = this.#parts.exchange.quote(quote)
    if (output !== NOTHING) this.#take([output], now)
  }

  advance(now: Micros): void {
    const output = this.#parts.exchange.advance(now)
    if (output !== NOTHING) this.#take([output], now)
  }

  /**
   * Hands over the requests that are due, and what they brought is kept as one group.
   *
   * @returns the reports that are due back, in order.
   */
  carry(now: Micros): readonly VenueReport[] {
    const { exchange, lines } = this.#parts
    const outputs: ExchangeOutput[] = []
    for (const request of lines.toVenue.due(now)) {
      const output = exchange.request(request, now)
      if (output !== NOTHING) outputs.push(output)
    }
    if (outputs.length > 0) this.#take(outputs, now)
    if (this.failure !== undefined) return []
    const reports = lines.toGateway.due(now)
    this.reported += reports.length
    return reports
  }

  #take(outputs: readonly ExchangeOutput[], now: Micros): void {
    if (this.failure !== undefined) return
    const { lines, onQuote } = this.#parts
    if (!this.#keep(outputs.flatMap(({ records }) => records))) return
    for (const { quotes, reports } of outputs) {
      for (const report of reports) lines.toGateway.push(report, now)
      for (const quote of quotes) onQuote(quote)
    }
  }

  #keep(records: readonly ExchangeRecord[]): boolean {
    if (records.length === 0) return true
    const { journal, clock, tally, onFailure } = this.#parts
    const begun = clock.monotonic()
    const kept = journal.append(records)
    if (!kept.ok) {
      this.failure = kept.error
      onFailure(kept.error)
      return false
    }
    this.appends.add(clock.monotonic() - begun)
    for (const record of records) tally.add(record)
    return true
  }
}
