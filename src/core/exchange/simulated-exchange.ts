import type { VenueRequest } from '../contracts/index.ts'
import { restored, seeded } from '../domain/index.ts'
import type {
  Instrument,
  InstrumentId,
  Micros,
  OrderId,
  Random,
  RandomState,
  Ticks,
} from '../domain/index.ts'
import { MICROS_PER_HOUR, MICROS_PER_SECOND } from '../domain/index.ts'
import { Desk } from './desk.ts'
import type { Exchange, ExchangeOutput } from './exchange.ts'
import { NOTHING } from './exchange.ts'
import { firstMark, nextDate } from './first-mark.ts'
import type { OrderMarket } from './order-market.ts'
import type { OwnOrder } from './own-order.ts'
import type { ExchangeRecord, MarketMark } from './record.ts'
import { settlementPrice } from './settlement-price.ts'
import { SimulatedMarket } from './simulated-market.ts'
import type { SimulatedExchangeOptions } from './simulated-options.ts'

/** The built-in market: a book for each instrument, traded by a background flow. */
export interface SimulatedExchange extends Exchange {
  /** Lots that stand before a working order in its queue; NaN when it is not in a book. */
  queueAhead(order: OrderId): number
  /** Settles now: day orders end, today's lots become older ones, and a new day begins. */
  endDay(now: Micros): ExchangeOutput
  /** Book events so far in this life. */
  readonly events: number
}

/**
 * Makes the built-in market. Its time begins with the first call that carries one, and is counted
 * in steps of one snapshot interval; a restart leaves no gap in it: the market goes on at the
 * first `now` as if no time had passed. What a restart loses is the book itself, which is grown
 * anew around the last middle with our orders at the back of their queues, the drift, and what
 * happened since the last `stepped` record: at most one second.
 */
export function createSimulatedExchange(options: SimulatedExchangeOptions): SimulatedExchange {
  return new BuiltInMarket(options)
}

class BuiltInMarket implements SimulatedExchange, OrderMarket {
  events = 0
  readonly #options: SimulatedExchangeOptions
  readonly #desk: Desk
  readonly #interval: number
  readonly #stepsPerSecond: number
  readonly #stepsPerDay: number
  readonly #meanGap: number
  readonly #onChange: boolean
  #random: Random
  #marks = new Map<InstrumentId, MarketMark>()
  #markets: SimulatedMarket[] = []
  #byId: (SimulatedMarket | undefined)[] = []
  #step = 0
  #now = NaN as Micros
  #nextEvent = Infinity
  #nextStep = Infinity

  constructor(options: SimulatedExchangeOptions) {
    this.#options = options
    this.#interval = options.snapshotInterval ?? MICROS_PER_SECOND / 2
    this.#stepsPerSecond = Math.max(1, Math.round(MICROS_PER_SECOND / this.#interval))
    this.#stepsPerDay = Math.max(
      1,
      Math.round((options.dayLength ?? 4 * MICROS_PER_HOUR) / this.#interval),
    )
    const rate = (options.eventsPerSecond ?? 100) * options.instruments.length
    this.#meanGap = rate > 0 ? MICROS_PER_SECOND / rate : Infinity
    this.#onChange = options.snapshots === 'change'
    this.#random = seeded(options.seed)
    this.#desk = new Desk(options, options.seed, this)
  }

  request(request: VenueRequest, now: Micros): ExchangeOutput {
    this.#run(now)
    this.#desk.request(request, this.#now)
    this.#showChanges(this.#now)
    return this.#desk.outbox.take()
  }

  quote(): ExchangeOutput {
    return NOTHING
  }

  advance(now: Micros): ExchangeOutput {
    this.#run(now)
    return this.#desk.outbox.take()
  }

  endDay(now: Micros): ExchangeOutput {
    this.#run(now)
    this.#turnDay(this.#now)
    return this.#desk.outbox.take()
  }

  restore(records: readonly ExchangeRecord[]): void {
    this.#desk.restore(records)
    let random: RandomState | undefined
    for (const record of records) {
      if (record.kind !== 'stepped') continue
      random = record.random
      this.#step = record.step
      for (const mark of record.marks) this.#marks.set(mark.instrument, mark)
    }
    if (random !== undefined) this.#random = restored(random)
  }

  queueAhead(id: OrderId): number {
    const order = this.#desk.registry.order(id)
    const book = order && this.#byId[order.terms.instrument]?.book
    return order === undefined || book === undefined || order.slot < 0
      ? NaN
      : book.aheadOf(order.slot)
  }

