import type { AttributionFact, DecisionFact } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../src/core/domain/index.ts'
import type { StrategyEngine } from '../../src/core/engine/strategy/index.ts'
import type { Model } from '../../src/core/ports/index.ts'
import type { StrategyDefinition } from '../../src/core/strategies/index.ts'
import { occludeModel, occludeRule } from './occlusion.ts'

/** An instrument's decision is explained at most so often. */
const EVERY = MICROS_PER_SECOND
/** Main counts the terminal among those who look; it shows no attribution. */
const TERMINAL = 1

/** A decision, and what it was made of. */
export interface Decided {
  readonly engine: StrategyEngine
  readonly decision: DecisionFact
  /** Stamp of the quote that has these features. */
  readonly quoteAt: Micros
  /** As they were told: copied only once somebody looks. */
  readonly features: ArrayLike<number>
}

export interface AfterthoughtsParts {
  readonly definition: Pick<StrategyDefinition, 'needsModel' | 'reads'>
  readonly model: Model | undefined
  readonly tell: (fact: AttributionFact) => void
  /** Lets others have their turn. */
  readonly pause: () => Promise<unknown>
}

/**
 * Explains the newest decision about each instrument: after its target left, at leisure, and only
 * while a window looks. What nobody looked at is explained when somebody does.
 */
export class Afterthoughts {
  readonly #parts: AfterthoughtsParts
  readonly #newest = new Map<StrategyEngine, Decided>()
  readonly #explainedAt = new Map<StrategyEngine, number>()
  #lookers = 0
  #busy = false

  constructor(parts: AfterthoughtsParts) {
    this.#parts = parts
  }

  decided(decided: Decided): void {
    this.#newest.set(decided.engine, decided)
  }

  /** @param windows as main's beat has them. */
  looked(windows: number): void {
    this.#lookers = windows - TERMINAL
  }

  /** A moment of leisure. @param now monotonic. */
  async turn(now: Micros): Promise<void> {
    if (this.#busy || this.#lookers <= 0) return
    this.#busy = true
    try {
      for (const [engine, decided] of this.#newest) {
        if (now - (this.#explainedAt.get(engine) ?? -Infinity) < EVERY) continue
        this.#newest.delete(engine)
        this.#explainedAt.set(engine, now)
        await this.#explain(decided)
      }
    } finally {
      this.#busy = false
    }
  }

  async #explain({ engine, decision, quoteAt, features }: Decided): Promise<void> {
    const { definition, model, tell, pause } = this.#parts
    const seen = Float32Array.from(features)
    const found =
      definition.needsModel && model !== undefined
        ? await occludeModel(seen, model, pause)
        : occludeRule(seen, definition.reads ?? [], (row) => engine.wouldWant(row))
    if (found === undefined) return
    const { at, owner, instrument } = decision
    const values = Array.from(seen)
    tell({ kind: 'attribution', at, owner, instrument, quoteAt, values, ...found })
  }
}
