import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Station } from '../../src/adapters/station/index.ts'
import type {
  AckFact,
  AttributionFact,
  Failure,
  Saying,
  SnapshotFact,
} from '../../src/core/contracts/index.ts'
import { sayingOf } from '../../src/core/contracts/index.ts'
import type { StrategySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Micros, Quote } from '../../src/core/domain/index.ts'
import type { StrategyEffect, StrategyEngine } from '../../src/core/engine/strategy/index.ts'
import type { Model } from '../../src/core/ports/index.ts'
import type { StrategyDefinition } from '../../src/core/strategies/index.ts'
import { Afterthoughts } from './afterthoughts.ts'
import type { Course } from './course.ts'
import { DecisionTime } from './decision-time.ts'
import type { Engines } from './engines.ts'
import type { Figures } from './figures.ts'
import { LockStep } from './lock-step.ts'
import { Outlet } from './outlet.ts'
import type { Answer } from './questions.ts'
import { Questions } from './questions.ts'
import type { NumberedQuote } from './warm-up.ts'

export interface TraderParts {
  readonly spec: StrategySpec
  readonly definition: StrategyDefinition
  readonly station: Station
  readonly model: Model | undefined
  readonly figures: Figures
  readonly say: (ok: boolean, saying: Saying) => void
}

/**
 * The hot path: a quote goes to its engine, what the engine wants leaves at once, a question goes
 * to the model, and its answer back to the engine. In lock-step each waits for its step.
 */
export class Trader {
  readonly time: DecisionTime
  readonly #parts: TraderParts
  readonly #questions: Questions
  readonly #outlet: Outlet
  readonly #lockStep: LockStep | undefined
  /** None in lock-step: a replay does what it did, and nothing for those who look. */
  readonly #afterthoughts: Afterthoughts | undefined
  #engines: Engines | undefined
  #arrivedAt = 0
  /** By instrument: when the newest quote was said, and when it arrived. */
  readonly #saidAt: number[] = []
  readonly #heardAt: number[] = []
  #putting = false