  place(order: OwnOrder, at: Micros): void {
    const left = this.#byId[order.terms.instrument]?.place(order) ?? order.left
    if (left > 0) this.#desk.cancel(order, 'venue.unfilled', at)
  }

  withdraw(order: OwnOrder): void {
    this.#byId[order.terms.instrument]?.withdraw(order)
  }

  mark(instrument: InstrumentId): Ticks {
    const market = this.#byId[instrument]
    if (market === undefined) return NaN as Ticks
    return (Number.isNaN(market.tape.last) ? market.preSettlement : market.tape.last) as Ticks
  }

  upperLimit(instrument: InstrumentId): Ticks {
    return (this.#byId[instrument]?.book.highest ?? NaN) as Ticks
  }

  lowerLimit(instrument: InstrumentId): Ticks {
    return (this.#byId[instrument]?.book.lowest ?? NaN) as Ticks
  }

  /** Everything that is due. Time that goes back stands still. */
  #run(now: Micros): void {
    if (Number.isNaN(this.#now)) this.#begin(now)
    while (true) {
      if (this.#nextStep <= this.#nextEvent) {
        if (this.#nextStep > now) break
        this.#now = this.#nextStep as Micros
        this.#turn()
        this.#nextStep += this.#interval
      } else {
        if (this.#nextEvent > now) break
        this.#event()
        this.#nextEvent += this.#random.exponential(this.#meanGap)
      }
    }
    if (now > this.#now) this.#now = now
  }

  #begin(now: Micros): void {
    this.#now = now
    for (const instrument of this.#options.instruments) {
      const market = new SimulatedMarket(
        this.#marks.get(instrument.id) ??
          firstMark(instrument, this.#options.startPrice?.(instrument)),
        instrument,
        this.#random,
        this.#options.limitRatio ?? 0.1,
        this.#interval / MICROS_PER_SECOND,
        (order, price, volume) => this.#desk.fill(order, price, volume, this.#now),
      )
      this.#markets.push(market)
      this.#byId[instrument.id] = market
    }
    this.#desk.open(now)
    const working = this.#desk.registry.working.slice()
    for (const order of working) this.place(order, now)
    this.#nextStep = (Math.floor(now / this.#interval) + 1) * this.#interval
    if (this.#meanGap < Infinity && this.#markets.length > 0) {
      this.#nextEvent = now + this.#random.exponential(this.#meanGap)
    }
  }

  #event(): void {
    const at = Math.max(this.#now, Math.floor(this.#nextEvent)) as Micros
    this.#now = at
    const count = this.#markets.length
    const market = this.#markets[count === 1 ? 0 : this.#random.below(count)]!
    market.event()
    this.events += 1
    if (this.#onChange && market.changed) this.#desk.outbox.quote(market.snapshot(at))
  }

  /** One step: drift, snapshots, once a second a beat and a record, and the day's turn. */
  #turn(): void {
    this.#step += 1
    const at = this.#now
    for (const market of this.#markets) market.turn()
    if (this.#step % this.#stepsPerDay === 0) this.#turnDay(at)
    if (this.#onChange) this.#showChanges(at)
    else for (const market of this.#markets) this.#desk.outbox.quote(market.snapshot(at))
    if (this.#step % this.#stepsPerSecond !== 0) return
    this.#desk.beat(at)
    this.#keep(at)
  }

  #turnDay(at: Micros): void {
    const { tradingDay } = this.#desk.registry.ledger
    const next = (this.#options.nextTradingDay ?? nextDate)(tradingDay)
    this.#desk.endDay(at, next, (instrument) => this.#settlement(instrument))
    for (const market of this.#markets) market.newDay(this.#settlement(market.instrument))
    this.#keep(at)
  }

  #settlement(instrument: Instrument): Ticks {
    const market = this.#byId[instrument.id]
    if (market === undefined) return NaN as Ticks
    const { volume, turnover, low, high } = market.tape
    const last = this.mark(instrument.id)
    return settlementPrice(instrument, volume, turnover / 100, last, low as Ticks, high as Ticks)
  }

  #keep(at: Micros): void {
    this.#desk.outbox.record({
      kind: 'stepped',
      at,
      step: this.#step,
      random: this.#random.state(),
      marks: this.#markets.map((market) => market.mark()),
    })
  }

  #showChanges(at: Micros): void {
    if (!this.#onChange) return
    for (const market of this.#markets) {
      if (market.changed) this.#desk.outbox.quote(market.snapshot(at))
    }
  }
}
