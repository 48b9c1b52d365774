import type {
  AckFact,
  PredictionFact,
  TargetPosition,
  WorkingStyle,
} from '../../contracts/index.ts'
import { UNMEASURED } from '../../contracts/index.ts'
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
import { Delivery } from './delivery.ts'
import type { InferenceRequest, StrategyEffect } from './effects.ts'
import { NO_STRATEGY_EFFECTS } from './effects.ts'

const TARGET_LIVES = MICROS_PER_SECOND
/** A question without an answer for so long is lost; the next quote asks anew. */
const ANSWER_WITHIN = 5 * MICROS_PER_SECOND

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
  readonly #options: StrategyEngineOptions
  #features: Features
  #strategy: Strategy
  #epoch: Epoch
  #targets = 0
  #generation = 0
  /** The question that is out, 0 for none. */
  #asked = 0
  #askedAt = 0
  #askAgain = false
  #last: Quote | undefined
  #wanted: Lots | undefined
  #sent: TargetPosition | undefined
  readonly #delivery = new Delivery()
  /** No target while a gap in the quotes is open. */
  #gap = false

  constructor(options: StrategyEngineOptions) {
    this.#options = options
    this.owner = options.owner
    this.instrument = options.instrument
    this.#strategy = options.strategy
    this.#epoch = options.epoch
    this.#features = createFeatures(options.instrument)
  }

  get features(): Features {
    return this.#features
  }

  /** Lots of the last target that was decided; undefined before the first. */
  get wanted(): Lots | undefined {
    return this.#wanted
  }

  /** The hot path: a quote of this engine's instrument. */
  quote(quote: Quote, now: Micros): readonly StrategyEffect[] {
    this.#last = quote
    this.#generation++
    this.#features.update(quote)
    if (this.#gap) return NO_STRATEGY_EFFECTS
    if (this.#delivery.isOwed(now)) return this.#sendAgain(quote, now)
    const verdict = this.#strategy.onQuote(quote, this.#features.values)
    if (verdict.kind === 'hold') return NO_STRATEGY_EFFECTS
    return this.#act(verdict, quote, now)
  }

  /** An earlier quote, oldest first: features take it, nothing is decided. */
  warm(quote: Quote): void {
    this.#last = quote
    this.#generation++
    this.#features.update(quote)
  }

  /** Features as before the first quote, to be warmed anew; an answer on its way is void. */
  forget(): void {
    this.#features = createFeatures(this.instrument)
    this.#last = undefined
    this.#asked = 0
    this.#askAgain = false
  }

  /** Another one decides from now on; what was wanted so far stands. */
  replaceStrategy(strategy: Strategy): void {
    this.#strategy = strategy
  }

  /**
   * Lots that its rule would have wanted of these features at its last change, where it can tell.
   */
  wouldWant(features: Float32Array): number | undefined {
    return this.#strategy.wouldWant?.(features)
  }

  /**
   * The question that is out was not put to the model yet, and newer quotes came: makes it one
   * about the newest.
   */
  renewQuestion(now: Micros): InferenceRequest | undefined {
    if (!this.#askAgain || this.#last === undefined) return undefined
    this.#askAgain = false
    return this.#question(this.#last, now)
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
      effects.push({ kind: 'infer', request: this.#question(last, now) })
    }
    return effects
  }

  /** What the gateway made of a target: one that it refused is still wanted, and owed. */
  acknowledged(fact: AckFact, now: Micros): void {
    this.#delivery.acknowledged(fact, now)
  }

  /** Nobody took a target, so it never left: it is owed like one that was refused. */
  unsent(command: IntentId, now: Micros): void {
    this.#delivery.unsent(command, now)
  }

  /** Quotes are missing (true): nothing is decided until they are whole again (false). */
  gap(open: boolean): void {
    this.#gap = open
  }

  /**
   * The gateway began another life: targets are for that one from now on. What the last one did
   * not take, or did not live to answer, is sent to this one at once; a target that comes twice
   * wants the same.
   */
  gatewayEpoch(epoch: Epoch): void {
    if (epoch === this.#epoch) return
    this.#epoch = epoch
    this.#delivery.beginAnew()
  }

  #act(verdict: Verdict, quote: Quote, now: Micros): readonly StrategyEffect[] {
    if (verdict.kind === 'infer') {
      const lost = now - this.#askedAt >= ANSWER_WITHIN
      if (this.#asked === 0 || lost) {
        return [{ kind: 'infer', request: this.#question(quote, now) }]
      }
      this.#askAgain = true
      return NO_STRATEGY_EFFECTS
    }
    const { owner } = this
    const instrument = this.instrument.id
    const { target, why } = verdict
    const at = quote.at
    const features = numbersOf(this.#features.values)
    this.#wanted = target
    return [
      { kind: 'publish', fact: { kind: 'signal', at, owner, instrument, features } },
      { kind: 'publish', fact: { kind: 'decision', at, owner, instrument, target, why } },
      { kind: 'target', command: this.#command(verdict.target, verdict.style, quote, now) },
    ]
  }

  #question(quote: Quote, now: Micros): InferenceRequest {
    this.#asked = this.#generation
    this.#askedAt = now
    return {
      owner: this.owner,
      instrument: this.instrument.id,
      quoteAt: quote.at,
      generation: this.#generation,
      features: this.#features.values.slice(),
    }
  }

  #sendAgain(quote: Quote, now: Micros): readonly StrategyEffect[] {
    const { target, style } = this.#sent!
    return [{ kind: 'target', command: this.#command(target, style, quote, now) }]
  }

  #command(target: Lots, style: WorkingStyle, quote: Quote, now: Micros): TargetPosition {
    const { sender, life } = this.#options
    const id = `${sender}-${life.toString(36)}-${(++this.#targets).toString(36)}` as IntentId
    const validUntil = (now + TARGET_LIVES) as Micros
    this.#delivery.sent(id, validUntil)
    this.#sent = {
      kind: 'TargetPosition',
      id,
      sender,
      epoch: this.#epoch,
      validUntil,
      owner: this.owner,
      instrument: this.instrument.id,
      target,
      style,
      decidedOn: quote.at,
      saidAt: NaN as Micros,
      stages: UNMEASURED,
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
