import type { Clock, Journal } from '../../src/core/ports/index.ts'
import type { VenueReport, VenueRequest } from '../../src/core/contracts/index.ts'
import type { InstrumentId, Micros, OrderId } from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND, never } from '../../src/core/domain/index.ts'
import { LatencyHistogram } from '../../src/core/figures/index.ts'

/** A window of the histograms; a beat speaks of the last one and the one that runs. */
const WINDOW = 5 * MICROS_PER_SECOND
/** Orders whose report is awaited; those of a venue that never answers are forgotten. */
const MOST_AWAITED = 1_000

/** How long things take in this process, in µs of the monotonic clock. */
export class Measures {
  /** From what the exchange said to where it is heard. */
  readonly hop = new LatencyHistogram()
  /** From a quote to the target that was decided on it. */
  readonly target = new LatencyHistogram()
  /** From a quote to an order that it brought about. */
  readonly order = new LatencyHistogram()
  readonly journal = new LatencyHistogram()
  /** From an order to the venue's first word on it. */
  readonly report = new LatencyHistogram()
  /** When the last write of the journal was over; monotonic. */
  durableAt = NaN
  readonly #clock: Clock
  readonly #sentAt = new Map<OrderId, Micros>()
  /** By instrument: the session time of the last cause of an order, and when its quote came. */
  readonly #causeAt: number[] = []
  readonly #causeCame: number[] = []
  #turnAt: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#turnAt = clock.monotonic() + WINDOW
  }

  /** A quote, or a target decided on one, may bring an order about at session time `now`. */
  cause(instrument: InstrumentId, now: Micros, cameAt: number): void {
    this.#causeAt[instrument] = now
    this.#causeCame[instrument] = cameAt
  }

  asked(request: VenueRequest): void {
    if (request.kind !== 'submit') return
    const { id, instrument, createdAt } = request.order
    const now = this.#clock.monotonic()
    if (this.#causeAt[instrument] === createdAt)
      this.order.record(now - this.#causeCame[instrument]!)
    if (this.#sentAt.size >= MOST_AWAITED) this.#sentAt.clear()
    this.#sentAt.set(id, now)
  }

  heard(report: VenueReport): void {
    if (this.#sentAt.size === 0) return
    const order = orderOf(report)
    const sentAt = order === undefined ? undefined : this.#sentAt.get(order)
    if (order === undefined || sentAt === undefined) return
    this.#sentAt.delete(order)
    this.report.record(this.#clock.monotonic() - sentAt)
  }

  /** The same journal, with every append measured. */
  timed<JournalRecord>(journal: Journal<JournalRecord>): Journal<JournalRecord> {
    return {
      append: (records) => {
        const begun = this.#clock.monotonic()
        const kept = journal.append(records)
        this.durableAt = this.#clock.monotonic()
        this.journal.record(this.durableAt - begun)
        return kept
      },
      prepare: (records) => journal.prepare?.(records),
      close: () => journal.close(),
    }
  }

  /** By the names of the beat's figures. */
  figures(): Readonly<Record<string, number>> {
    const told: Record<string, number> = {}
    const spread = (name: string, histogram: LatencyHistogram): void => {
      told[`${name}.p50_us`] = histogram.quantile(0.5)
      told[`${name}.p99_us`] = histogram.quantile(0.99)
    }
    spread('hop.gateway', this.hop)
    spread('tick.target', this.target)
    spread('tick.order', this.order)
    spread('journal', this.journal)
    spread('order.report', this.report)
    if (this.#clock.monotonic() >= this.#turnAt) this.#turn()
    return told
  }

  #turn(): void {
    this.#turnAt = this.#clock.monotonic() + WINDOW
    for (const each of [this.hop, this.target, this.order, this.journal, this.report]) each.turn()
  }
}

function orderOf(report: VenueReport): OrderId | undefined {
  switch (report.kind) {
    case 'accepted':
    case 'rejected':
    case 'cancelled':
    case 'order-status':
      return report.order
    case 'filled':
      return report.fill.order
    case 'settled':
    case 'beat':
    case 'logged-in':
    case 'cancel-refused':
    case 'ledger':
    case 'reset':
    case 'reset-refused':
    case 'connection':
      return undefined
    default:
      return never(report)
  }
}
