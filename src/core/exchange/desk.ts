import type { ErrorCode, NumberedReport, VenueRequest } from '../contracts/index.ts'
import { feeOf, never } from '../domain/index.ts'
import type {
  Epoch,
  Fill,
  Instrument,
  InstrumentId,
  Lots,
  Micros,
  OrderId,
  OrderTerms,
  Ticks,
  TradingDay,
} from '../domain/index.ts'
import { admissionRefusal } from './admission.ts'
import type { DeskOptions } from './desk-options.ts'
import type { OrderMarket } from './order-market.ts'
import { OrderRegistry } from './order-registry.ts'
import { Outbox } from './outbox.ts'
import type { OwnOrder } from './own-order.ts'
import type { ExchangeRecord } from './record.ts'
import { resetRefusal } from './reset.ts'

type Reset = Extract<VenueRequest, { readonly kind: 'reset' }>

/**
 * Where gateways are served: requests in, reports out, whatever the market behind. It checks,
 * numbers, keeps the books, and hands accepted orders to the market, which calls `fill` and
 * `cancel` back.
 */
export class Desk {
  readonly outbox = new Outbox()
  readonly registry: OrderRegistry
  readonly #market: OrderMarket
  readonly #options: DeskOptions
  readonly #seed: number
  readonly #sessionOpen: (instrument: InstrumentId, now: Micros) => boolean
  #torn: readonly OwnOrder[] = []

  constructor(options: DeskOptions, seed: number, market: OrderMarket) {
    const instruments: (Instrument | undefined)[] = []
    for (const instrument of options.instruments) instruments[instrument.id] = instrument
    this.registry = new OrderRegistry(instruments, options.tradingDay, options.initialCash)
    this.#options = options
    this.#market = market
    this.#seed = seed
    this.#sessionOpen = options.sessionOpen ?? (() => true)
  }

  /** Before the first deed of a life: makes the account, or ends what a crash cut in two. */
  open(at: Micros): void {
    if (!this.registry.opened) {
      const { tradingDay, initialCash: cash } = this.#options
      this.#record({ kind: 'opened', at, tradingDay, cash, seed: this.#seed })
    }
    const torn = this.#torn
    if (torn.length === 0) return
    this.#torn = []
    for (const order of torn) this.cancel(order, 'venue.unfilled', at)
  }

  request(request: VenueRequest, now: Micros): void {
    this.open(now)
    switch (request.kind) {
      case 'login':
        this.#fence(request.epoch, now)
        return this.beat(now)
      case 'fence':
        return this.#fence(request.epoch, now)
      case 'submit':
        return this.#submit(request.order, request.epoch, now)
      case 'cancel':
        return this.#cancel(request.order, request.epoch, now)
      case 'query':
        return this.#query(request.order, now)
      case 'resend': {
        const from = Math.max(0, Math.trunc(request.after) || 0)
        for (const report of this.registry.reports.slice(from)) this.outbox.report(report)
        return
      }
      case 'ledger':
        this.outbox.report({ kind: 'ledger', at: now, ledger: this.registry.ledgerAt(now) })
        return
      case 'reset':
        return this.#reset(request, now)
      default:
        never(request)
    }
  }

  beat(at: Micros): void {
    this.outbox.report({ kind: 'beat', at, seq: this.registry.seq })
  }

  /** The market filled lots of a working order. */
  fill(order: OwnOrder, price: Ticks, volume: Lots, at: Micros): void {
    const { terms, instrument } = order
    if (instrument === undefined) throw new RangeError(`order ${terms.id} has no instrument`)
    const seq = this.registry.seq + 1
    const { id, owner, side, offset } = terms
    const fill: Fill = {
      id: `${seq}`,
      order: id,
      owner,
      instrument: instrument.id,
      side,
      offset,
      price,
      volume,
      at,
    }
    const { closedToday } = this.registry.ledger.preview(instrument.id, fill)
    const fee = feeOf(instrument, offset, price, volume, closedToday)
    this.#report({ kind: 'filled', seq, at, fill, fee, closedToday })
  }

