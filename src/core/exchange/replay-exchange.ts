import type { VenueRequest } from '../contracts/index.ts'
import { MICROS_PER_SECOND } from '../domain/index.ts'
import type {
  Instrument,
  InstrumentId,
  Micros,
  OrderId,
  Quote,
  Ticks,
  TradingDay,
} from '../domain/index.ts'
import { Desk } from './desk.ts'
import type { DeskOptions } from './desk-options.ts'
import type { Exchange, ExchangeOutput } from './exchange.ts'
import { NOTHING } from './exchange.ts'
import type { FillRuleName } from './fill-rule.ts'
import { fillRule } from './fill-rules.ts'
import type { OrderMarket } from './order-market.ts'
import type { OwnOrder } from './own-order.ts'
import { isImmediate } from './own-order.ts'
import type { ExchangeRecord } from './record.ts'
import { ReplayQueue } from './replay-queue.ts'
import { meanCost, settlementPrice } from './settlement-price.ts'

export interface ReplayExchangeOptions extends DeskOptions {
  /** When waiting orders fill. */
  readonly rule: FillRuleName
  /**
   * The trading day that a moment of an instrument belongs to; NaN where it cannot be told, and
   * then no day ends. A later day than the ledger's ends that one.
   */
  readonly tradingDayOf: (instrument: InstrumentId, at: Micros) => TradingDay
  readonly nextTradingDay: (day: TradingDay) => TradingDay
  /** µs after which a new order takes nothing of a quote any more; never, where left out. */
  readonly freshFor?: number
}

/** Recorded or followed quotes as a market that does not know of our orders. */
export interface ReplayExchange extends Exchange {
  /** Estimate of the lots before a waiting order: Infinity while unseen, NaN when it waits not. */
  queueAhead(order: OrderId): number
  /** Settles now, for a run that ends before the next day's first quote. */
  endDay(now: Micros): ExchangeOutput
  /** Takes over a quote that is too old to trade on: it values and bounds, and fills nothing. */
  see(quote: Quote): void
  /** Quotes are missing: until its next one nothing of an instrument fills. */
  lose(): void
}

/**
 * Makes the exchange behind recorded quotes. A restart loses the places in the queue: waiting
 * orders stand at the back of what the next quote shows at their price.
 */
export function createReplayExchange(options: ReplayExchangeOptions): ReplayExchange {
  return new RecordedMarket(options)
}

class RecordedMarket implements ReplayExchange, OrderMarket {
  readonly #options: ReplayExchangeOptions
  readonly #desk: Desk
  readonly #latest: (Quote | undefined)[] = []
  readonly #queues: (ReplayQueue | undefined)[] = []
  /** The same arrays as in the queues, one load nearer. */
  readonly #waiting: OwnOrder[][] = []
  readonly #settlements: Ticks[] = []
  /** Whether the latest is one to trade on. */
  readonly #trusted: boolean[] = []
  #nextBeat = -Infinity
  #now = 0 as Micros

  constructor(options: ReplayExchangeOptions) {
    this.#options = options
    this.#desk = new Desk(options, 0, this)
    const rule = fillRule(options.rule)
    const size = options.instruments.reduce((most, { id }) => Math.max(most, id + 1), 0)
    for (let id = 0; id < size; id++) {
      this.#latest.push(undefined)
      this.#queues.push(undefined)
      this.#waiting.push([])
      this.#settlements.push(NaN as Ticks)
      this.#trusted.push(false)
    }
    for (const instrument of options.instruments) {
      const queue = new ReplayQueue(instrument, rule, (order, price, volume) =>
        this.#desk.fill(order, price, volume, this.#now),
      )
      this.#queues[instrument.id] = queue
      this.#waiting[instrument.id] = queue.waiting
    }
  }

  quote(quote: Quote): ExchangeOutput {
    const id = quote.instrument
    const waiting = this.#waiting[id]
    if (waiting !== undefined && waiting.length === 0 && quote.at < this.#nextBeat) {
      this.#latest[id] = quote
      this.#trusted[id] = true
      return NOTHING
    }
    return this.#attend(quote)
  }

