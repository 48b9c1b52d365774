import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { ok } from '../../../core/domain/index.ts'
import type { Driver, InferenceRequest } from '../../../core/engine/index.ts'
import type { Model } from '../../../core/ports/index.ts'
import type { Assignment } from '../../../core/strategies/assignments.ts'

export type OpenModel = (manifestPath: string) => Promise<Result<Model, Failure>>

/** Opens every model that is asked for, each once, by the path of its manifest. */
export async function openModels(
  assignments: readonly Assignment[],
  openModel: OpenModel,
): Promise<Result<ReadonlyMap<string, Model>, Failure>> {
  const models = new Map<string, Model>()
  for (const { model } of assignments) {
    if (model === undefined || models.has(model)) continue
    const opened = await openModel(model)
    if (!opened.ok) {
      for (const each of models.values()) await each.close()
      return opened
    }
    models.set(model, opened.value)
  }
  return ok(models)
}

/**
 * Answers the strategies' questions before the run goes on, so that a replay is the same every
 * time. A model that gives no answer is reported once; its strategy decides nothing any more.
 */
export class Inference {
  readonly #byOwner = new Map<number, Model>()
  readonly #reportFailure: (failure: Failure) => void
  #asked: InferenceRequest[] = []
  #failed = false

  constructor(reportFailure: (failure: Failure) => void) {
    this.#reportFailure = reportFailure
  }

  serve(owner: number, model: Model): void {
    this.#byOwner.set(owner, model)
  }

  ask(request: InferenceRequest): void {
    this.#asked.push(request)
  }

  get waiting(): boolean {
    return this.#asked.length > 0
  }

  async answer(driver: Driver): Promise<void> {
    while (this.#asked.length > 0) {
      const asked = this.#asked
      this.#asked = []
      for (const request of asked) await this.#answerOne(request, driver)
    }
  }

  async #answerOne(request: InferenceRequest, driver: Driver): Promise<void> {
    const { owner, instrument, quoteAt, generation, features } = request
    const model = this.#byOwner.get(owner)
    if (model === undefined) return
    const answer = await model.infer(features)
    if (answer.ok) {
      const outputs = answer.value
      driver.prediction({ kind: 'prediction', owner, instrument, quoteAt, generation, outputs })
    } else if (!this.#failed) {
      this.#failed = true
      this.#reportFailure(answer.error)
    }
  }
}
