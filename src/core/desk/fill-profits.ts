import type { FillFact } from '../contracts/index.ts'
import type { ToldFact } from '../contracts/window-frame.ts'
import type { Fen, InstrumentId, OwnerId, Position } from '../domain/index.ts'
import { applyFill, canApply, emptyPosition, settle } from '../domain/index.ts'
import type { State } from '../state/index.ts'
import { positionOf } from '../state/index.ts'
import { profitsSoFar } from './fill-profits-so-far.ts'

/** Fills whose profit is remembered. */
const KEPT = 2_000

/**
 * What each closing fill took, at the average cost of its owner's lots, as the account books it.
 * It follows the positions itself, so that every fill finds its owner's lots as they were then.
 */
export class FillProfits {
  readonly #positions = new Map<string, Position>()
  readonly #profits = new Map<string, Fen>()

  /** @param fills the newest ones of the account, oldest first. @param isWhole none was let go. */
  begin(state: State, fills: readonly FillFact[], isWhole: boolean): void {
    this.#positions.clear()
    for (const positions of state.positions) {
      for (const position of positions ?? []) if (position !== undefined) this.#keep(position)
    }
    for (const [id, profit] of profitsSoFar(state, fills, isWhole)) this.#remember(id, profit)
  }

  take(fact: ToldFact, state: State): void {
    if (fact.kind === 'fill') this.#fill(fact, state)
    else if (fact.kind === 'position') this.#keep(fact.position)
    else if (fact.kind === 'settlement') {
      const prices = new Map(fact.prices)
      for (const position of this.#positions.values()) {
        const instrument = state.instruments[position.instrument]
        const price = prices.get(position.instrument)
        if (instrument === undefined || price === undefined) continue
        const expires = fact.expired.includes(position.instrument)
        this.#keep(settle(instrument, position, price, expires).position)
      }
    }
  }

  /** In fen, before the fee; NaN of an opening fill, and where the lots are not known. */
  of(fillId: string): Fen {
    return this.#profits.get(fillId) ?? (NaN as Fen)
  }

  #fill({ fill }: FillFact, state: State): void {
    if (this.#profits.has(fill.id)) return
    const key = keyOf(fill.owner, fill.instrument)
    const position = this.#positions.get(key) ?? emptyPosition(fill.owner, fill.instrument)
    const worth = state.instruments[fill.instrument]?.tickValue ?? NaN
    if (!canApply(position, fill)) {
      // The copy missed something: from here on the account's own word counts.
      this.#keep(positionOf(state, fill.owner, fill.instrument))
      this.#remember(fill.id, NaN as Fen)
      return
    }
    const { position: after, profit } = applyFill(position, fill)
    this.#keep(after)
    this.#remember(fill.id, (fill.offset === 'open' ? NaN : profit * worth) as Fen)
  }

  #keep(position: Position): void {
    this.#positions.set(keyOf(position.owner, position.instrument), position)
  }

  #remember(id: string, profit: Fen): void {
    this.#profits.set(id, profit)
    if (this.#profits.size <= KEPT) return
    for (const oldest of this.#profits.keys()) {
      this.#profits.delete(oldest)
      return
    }
  }
}

function keyOf(owner: OwnerId, instrument: InstrumentId): string {
  return `${owner} ${instrument}`
}
