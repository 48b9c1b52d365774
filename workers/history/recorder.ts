import type { Outbox } from '../../src/adapters/history/index.ts'
import type { Fact, FillFact, SnapshotFact } from '../../src/core/contracts/index.ts'
import type { Micros, TradingDay } from '../../src/core/domain/index.ts'
import { NO_TRADING_DAY } from '../../src/core/domain/index.ts'
import { FactRows } from '../../src/core/history/index.ts'
import type { Row, Tape } from '../../src/core/history/index.ts'
import type { State } from '../../src/core/state/index.ts'
import { applyQuote } from '../../src/core/state/index.ts'
import { HeldOrders } from './held-orders.ts'
import { momentOf, standingRows } from './standing.ts'
import type { StoredBooks } from './stored-books.ts'
import { Ticks } from './ticks.ts'

/** Rows that are kept together at most; a turn of the loop rarely brings as many. */
const LARGEST_GROUP = 1000

/** Makes rows of facts, and hands them to the outbox, those of one turn of the loop together. */
export class Recorder {
  readonly ticks: Ticks
  readonly #facts: FactRows
  readonly #outbox: Outbox
  readonly #soon: (keep: () => void) => void
  /** Undefined once it is known which events are stored. */
  #orders: HeldOrders | undefined = new HeldOrders()
  #rows: Row[] = []
  #waiting = false
  /** The market's time, as far as facts told it. */
  #at = 0 as Micros

  /** @param soon calls back when this turn of the loop ends. */
  constructor(tape: Tape, outbox: Outbox, soon: (keep: () => void) => void) {
    this.#outbox = outbox
    this.#soon = soon
    this.#facts = new FactRows({ tape })
    const { instruments } = this.#facts.state
    this.ticks = new Ticks({ tape, instruments, add: (row) => this.#add(row) })
  }

  /** As the gateway told it so far. */
  get state(): State {
    return this.#facts.state
  }

  /** Facts that made no row, since no directory names their instrument or owner. */
  get unnamed(): number {
    return this.#facts.unnamed
  }

  /** Rows of orders that wait for `resume`. */
  get held(): number {
    return this.#orders?.size ?? 0
  }

  /** @param epoch which life of its source. */
  fact(fact: Fact, epoch: number): void {
    if ('at' in fact && fact.kind !== 'beat' && fact.at > this.#at) this.#at = fact.at
    const { state, ticks } = this
    if (fact.kind === 'quote' && state.instruments[fact.instrument] !== undefined) {
      applyQuote(state, fact)
      return ticks.live(fact, state.tradingDay)
    }
    const before = state.tradingDay
    for (const row of this.#facts.rows(fact, { at: this.#at, epoch })) this.#add(row)
    this.#dayIsTold(before)
    if (fact.kind !== 'settlement') return
    ticks.turn(state.tradingDay)
    state.intents.clear()
  }

  snapshot(snapshot: SnapshotFact, epoch: number): void {
    const at = momentOf(snapshot)
    if (at > this.#at) this.#at = at
    const told = { at: this.#at, epoch }
    const before = this.state.tradingDay
    for (const row of standingRows(this.#facts, snapshot, told)) this.#add(row, true)
    this.#dayIsTold(before)
  }

  /** Quotes that came before anybody knew their trading day are written now. */
  #dayIsTold(before: TradingDay): void {
    const { tradingDay } = this.state
    if (before === NO_TRADING_DAY && tradingDay !== NO_TRADING_DAY) this.ticks.turn(tradingDay)
  }

  /** A fill that was never told, of that trading day. */
  missed(fill: FillFact, day: TradingDay): void {
    for (const row of this.#facts.missed(fill, day)) this.#add(row)
  }

  /** What is stored of the orders; undefined where nobody can tell. */
  resume(stored: StoredBooks | undefined): void {
    const orders = this.#orders
    this.#orders = undefined
    if (orders === undefined) return
    if (stored === undefined) {
      for (const row of orders.giveUp()) this.#add(row)
      return
    }
    const { rows, last } = orders.release(stored.orders)
    this.#facts.resume(last, stored.fees)
    for (const row of rows) this.#add(row)
  }

  /** Hands over what waits. */
  keep(): void {
    const rows = this.#rows
    if (rows.length === 0) return
    this.#rows = []
    // A full disk is the outbox's to tell; newer rows may fit again.
    this.#outbox.append(rows)
  }

  /** Hands over all that is held, at the end. */
  end(): void {
    this.ticks.end()
    this.resume(undefined)
    this.keep()
  }

  #add(row: Row, isRetold = false): void {
    if (row.table === 'orders' && this.#orders !== undefined) {
      return this.#orders.add(row, isRetold)
    }
    this.#rows.push(row)
    if (this.#rows.length >= LARGEST_GROUP) return this.keep()
    if (this.#waiting) return
    this.#waiting = true
    this.#soon(() => {
      this.#waiting = false
      this.keep()
    })
  }
}
