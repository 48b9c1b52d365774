import type { Fact, FillFact } from '../../src/core/contracts/index.ts'
import type { GatewayRecord } from '../../src/core/journal/index.ts'

/** Fills of which a snapshot tells at most. */
export const FILLS_TOLD = 500

/** The newest fills of the trading day with what they cost, for those who come late. */
export class DayFills {
  #fills: FillFact[] = []

  /** @param records of earlier lives; the last day of theirs goes on. */
  constructor(records: readonly GatewayRecord[]) {
    for (const record of records) this.take(record)
  }

  /** Oldest first. */
  get newest(): readonly FillFact[] {
    return this.#fills.slice(-FILLS_TOLD)
  }

  take(fact: Fact | GatewayRecord): void {
    if (fact.kind === 'settlement') this.#fills = []
    if (fact.kind !== 'fill') return
    this.#fills.push(fact)
    // Seldom, so that each fill costs next to nothing.
    if (this.#fills.length >= 2 * FILLS_TOLD) this.#fills = this.#fills.slice(-FILLS_TOLD)
  }
}