  /** A working order ends unfilled, in whole or in part. */
  cancel(order: OwnOrder, code: ErrorCode, at: Micros): void {
    const { seq } = this.registry
    this.#report({
      kind: 'cancelled',
      seq: seq + 1,
      at,
      order: order.terms.id,
      left: order.left,
      code,
    })
  }

  /**
   * Day orders end, then the books settle. `priceOf` gives the settlement price, NaN where there
   * is none and the instrument is not held.
   */
  endDay(at: Micros, nextTradingDay: TradingDay, priceOf: (instrument: Instrument) => Ticks): void {
    this.open(at)
    const { registry } = this
    const working = registry.working.slice()
    for (const order of working) {
      this.#market.withdraw(order)
      this.cancel(order, 'venue.day-end', at)
    }
    const { tradingDay } = registry.ledger
    const prices: [InstrumentId, Ticks][] = []
    const expired: InstrumentId[] = []
    for (const instrument of this.#options.instruments) {
      const price = priceOf(instrument)
      if (!Number.isNaN(price)) prices.push([instrument.id, price])
      const { id, expires } = instrument
      if (expires !== undefined && expires <= tradingDay && !registry.expired.has(id)) {
        expired.push(id)
      }
    }
    const seq = registry.seq + 1
    this.#report({ kind: 'settled', seq, at, tradingDay, nextTradingDay, prices, expired })
  }

  /** Reads an earlier life back. Call it before anything else. */
  restore(records: readonly ExchangeRecord[]): void {
    for (const record of records) this.registry.apply(record)
    this.#torn = this.registry.mend()
  }

  #fence(epoch: Epoch, at: Micros): void {
    if (epoch > this.registry.fence) this.#record({ kind: 'fenced', at, epoch })
    const { fence, seq } = this.registry
    // A gateway of an earlier life reads here that a later one took over.
    this.outbox.report({ kind: 'logged-in', at, epoch: fence, seq })
  }

  #submit(terms: OrderTerms, epoch: Epoch, at: Micros): void {
    const { registry } = this
    const known = registry.order(terms.id)
    if (known !== undefined) {
      for (const report of known.reports) this.outbox.report(report)
      return
    }
    const [market, sessionOpen] = [this.#market, this.#sessionOpen]
    const refusal = admissionRefusal(terms, epoch, at, { registry, market, sessionOpen })
    this.#record({ kind: 'submitted', at, order: terms })
    const seq = registry.seq + 1
    if (refusal !== undefined) {
      const { code, message } = refusal
      this.#report({ kind: 'rejected', seq, at, order: terms.id, code, message })
      return
    }
    this.#report({ kind: 'accepted', seq, at, order: terms.id })
    const order = registry.order(terms.id)
    if (order !== undefined) this.#market.place(order, at)
  }

  #cancel(id: OrderId, epoch: Epoch, at: Micros): void {
    const order = this.registry.order(id)
    if (!(epoch >= this.registry.fence)) this.#refuseCancel(id, 'venue.fenced', at)
    else if (order === undefined) this.#refuseCancel(id, 'venue.not-found', at)
    else if (order.status !== 'working') this.#refuseCancel(id, 'venue.final', at)
    else {
      this.#market.withdraw(order)
      this.cancel(order, 'venue.cancelled', at)
    }
  }

  #refuseCancel(order: OrderId, code: ErrorCode, at: Micros): void {
    this.outbox.report({ kind: 'cancel-refused', at, order, code })
  }

  #reset({ epoch, command, person }: Reset, at: Micros): void {
    const { registry } = this
    const known = registry.resets.get(command)
    if (known !== undefined) return this.outbox.report(known)
    const refusal = resetRefusal(registry, epoch)
    if (refusal !== undefined) {
      return this.outbox.report({ kind: 'reset-refused', at, command, ...refusal })
    }
    const cash = this.#options.initialCash
    this.#report({ kind: 'reset', seq: registry.seq + 1, at, command, person, cash })
  }

  #query(id: OrderId, at: Micros): void {
    const { registry } = this
    const order = registry.order(id)
    if (order === undefined && !registry.voided.has(id)) {
      this.#record({ kind: 'voided', at, order: id })
    }
    this.outbox.report({
      kind: 'order-status',
      at,
      order: id,
      status: order?.status ?? 'not-found',
      filled: (order?.filled ?? 0) as Lots,
      seq: registry.seq,
    })
  }

  #record(record: ExchangeRecord): void {
    this.registry.apply(record)
    this.outbox.record(record)
  }

  #report(report: NumberedReport): void {
    this.#record({ kind: 'reported', report })
    this.outbox.report(report)
  }
}
