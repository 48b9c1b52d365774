import type { NumberedReport, VenueLedger } from '../contracts/index.ts'
import { never } from '../domain/index.ts'
import type {
  Epoch,
  Fen,
  Instrument,
  InstrumentId,
  IntentId,
  Micros,
  OrderId,
  OrderTerms,
  TradingDay,
} from '../domain/index.ts'
import { Ledger } from './ledger.ts'
import { OwnOrder, isImmediate } from './own-order.ts'
import type { ExchangeRecord } from './record.ts'

/**
 * All that the exchange must not forget: ledger, orders, the numbers of its reports, voided ids
 * and the fence. It changes by records alone, one path in life and after a restart.
 */
export class OrderRegistry {
  readonly instruments: readonly (Instrument | undefined)[]
  /** Every numbered report; that numbered `seq` stands at `seq - 1`. */
  readonly reports: NumberedReport[] = []
  /** In the order in which they were accepted. */
  readonly working: OwnOrder[] = []
  readonly expired = new Set<InstrumentId>()
  readonly voided = new Set<OrderId>()
  /** By the command that each was asked for with. */
  readonly resets = new Map<IntentId, NumberedReport>()
  ledger: Ledger
  /** Orders of an earlier epoch are refused. */
  fence = 0 as Epoch
  /** Whether the first record was made. */
  opened = false
  readonly #orders = new Map<OrderId, OwnOrder>()

  /** @param instruments by id. */
  constructor(instruments: readonly (Instrument | undefined)[], tradingDay: TradingDay, cash: Fen) {
    this.instruments = instruments
    this.ledger = new Ledger(instruments, tradingDay, cash)
  }

  /** Number of the last report. */
  get seq(): number {
    return this.reports.length
  }

  order(id: OrderId): OwnOrder | undefined {
    return this.#orders.get(id)
  }

  add(terms: OrderTerms): OwnOrder {
    const order = new OwnOrder(terms, this.instruments[terms.instrument])
    this.#orders.set(terms.id, order)
    return order
  }

  /** @throws RangeError when the record cannot follow those before it. */
  apply(record: ExchangeRecord): void {
    switch (record.kind) {
      case 'opened':
        this.ledger = new Ledger(this.instruments, record.tradingDay, record.cash)
        this.opened = true
        return
      case 'fenced':
        this.fence = record.epoch
        return
      case 'submitted':
        this.add(record.order)
        return
      case 'voided':
        this.voided.add(record.order)
        return
      case 'reported':
        this.report(record.report)
        return
      case 'stepped':
        return
      default:
        never(record)
    }
  }

  /** @throws RangeError when a number is missing, or the report contradicts ledger or orders. */
  report(report: NumberedReport): void {
    if (report.seq !== this.seq + 1) {
      throw new RangeError(`report ${report.seq} follows ${this.seq}: the journal has a hole`)
    }
    this.reports.push(report)
    if (report.kind === 'settled') {
      this.ledger.settle(report)
      for (const id of report.expired) this.expired.add(id)
      return
    }
    if (report.kind === 'reset') {
      this.ledger.reset(report)
      this.resets.set(report.command, report)
      return
    }
    const order = this.#reported(report)
    order.reports.push(report)
    if (report.kind === 'accepted') {
      order.status = 'working'
      this.working.push(order)
      return
    }
    if (report.kind === 'filled') {
      this.ledger.fill(report)
      order.filled += report.fill.volume
      if (order.left > 0) return
      order.status = 'filled'
    } else order.status = report.kind
    const index = this.working.indexOf(order)
    if (index >= 0) this.working.splice(index, 1)
  }

  #reported(report: Exclude<NumberedReport, { kind: 'settled' | 'reset' }>): OwnOrder {
    const id = report.kind === 'filled' ? report.fill.order : report.order
    const order = this.#orders.get(id)
    if (order === undefined) throw new RangeError(`report ${report.seq} is about no order: ${id}`)
    const fits = order.status === (mayBegin(report) ? 'pending' : 'working')
    const volume = report.kind === 'filled' ? report.fill.volume : 0
    if (!fits || volume > order.left) {
      throw new RangeError(`report ${report.seq} (${report.kind}) cannot follow for order ${id}`)
    }
    return order
  }

  /**
   * After the last record was read back: an order without an answer never left, so it was never
   * taken; one that must not rest, and whose end was not recorded, is returned to be cancelled.
   */
  mend(): readonly OwnOrder[] {
    for (const [id, order] of this.#orders) {
      if (order.status === 'pending') this.#orders.delete(id)
    }
    return this.working.filter(isImmediate)
  }

  ledgerAt(at: Micros): VenueLedger {
    const { ledger } = this
    return {
      seq: this.seq,
      at,
      tradingDay: ledger.tradingDay,
      staticBalance: ledger.staticBalance,
      closeProfit: ledger.closeProfit,
      fees: ledger.fees,
      positions: ledger.lines(),
      working: this.working.map((order) => order.terms.id),
    }
  }
}

function mayBegin(report: NumberedReport): boolean {
  return report.kind === 'accepted' || report.kind === 'rejected'
}
