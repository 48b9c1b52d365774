import type { NumberedReport } from '../../src/core/contracts/index.ts'
import type { InstrumentId, Micros, OrderId, TradingDay } from '../../src/core/domain/index.ts'
import { never } from '../../src/core/domain/index.ts'
import type { ExchangeRecord } from '../../src/core/exchange/index.ts'

/** What of the exchange's books others are told, counted along with its records. */
export class Tally {
  tradingDay: TradingDay
  /** The last stamp of any record; 0 before the first. */
  lastAt = 0 as Micros
  /** Lots left of every order that came in and has not ended. */
  readonly #left = new Map<OrderId, number>()
  readonly #working = new Set<OrderId>()
  readonly #held = new Map<InstrumentId, number>()

  /** @param tradingDay of the very first start. */
  constructor(tradingDay: TradingDay) {
    this.tradingDay = tradingDay
  }

  get working(): number {
    return this.#working.size
  }

  /** Lots held, long and short, of all instruments. */
  get lots(): number {
    return [...this.#held.values()].reduce((sum, lots) => sum + lots, 0)
  }

  add(record: ExchangeRecord): void {
    const at = record.kind === 'reported' ? record.report.at : record.at
    if (at > this.lastAt) this.lastAt = at
    if (record.kind === 'opened') this.tradingDay = record.tradingDay
    if (record.kind === 'submitted') this.#left.set(record.order.id, record.order.volume)
    if (record.kind === 'reported') this.#reported(record.report)
  }

  #reported(report: NumberedReport): void {
    switch (report.kind) {
      case 'accepted':
        this.#working.add(report.order)
        return
      case 'rejected':
      case 'cancelled':
        return this.#end(report.order)
      case 'filled':
        return this.#filled(report.fill)
      case 'settled':
        this.tradingDay = report.nextTradingDay
        for (const id of report.expired) this.#held.delete(id)
        return
      case 'reset':
        return
      default:
        never(report)
    }
  }

  #filled({
    order,
    instrument,
    offset,
    volume,
  }: Extract<NumberedReport, { kind: 'filled' }>['fill']): void {
    const change = offset === 'open' ? volume : -volume
    this.#held.set(instrument, (this.#held.get(instrument) ?? 0) + change)
    const left = (this.#left.get(order) ?? volume) - volume
    if (left > 0) this.#left.set(order, left)
    else this.#end(order)
  }

  #end(order: OrderId): void {
    this.#left.delete(order)
    this.#working.delete(order)
  }
}

/** Why an exchange must not leave though nobody watches over it; undefined where it may. */
export function holdings({ working, lots }: Tally): string | undefined {
  if (working === 0 && lots === 0) return undefined
  return `orders that work: ${working}, lots that are held: ${lots}`
}
