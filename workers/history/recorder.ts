import type { Outbox } from '../../src/adapters/history/index.ts'
import type { Fact, SnapshotFact, WarmUpFact } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { FactRows, tickRow } from '../../src/core/history/index.ts'
import type { Row, StoredEvent, Tape } from '../../src/core/history/index.ts'
import type { HotMirror } from './hot-mirror.ts'

/** Rows that are kept together at most; a turn of the loop rarely brings as many. */
const LARGEST_GROUP = 1000

/** Makes rows of facts, and hands them to the outbox, those of one turn of the loop together. */
export class Recorder {
  readonly facts: FactRows
  /** Rows that the outbox did not take: its disk is full. It says so itself. */
  refused = 0
  readonly #tape: Tape
  readonly #outbox: Outbox
  readonly #soon: (keep: () => void) => void
  #mirror: HotMirror | undefined
  #rows: Row[] = []
  #waiting = false
  /** The market's time, as far as facts told it. */
  #at = 0 as Micros

  /** @param soon calls back when this turn of the loop ends. */
  constructor(tape: Tape, outbox: Outbox, soon: (keep: () => void) => void) {
    this.#tape = tape
    this.#outbox = outbox
    this.#soon = soon
    this.facts = new FactRows({ tape })
  }

  /** Has the hot store follow. */
  mirrorTo(mirror: HotMirror): void {
    this.#mirror = mirror
  }

  resume(orders: readonly StoredEvent[]): void {
    this.facts.resume(orders)
  }

  /** @param epoch which life of its source. */
  fact(fact: Fact, epoch: number): void {
    if ('at' in fact && fact.kind !== 'beat' && fact.at > this.#at) this.#at = fact.at
    this.#add(this.facts.rows(fact, { at: this.#at, epoch }))
    this.#mirror?.fact(fact)
  }

  snapshot(snapshot: SnapshotFact, epoch: number): void {
    for (const fact of snapshot.facts) this.fact(fact, epoch)
    this.#mirror?.fact(snapshot)
  }

  /** Ticks that were missed, from the gateway's memory; those that are stored take their own place. */
  warmUp({ instrument, quotes }: WarmUpFact): void {
    const { instruments, tradingDay } = this.facts.state
    const symbol = instruments[instrument]?.symbol
    if (symbol === undefined) return
    this.#add(quotes.map((quote) => tickRow(this.#tape, tradingDay, symbol, quote)))
  }

  /** Hands over what waits. */
  keep(): void {
    const rows = this.#rows
    if (rows.length === 0) return
    this.#rows = []
    if (!this.#outbox.append(rows).ok) this.refused += rows.length
  }

  #add(rows: readonly Row[]): void {
    if (rows.length === 0) return
    for (const row of rows) this.#rows.push(row)
    if (this.#rows.length >= LARGEST_GROUP) return this.keep()
    if (this.#waiting) return
    this.#waiting = true
    this.#soon(() => {
      this.#waiting = false
      this.keep()
    })
  }
}
