import type { ReplayMarket } from '../../src/adapters/market/replay-market.ts'
import type { Failure } from '../../src/core/contracts/index.ts'

/** More than this is not told one by one: the note travels with every change of the run. */
const TOLD = 20

/** What a person should know of a recording before it was read, and once it was. */
export class ReplayNotes {
  readonly #market: ReplayMarket
  #lines: readonly string[]

  constructor(market: ReplayMarket) {
    this.#market = market
    this.#lines = market.notes
  }

  /** Adds what the reading met. @returns why recordings ended before their end. */
  finish(): readonly Failure[] {
    const reports = this.#market.readings.map((reading) => reading.report())
    const failures = reports.flatMap(({ failure }) => failure ?? [])
    const leftOut = reports.flatMap((report) => report.leftOut)
    this.#lines = [...this.#lines, ...failures, ...leftOut].map((line) =>
      typeof line === 'string' ? line : line.message,
    )
    return failures
  }

  /** In one line; `last` is said at its end. */
  text(last: string): string {
    const lines = this.#lines.slice(0, TOLD)
    const more = this.#lines.length - lines.length
    if (more > 0) lines.push(`and ${more} more`)
    if (last !== '') lines.push(last)
    return lines.join('; ')
  }
}
