import type { ReplayMarket } from '../../src/adapters/market/replay-market.ts'
import type { Failure, Saying } from '../../src/core/contracts/index.ts'
import { saying, sayingOf } from '../../src/core/contracts/index.ts'

/** More than this is not told one by one: the notes travel with every change of the run. */
const TOLD = 20

/** What a person should know of a recording before it was read, and once it was. */
export class ReplayNotes {
  readonly #market: ReplayMarket
  #notes: readonly Saying[]

  constructor(market: ReplayMarket) {
    this.#market = market
    this.#notes = market.notes
  }

  /** Adds what the reading met. @returns why recordings ended before their end. */
  finish(): readonly Failure[] {
    const reports = this.#market.readings.map((reading) => reading.report())
    const failures = reports.flatMap(({ failure }) => failure ?? [])
    const leftOut = reports.flatMap((report) => report.leftOut)
    this.#notes = [...this.#notes, ...[...failures, ...leftOut].map((each) => sayingOf(each))]
    return failures
  }

  /** @param last is said at their end. */
  with(last: Saying | undefined): readonly Saying[] {
    const notes = this.#notes.slice(0, TOLD)
    const count = this.#notes.length - notes.length
    if (count > 0) notes.push(saying('replay.more', { count }))
    return last === undefined ? notes : [...notes, last]
  }
}
