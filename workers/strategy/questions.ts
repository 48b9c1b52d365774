import type { Failure, PredictionFact } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { InferenceRequest, StrategyEngine } from '../../src/core/engine/strategy/index.ts'
import type { Clock, Model } from '../../src/core/ports/index.ts'
import type { Course } from './course.ts'
import type { Figures } from './figures.ts'

export interface QuestionsParts {
  /** Undefined for a strategy that needs none: it asks nothing. */
  readonly model: Model | undefined
  readonly clock: Clock
  readonly figures: Figures
  /** The decision clock. */
  readonly now: () => Micros
  /** The way so far of what an engine asks about now. */
  readonly course: (engine: StrategyEngine, readyAt: number) => Course
  /** Called when a question waits to be put. */
  readonly onAsked: () => void
  /** The model gave no answer: told once. */
  readonly onFailure: (failure: Failure) => void
}

/** What a model made of a question, for the engine that asked. */
export interface Answer {
  readonly engine: StrategyEngine
  readonly prediction: PredictionFact
  /** What it was asked about. */
  readonly features: Float32Array
  readonly course: Course
}

/**
 * Puts the engines' questions to the model. One that was asked while newer quotes were already
 * there is put about the newest only.
 */
export class Questions {
  readonly #parts: QuestionsParts
  readonly #asked = new Map<StrategyEngine, InferenceRequest>()
  #failed = false

  constructor(parts: QuestionsParts) {
    this.#parts = parts
  }

  ask(engine: StrategyEngine, request: InferenceRequest): void {
    if (this.#parts.model === undefined) return
    this.#asked.set(engine, request)
    this.#parts.onAsked()
  }

  /** Questions that were not put are dropped: whoever asked them forgot. */
  forget(): void {
    this.#asked.clear()
  }

  /** Puts what waits, in the order in which it was asked. Each resolves to undefined on failure. */
  put(): readonly Promise<Answer | undefined>[] {
    const { model, now, figures } = this.#parts
    if (model === undefined || this.#asked.size === 0) return []
    const asked = [...this.#asked]
    this.#asked.clear()
    return asked.map(([engine, request]) => {
      const newest = engine.renewQuestion(now())
      if (newest !== undefined) figures.passedOver += newest.generation - request.generation
      return this.#answer(model, engine, newest ?? request)
    })
  }

  async #answer(
    model: Model,
    engine: StrategyEngine,
    { owner, instrument, quoteAt, generation, features }: InferenceRequest,
  ): Promise<Answer | undefined> {
    const { clock, figures, onFailure } = this.#parts
    const begun = clock.monotonic()
    const course = this.#parts.course(engine, begun)
    const answer = await model.infer(features)
    const answeredAt = clock.monotonic()
    figures.inference.add(answeredAt - begun)
    if (answer.ok) {
      const said = { owner, instrument, quoteAt, generation, outputs: answer.value }
      return {
        engine,
        prediction: { kind: 'prediction', ...said },
        features,
        course: { ...course, answeredAt },
      }
    }
    if (!this.#failed) onFailure(answer.error)
    this.#failed = true
    return undefined
  }
}