  constructor(parts: TraderParts) {
    const { spec, definition, station, model, figures, say } = parts
    const { clock } = station
    this.#parts = parts
    this.time = new DecisionTime(spec.mode, clock)
    const now = (): Micros => this.time.now()
    const onAsked = spec.lockStep ? () => undefined : () => this.#putSoon()
    const course = (engine: StrategyEngine, readyAt: number): Course =>
      this.#course(engine, readyAt)
    const onFailure = (failure: Failure): void => say(false, sayingOf(failure))
    this.#questions = new Questions({ model, clock, figures, now, course, onAsked, onFailure })
    const questions = this.#questions
    this.#outlet = new Outlet({ station, gateway: spec.gateway, figures, questions, now })
    if (!spec.lockStep) {
      const tell = (fact: AttributionFact): void => this.#outlet.publish(fact)
      this.#afterthoughts = new Afterthoughts({ definition, model, tell, pause: nextTurn })
      return
    }
    this.#lockStep = new LockStep({
      questions,
      decide: (quote) => this.#decide(quote),
      handOver: (answer) => this.#handOver(answer),
      say: (seq, more) => this.#say(seq, more),
    })
  }

  get engines(): Engines | undefined {
    return this.#engines
  }

  get thoughts(): SnapshotFact['facts'] {
    return this.#outlet.thoughts
  }

  /** A frame reached this process: what is in it is measured from here. */
  arrived(now: Micros): void {
    this.#arrivedAt = now
  }

  /** A quote of an instrument that is traded. @param saidAt the gateway's monotonic clock. */
  measure({ instrument }: Quote, saidAt: Micros): void {
    this.#saidAt[instrument] = saidAt
    this.#heardAt[instrument] = this.#arrivedAt
    this.#parts.figures.arrived(this.#arrivedAt - saidAt)
  }

  trade(engines: Engines): void {
    this.#engines = engines
  }

  /** Nothing is decided until `open`. @param step number of the gateway's last, and its quote's. */
  begin(step: number, covered: number): void {
    this.#questions.forget()
    this.#lockStep?.begin(step, covered)
  }

  open(): void {
    this.#lockStep?.open()
  }

  /**
   * A quote that waited until the earlier ones were there: too old to be decided on, in real time.
   */
  later({ quote, seq }: NumberedQuote): void {
    if (this.#lockStep !== undefined) this.#lockStep.hold(quote, seq)
    else this.#engines?.of(quote.instrument)?.warm(quote)
  }

  quote(quote: Quote, seq: number): void {
    if (this.#lockStep !== undefined) this.#lockStep.hold(quote, seq)
    else this.#decide(quote)
  }

  step(seq: number, covered: number): void {
    this.#lockStep?.step(seq, covered)
  }

  acknowledged(fact: AckFact): void {
    if (fact.sender !== this.#parts.spec.setting.id) return
    if (fact.outcome !== 'accepted') this.#parts.figures.refused++
    this.#engines?.acknowledged(fact, this.time.now())
  }

  /** So many look, the terminal among them. */
  looked(windows: number): void {
    this.#afterthoughts?.looked(windows)
  }

  /** Says again what the gateway was not there for, and explains what was decided. */
  look(): void {
    this.#lockStep?.repeat()
    void this.#afterthoughts?.turn(this.#parts.station.clock.monotonic())
  }

  #decide(quote: Quote): void {
    const engine = this.#engines?.of(quote.instrument)
    if (engine === undefined) return
    const effects = engine.quote(quote, this.time.now())
    const { figures, station } = this.#parts
    if (effects.length > 0) {
      this.#outlet.carry(engine, effects, this.#course(engine, station.clock.monotonic()))
    }
    figures.tick.add(station.clock.monotonic() - this.#arrivedAt)
    if (effects.length > 1) this.#keep(engine, effects, quote.at, undefined)
  }

  #handOver({ engine, prediction, course, features }: Answer): void {
    const effects = engine.prediction(prediction, this.time.now())
    this.#outlet.carry(engine, effects, course)
    if (effects.length > 1) this.#keep(engine, effects, prediction.quoteAt, features)
  }

  /** @param features that the model was asked about; a rule's are those that it signals. */
  #keep(
    engine: StrategyEngine,
    effects: readonly StrategyEffect[],
    quoteAt: Micros,
    features: ArrayLike<number> | undefined,
  ): void {
    const afterthoughts = this.#afterthoughts
    if (afterthoughts === undefined) return
    let seen = features
    for (const effect of effects) {
      if (effect.kind !== 'publish') continue
      const { fact } = effect
      if (fact.kind === 'signal') seen ??= fact.features
      else if (fact.kind === 'decision' && seen !== undefined) {
        afterthoughts.decided({ engine, decision: fact, quoteAt, features: seen })
      }
    }
  }

  /** Of what comes of the newest quote of an engine. */
  #course({ instrument }: StrategyEngine, readyAt: number): Course {
    const saidAt = this.#saidAt[instrument.id] ?? NaN
    const arrivedAt = this.#heardAt[instrument.id] ?? NaN
    return { saidAt, arrivedAt, readyAt, answeredAt: NaN }
  }

  /** Once the frame is read to its end: its newest quotes are asked about, not its first. */
  #putSoon(): void {
    if (this.#putting) return
    this.#putting = true
    queueMicrotask(() => {
      this.#putting = false
      for (const waiting of this.#questions.put()) void this.#await(waiting)
    })
  }

  async #await(waiting: Promise<Answer | undefined>): Promise<void> {
    const answer = await waiting
    if (answer !== undefined) this.#handOver(answer)
  }

  #say(seq: number, more: boolean): Promise<boolean> {
    const owner = this.#engines?.owner
    if (owner === undefined) return Promise.resolve(true)
    return this.#outlet.done({ kind: 'done', owner, seq, more })
  }
}
