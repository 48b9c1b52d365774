import type {
  DecisionFact,
  Fact,
  FillFact,
  PredictionFact,
  SettlementFact,
} from '../../contracts/index.ts'
import type {
  Instrument,
  InstrumentId,
  Lots,
  Micros,
  Order,
  OwnerId,
  Quote,
  TradingDay,
} from '../../domain/index.ts'
import type { State } from '../../state/index.ts'
import { apply, createState, positionOf, targetOf, unsettled } from '../../state/index.ts'
import type { Tape } from '../question.ts'
import type { Row } from '../row.ts'
import { accountRow, ackRow, fillRow, orderRow, positionRow } from './account-rows.ts'
import type { RowHead } from './context.ts'
import { rowHead } from './context.ts'
import type { StoredFee } from './day-fees.ts'
import { DayFees } from './day-fees.ts'
import type { StoredEvent } from './order-events.ts'
import { OrderEvents } from './order-events.ts'
import { PositionMemory } from './position-memory.ts'
import { settlementRows } from './settlement-rows.ts'
import type { StrategyNames } from './strategy-rows.ts'
import { ThoughtRows } from './thought-rows.ts'
import { tickRow } from './tick-row.ts'

/** What a fact does not say itself. */
export interface Told {
  /** When its source told it. */
  readonly at: Micros
  /** Which life of its source. */
  readonly epoch: number
}

export interface FactRowsOptions {
  readonly tape: Tape
  /** The name of the model that an owner asks; empty where it asks none. */
  readonly modelOf?: (owner: string) => string
}

const NONE: readonly Row[] = []

/**
 * Turns the facts of one gateway and its strategies into rows, real prices and CNY. It follows the
 * gateway's state for what a fact leaves out: names, trading day, targets, the lots that a day's
 * end marks. What a fact says that was written already, a snapshot's repetition for one, makes no
 * row; nor does a fact that names what no directory told yet: it is counted in `unnamed`.
 */
export class FactRows {
  readonly state: State = createState()
  readonly #tape: Tape
  readonly #modelOf: (owner: string) => string
  readonly #orders = new OrderEvents()
  readonly #thoughts = new ThoughtRows()
  readonly #positions = new PositionMemory()
  readonly #fees = new DayFees()
  /** Fills of this trading day that were not told, and made rows all the same. */
  readonly #missed = new Set<string>()
  #unnamed = 0

  constructor({ tape, modelOf = () => '' }: FactRowsOptions) {
    this.#tape = tape
    this.#modelOf = modelOf
  }

  /** Facts that made no row because their instrument or owner was not in the directory. */
  get unnamed(): number {
    return this.#unnamed
  }

  /**
   * After a restart: the orders as they are stored, so that their events go on counting, and what
   * the fills of this trading day cost, so that its settlement counts them.
   */
  resume(orders: readonly StoredEvent[], fees: readonly StoredFee[] = []): void {
    this.#orders.resume(orders)
    this.#fees.resume(fees, this.state, (id) => this.#knows(id))
  }

