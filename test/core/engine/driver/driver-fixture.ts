import type { Fact, VenueReport, VenueRequest } from '../../../../src/core/contracts/index.ts'
import type { Micros, Quote } from '../../../../src/core/domain/index.ts'
import type { DriverOptions, Observer } from '../../../../src/core/engine/driver/index.ts'
import { Driver } from '../../../../src/core/engine/driver/index.ts'
import type {
  Exchange,
  ExchangeOutput,
  ExchangeRecord,
} from '../../../../src/core/exchange/index.ts'
import type { GatewayRecord } from '../../../../src/core/journal/index.ts'
import { askLine, sendLine } from '../fixture/log.ts'
import { DAY, START } from '../fixture/market.ts'
import { gatewayFor } from '../fixture/random-run.ts'
import { RecordingJournal } from '../fixture/recording-journal.ts'

const QUIET: ExchangeOutput = { records: [], reports: [], quotes: [] }

/** A venue that accepts and fills every order at once, and keeps a record of each. */
export class ToyExchange implements Exchange {
  readonly asked: string[] = []
  readonly log: string[]
  seq = 0
  now: Micros = START

  constructor(log: string[]) {
    this.log = log
  }

  request(request: VenueRequest, now: Micros): ExchangeOutput {
    this.now = now
    this.log.push(`venue ${request.kind === 'submit' ? sendLine(request.order) : askLine(request)}`)
    if (request.kind === 'login') {
      return {
        ...QUIET,
        reports: [{ kind: 'logged-in', at: now, epoch: request.epoch, seq: this.seq }],
      }
    }
    if (request.kind === 'ledger') return { ...QUIET, reports: [this.#ledger()] }
    if (request.kind !== 'submit') return QUIET
    const { id: order, owner, instrument, side, offset, volume, limit: price } = request.order
    const fill = { id: `f${order}`, order, owner, instrument, side, offset, price, volume, at: now }
    const reports = [
      { kind: 'accepted', seq: ++this.seq, at: now, order },
      { kind: 'filled', seq: ++this.seq, at: now, fill, fee: 0 as never, closedToday: 0 as never },
    ] as const
    return { ...QUIET, records: reports.map((report) => ({ kind: 'reported', report })), reports }
  }

  quote(quote: Quote): ExchangeOutput {
    this.log.push(`venue sees ${quote.last}`)
    return QUIET
  }

  advance(now: Micros): ExchangeOutput {
    return { ...QUIET, reports: [{ kind: 'beat', at: now, seq: this.seq }] }
  }

  restore(records: readonly ExchangeRecord[]): void {
    this.seq = records.length
  }

  #ledger(): VenueReport {
    const money = { staticBalance: 500_000_000, closeProfit: 0, fees: 0 }
    const books = {
      seq: this.seq,
      at: this.now,
      tradingDay: DAY,
      ...money,
      positions: [],
      working: [],
    }
    return { kind: 'ledger', at: this.now, ledger: books as never }
  }
}

/** Journals that write into one log with everything that is asked and told. */
class LoggedJournal<
  JournalRecord extends { readonly kind: string },
> extends RecordingJournal<JournalRecord> {
  readonly #log: string[]
  readonly #name: string

  constructor(log: string[], name: string) {
    super()
    this.#log = log
    this.#name = name
  }

  override append(records: readonly JournalRecord[]) {
    const kept = super.append(records)
    const kinds = records.map(({ kind }) => kind).join(' ')
    this.#log.push(`${this.#name} ${kept.ok ? 'keeps' : 'fails on'} ${kinds}`)
    return kept
  }
}

/** A driver with everything in one log, in the order in which it happened. */
export function loggedDriver(options: Partial<DriverOptions> = {}) {
  const log: string[] = []
  const gateway = gatewayFor(1)
  const exchange = new ToyExchange(log)
  const gatewayJournal = new LoggedJournal<GatewayRecord>(log, 'gateway')
  const exchangeJournal = new LoggedJournal<ExchangeRecord>(log, 'exchange')
  const observer: Observer = {
    quote: (quote) => void log.push(`quote ${quote.last}`),
    fact: (fact: Fact) => {
      if (fact.kind === 'state') log.push(`state ${fact.state} (${fact.cause})`)
      if (fact.kind === 'ack') log.push(`ack ${fact.outcome}`)
    },
    target: (command) => void log.push(`target ${command.target}`),
    request: (request) => void log.push(`asks ${request.kind}`),
    report: (report) => void log.push(`hears ${report.kind}`),
  }
  const parts = { gateway, exchange, gatewayJournal, exchangeJournal, observer, strategies: [] }
  const driver = new Driver({ ...parts, ...options })
  const take = () => log.splice(0)
  return { driver, gateway, exchange, gatewayJournal, exchangeJournal, take }
}
