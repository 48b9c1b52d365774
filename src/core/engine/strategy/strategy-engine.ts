import type {
  AckFact,
  PredictionFact,
  TargetPosition,
  WorkingStyle,
} from '../../contracts/index.ts'
import type {
  Epoch,
  Instrument,
  IntentId,
  Lots,
  Micros,
  OwnerId,
  Quote,
  SenderId,
} from '../../domain/index.ts'
import { MICROS_PER_SECOND } from '../../domain/index.ts'
import type { Strategy, Verdict } from '../../strategies/index.ts'
import { HOLD } from '../../strategies/index.ts'
import type { Features } from '../features/index.ts'
import { createFeatures } from '../features/index.ts'
import type { StrategyEffect } from './effects.ts'
import { NO_STRATEGY_EFFECTS } from './effects.ts'

const TARGET_LIVES = MICROS_PER_SECOND
/** A question without an answer for so long is lost; the next quote asks anew. */
const ANSWER_WITHIN = 5 * MICROS_PER_SECOND
const OWED_AGAIN_AFTER: number = MICROS_PER_SECOND
const LONGEST_PATIENCE = 64 * MICROS_PER_SECOND

export interface StrategyEngineOptions {
  readonly owner: OwnerId
  readonly sender: SenderId
  readonly instrument: Instrument
  readonly strategy: Strategy
  /** The gateway's epoch that targets are meant for. */
  readonly epoch: Epoch
  /** Counts this strategy's own lives, so that its intents never come twice. */
  readonly life: number
}

/**
 * The pure machine around one strategy: features from every quote, at most one question to the
 * model at a time, and targets out of verdicts.
 */
export class StrategyEngine {
  readonly owner: OwnerId
  readonly instrument: Instrument
  readonly features: Features
  readonly #options: StrategyEngineOptions
  readonly #strategy: Strategy
  #epoch: Epoch
  #targets = 0
  #generation = 0
  /** The question that is out, 0 for none. */
  #asked = 0
  #askedAt = 0
  #askAgain = false
  #last: Quote | undefined
  #sent: TargetPosition | undefined
  /** A target that the gateway refused and that is still wanted: sent again, under a new id. */
  #owed: TargetPosition | undefined
  #owedFrom = 0
  /** µs until a refused target is sent again; doubles with every refusal in a row. */
  #patience = OWED_AGAIN_AFTER
  /** No target while a gap in the quotes is open. */
  #gap = false

  constructor(options: StrategyEngineOptions) {
    this.#options = options
    this.owner = options.owner
    this.instrument = options.instrument
    this.#strategy = options.strategy
    this.#epoch = options.epoch
    this.features = createFeatures(options.instrument)
  }

  /** The hot path: a quote of this engine's instrument. */
  quote(quote: Quote, now: Micros): readonly StrategyEffect[] {
    this.#last = quote
    this.#generation++
    this.features.update(quote)
    if (this.#gap) return NO_STRATEGY_EFFECTS
    if (this.#owed !== undefined && now >= this.#owedFrom) return this.#sendOwed(quote, now)
    const verdict = this.#strategy.onQuote(quote, this.features.values)
    if (verdict.kind === 'hold') return NO_STRATEGY_EFFECTS
    return this.#act(verdict, quote, now)
  }

  /** A model answered. An answer to another question than the one that is out is passed over. */
  prediction(fact: PredictionFact, now: Micros): readonly StrategyEffect[] {
    if (fact.owner !== this.owner || fact.generation !== this.#asked) return NO_STRATEGY_EFFECTS
    this.#asked = 0
    const last = this.#last
    if (last === undefined) return NO_STRATEGY_EFFECTS
    const verdict = this.#gap ? HOLD : this.#strategy.onPrediction(fact.outputs)
    const effects: StrategyEffect[] = [{ kind: 'publish', fact }]
    if (verdict.kind !== 'hold') effects.push(...this.#act(verdict, last, now))
    if (this.#askAgain) {
      this.#askAgain = false
      effects.push(this.#ask(last, now))
    }
    return effects
  }

  /** What the gateway made of a target: one that it refused is still wanted, and owed. */
  acknowledged(fact: AckFact, now: Micros): void {
    if (this.#sent === undefined || fact.command !== this.#sent.id) return
    if (fact.outcome === 'accepted') {
      this.#patience = OWED_AGAIN_AFTER
      return
    }
    this.#owed = this.#sent
    this.#owedFrom = now + this.#patience
    this.#patience = Math.min(2 * this.#patience, LONGEST_PATIENCE)
  }

  /** Quotes are missing (true): nothing is decided until they are whole again (false). */
  gap(open: boolean): void {
    this.#gap = open
  }

  /** The gateway began another life: targets are for that one from now on. */
  gatewayEpoch(epoch: Epoch): void {
    this.#epoch = epoch
  }

  #act(verdict: Verdict, quote: Quote, now: Micros): readonly StrategyEffect[] {
    if (verdict.kind === 'infer') {
      const lost = now - this.#askedAt >= ANSWER_WITHIN
      if (this.#asked === 0 || lost) return [this.#ask(quote, now)]
      this.#askAgain = true
      return NO_STRATEGY_EFFECTS
    }
    const { owner } = this
    const instrument = this.instrument.id
    const { target, why } = verdict
    const at = quote.at
    const features = numbersOf(this.features.values)
    this.#owed = undefined
    return [
      { kind: 'publish', fact: { kind: 'signal', at, owner, instrument, features } },
      { kind: 'publish', fact: { kind: 'decision', at, owner, instrument, target, why } },
      { kind: 'target', command: this.#command(verdict.target, verdict.style, quote, now) },
    ]
  }

  #ask(quote: Quote, now: Micros): StrategyEffect {
    this.#asked = this.#generation
    this.#askedAt = now
    const request = {
      owner: this.owner,
      instrument: this.instrument.id,
      quoteAt: quote.at,
      generation: this.#generation,
      features: this.features.values.slice(),
    }
    return { kind: 'infer', request }
  }

  #sendOwed(quote: Quote, now: Micros): readonly StrategyEffect[] {
    const owed = this.#owed!
    this.#owed = undefined
    return [{ kind: 'target', command: this.#command(owed.target, owed.style, quote, now) }]
  }

  #command(target: Lots, style: WorkingStyle, quote: Quote, now: Micros): TargetPosition {
    const { sender, life } = this.#options
    const id = `${sender}-${life.toString(36)}-${(++this.#targets).toString(36)}` as IntentId
    this.#sent = {
      kind: 'TargetPosition',
      id,
      sender,
      epoch: this.#epoch,
      validUntil: (now + TARGET_LIVES) as Micros,
      owner: this.owner,
      instrument: this.instrument.id,
      target,
      style,
      decidedOn: quote.at,
    }
    return this.#sent
  }
}

/** A copy as plain numbers, for a fact. */
function numbersOf(values: Float32Array): number[] {
  const numbers: number[] = []
  for (let index = 0; index < values.length; index++) numbers.push(values[index]!)
  return numbers
}