  /**
   * A fill that nobody told, and the day of it: its row, and what it cost. What it led to was told
   * since, by a snapshot or by what followed; so it may be told after all, and moves lots then.
   */
  missed(fact: FillFact, tradingDay: TradingDay): readonly Row[] {
    const { fill, fee } = fact
    const named = this.#named(fill.owner, fill.instrument)
    if (named === undefined) return this.#nameless()
    if (this.#knows(fill.id)) return NONE
    this.#missed.add(fill.id)
    if (tradingDay === this.state.tradingDay) this.#fees.add(fill.owner, fill.instrument, fee)
    const head = rowHead(this.#tape, fill.at, tradingDay)
    return [fillRow(head, named.owner, named.instrument, fact)]
  }

  rows(fact: Fact, told: Told): readonly Row[] {
    switch (fact.kind) {
      case 'quote':
        return this.#quote(fact)
      case 'order':
        return this.#order(fact.order)
      case 'fill':
        return this.#fill(fact)
      case 'position':
        apply(this.state, fact)
        return this.#position(fact.position.owner, fact.position.instrument, told.at)
      case 'target':
        apply(this.state, fact)
        return this.#position(fact.owner, fact.instrument, fact.at)
      case 'account':
        apply(this.state, fact)
        return [accountRow(this.#head(fact.account.at), fact.account)]
      case 'ack':
        return [ackRow(this.#head(fact.at), fact)]
      case 'settlement':
        return this.#settlement(fact)
      case 'signal':
        this.#thoughts.signal(fact)
        return NONE
      case 'prediction':
        return this.#prediction(fact, told.epoch)
      case 'decision':
        return this.#decision(fact, told.epoch)
      case 'hello':
        if (fact.tradingDay !== this.state.tradingDay) this.#fees.endDay()
        apply(this.state, fact)
        return NONE
      case 'snapshot':
        return fact.facts.flatMap((each) =>
          each.kind === 'fill' ? this.missed(each, this.state.tradingDay) : this.rows(each, told),
        )
      default:
        apply(this.state, fact)
        return NONE
    }
  }

  #quote(quote: Quote): readonly Row[] {
    const instrument = this.state.instruments[quote.instrument]
    if (instrument === undefined) return this.#nameless()
    apply(this.state, quote)
    return [tickRow(this.#tape, this.state.tradingDay, instrument.symbol, quote)]
  }

  #order(order: Order): readonly Row[] {
    const named = this.#named(order.owner, order.instrument)
    if (named === undefined) return this.#nameless()
    apply(this.state, { kind: 'order', order })
    const eventNo = this.#orders.next(order)
    if (eventNo === undefined) return NONE
    return [orderRow(this.#head(order.updatedAt), named.owner, named.instrument, order, eventNo)]
  }

  /** The fill, and the position that it leads to. */
  #fill(fact: FillFact): readonly Row[] {
    const { fill, fee } = fact
    const named = this.#named(fill.owner, fill.instrument)
    if (named === undefined) return this.#nameless()
    const isNew = !this.#knows(fill.id)
    apply(this.state, fact)
    if (isNew) this.#fees.add(fill.owner, fill.instrument, fee)
    return [
      fillRow(this.#head(fill.at), named.owner, named.instrument, fact),
      ...this.#position(fill.owner, fill.instrument, fill.at),
    ]
  }

  #knows(fillId: string): boolean {
    return this.state.fills.has(fillId) || this.#missed.has(fillId)
  }

  #position(owner: OwnerId, instrument: InstrumentId, at: Micros): readonly Row[] {
    const named = this.#named(owner, instrument)
    if (named === undefined) return this.#nameless()
    const position = positionOf(this.state, owner, instrument)
    const target = targetOf(this.state, owner, instrument)?.target ?? (NaN as Lots)
    const row = positionRow(this.#head(at), named.owner, named.instrument, position, target)
    return this.#positions.takes(owner, instrument, row) ? [row] : NONE
  }

  #settlement(fact: SettlementFact): readonly Row[] {
    const rows = settlementRows(
      this.#tape,
      this.state,
      fact,
      (owner) => this.state.owners[owner]?.name,
      (owner, { id }) => this.#fees.of(owner, id),
    )
    if (unsettled(this.state, fact.prices) === undefined) apply(this.state, fact)
    else this.state.tradingDay = fact.nextTradingDay
    this.#fees.endDay()
    this.#missed.clear()
    this.#orders.endDay(this.state.orders)
    const held = this.state.positions.flat().filter((position) => position !== undefined)
    return [
      ...rows,
      ...held.flatMap(({ owner, instrument }) => this.#position(owner, instrument, fact.at)),
    ]
  }

  #prediction(fact: PredictionFact, epoch: number): readonly Row[] {
    const names = this.#strategy(fact, epoch)
    if (names === undefined) return this.#nameless()
    return [this.#thoughts.prediction(this.#head(fact.quoteAt), names, fact)]
  }

  #decision(fact: DecisionFact, epoch: number): readonly Row[] {
    const names = this.#strategy(fact, epoch)
    if (names === undefined) return this.#nameless()
    const quote = this.state.quotes[fact.instrument]
    return [this.#thoughts.decision(this.#head(fact.at), names, fact, quote)]
  }

  #strategy(
    { owner, instrument }: { owner: OwnerId; instrument: InstrumentId },
    epoch: number,
  ): StrategyNames | undefined {
    const named = this.#named(owner, instrument)
    if (named === undefined) return undefined
    const model = this.#modelOf(named.owner)
    return { owner: named.owner, symbol: named.instrument.symbol, model, epoch }
  }

  #named(
    owner: OwnerId,
    id: InstrumentId,
  ): { readonly owner: string; readonly instrument: Instrument } | undefined {
    const name = this.state.owners[owner]?.name
    const instrument = this.state.instruments[id]
    if (name === undefined || instrument === undefined) return undefined
    return { owner: name, instrument }
  }

  #nameless(): readonly Row[] {
    this.#unnamed++
    return NONE
  }

  #head(ts: Micros): RowHead {
    return rowHead(this.#tape, ts, this.state.tradingDay)
  }
}