  request(request: VenueRequest, now: Micros): ExchangeOutput {
    this.#now = now
    if (now >= this.#nextBeat) this.#second(now)
    this.#desk.request(request, now)
    return this.#desk.outbox.take()
  }

  advance(now: Micros): ExchangeOutput {
    if (!(now >= this.#nextBeat)) return NOTHING
    this.#now = now
    this.#second(now)
    return this.#desk.outbox.take()
  }

  endDay(now: Micros): ExchangeOutput {
    this.#now = now
    const { tradingDay } = this.#desk.registry.ledger
    this.#turnDay(now, this.#options.nextTradingDay(tradingDay), undefined)
    return this.#desk.outbox.take()
  }

  restore(records: readonly ExchangeRecord[]): void {
    this.#desk.restore(records)
    for (const order of this.#desk.registry.working) {
      if (!isImmediate(order)) this.#queues[order.terms.instrument]?.wait(order)
    }
  }

  see(quote: Quote): void {
    const id = quote.instrument
    if (this.#queues[id] === undefined) return
    this.#latest[id] = quote
    this.#trusted[id] = false
  }

  lose(): void {
    this.#trusted.fill(false)
  }

  queueAhead(id: OrderId): number {
    const order = this.#desk.registry.order(id)
    return order?.status === 'working' ? order.ahead : NaN
  }

  place(order: OwnOrder, at: Micros): void {
    const { instrument } = order.terms
    const done = this.#queues[instrument]?.place(order, this.#shown(instrument, at))
    if (done !== true) this.#desk.cancel(order, 'venue.unfilled', at)
  }

  withdraw(order: OwnOrder): void {
    this.#queues[order.terms.instrument]?.withdraw(order)
  }

  mark(id: InstrumentId): Ticks {
    const last = this.#ticks(id, this.#latest[id]?.last)
    return Number.isNaN(last) ? (this.#settlements[id] ?? (NaN as Ticks)) : last
  }

  upperLimit(id: InstrumentId): Ticks {
    return this.#ticks(id, this.#latest[id]?.upperLimit)
  }

  lowerLimit(id: InstrumentId): Ticks {
    return this.#ticks(id, this.#latest[id]?.lowerLimit)
  }

  /** What a new order can be held against; undefined where that is not known well enough. */
  #shown(id: InstrumentId, at: Micros): Quote | undefined {
    const quote = this.#trusted[id] === true ? this.#latest[id] : undefined
    const { freshFor = Infinity } = this.#options
    return quote !== undefined && at - quote.at <= freshFor ? quote : undefined
  }

  #attend(quote: Quote): ExchangeOutput {
    const id = quote.instrument
    const queue = this.#queues[id]
    if (queue === undefined) return NOTHING
    // In real time requests were served meanwhile, later than this stamp.
    if (quote.at > this.#now) this.#now = quote.at
    if (quote.at >= this.#nextBeat) this.#second(quote.at, quote)
    const previous = this.#trusted[id] === true ? this.#latest[id] : undefined
    this.#latest[id] = quote
    this.#trusted[id] = true
    if (queue.waiting.length > 0) queue.move(previous, quote)
    return this.#desk.outbox.take()
  }

  /** What is done at most once a second: the day's turn and the beat. */
  #second(at: Micros, quote?: Quote): void {
    this.#desk.open(at)
    const next = quote === undefined ? this.#earliestDay(at) : this.#dayOf(quote.instrument, at)
    if (next > this.#desk.registry.ledger.tradingDay) this.#turnDay(at, next, quote)
    this.#desk.beat(at)
    this.#nextBeat = at + MICROS_PER_SECOND
  }

  #dayOf(instrument: InstrumentId, at: Micros): TradingDay {
    return this.#options.tradingDayOf(instrument, at)
  }

  /** Without a quote a day ends when it has ended for everything. */
  #earliestDay(at: Micros): TradingDay {
    let earliest = Infinity
    for (const { id } of this.#options.instruments) {
      earliest = Math.min(earliest, this.#dayOf(id, at))
    }
    return (earliest === Infinity ? NaN : earliest) as TradingDay
  }

  #turnDay(at: Micros, next: TradingDay, quote: Quote | undefined): void {
    this.#desk.endDay(at, next, (instrument) => {
      const price = this.#settlement(instrument, quote)
      this.#settlements[instrument.id] = price
      return price
    })
    this.#latest.fill(undefined)
  }

  /**
   * Of the day's last quote. Where none was seen since a restart: what the new day's quote says
   * of the day before, the settlement before that, or what is held at its mean cost.
   */
  #settlement(instrument: Instrument, quote: Quote | undefined): Ticks {
    const { id } = instrument
    const latest = this.#latest[id]
    if (latest !== undefined) {
      const last = this.mark(id)
      const low = this.#ticks(id, latest.low)
      const high = this.#ticks(id, latest.high)
      const price = settlementPrice(instrument, latest.volume, latest.turnover, last, low, high)
      if (!Number.isNaN(price)) return price
    }
    if (!this.#desk.registry.ledger.holds(id)) return NaN as Ticks
    const told = quote?.instrument === id ? this.#ticks(id, quote.preSettlement) : NaN
    const known = Number.isNaN(told) ? this.#settlements[id]! : told
    return Number.isNaN(known)
      ? meanCost(this.#desk.registry.ledger.position(id))
      : (known as Ticks)
  }

  #ticks(id: InstrumentId, price: number | undefined): Ticks {
    const instrument = this.#queues[id]?.instrument
    if (instrument === undefined || price === undefined) return NaN as Ticks
    return Math.round((price * instrument.tickScale) / instrument.tickUnits) as Ticks
  }
}
