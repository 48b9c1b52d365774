import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { FEATURE_COUNT, FEATURE_NAMES } from '../../core/engine/features/index.ts'
import type { Model, ModelManifest } from '../../core/ports/index.ts'
import { DIRECTION_LABELS } from '../../core/ports/index.ts'
import { metadataFailure } from './metadata.ts'
import { probabilitiesOf } from './probabilities.ts'
import { readModel, words } from './read-model.ts'

/**
 * One thread: the network is small, and the machine has other work. Only fatal things are logged.
 */
const SESSION: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  logSeverityLevel: 4,
}

/**
 * Opens an ONNX model by its manifest. Nothing of the manifest is taken on trust: fields, hash,
 * names and shapes are compared with the file, and one row is tried, before the model is given out.
 *
 * Fails with `model.missing`, `model.manifest`, `model.hash`, `model.unreadable` (not an ONNX file
 * that the runtime can run), `model.shape`, or `model.output`.
 *
 * @param labels what the model must say, in this order.
 */
export async function openOnnxModel(
  manifestPath: string,
  labels: readonly string[] = DIRECTION_LABELS,
): Promise<Result<Model, Failure>> {
  const read = await readModel(manifestPath, labels)
  if (!read.ok) return read
  const { manifest, path, bytes } = read.value
  let session: InferenceSession
  try {
    session = await InferenceSession.create(bytes, SESSION)
  } catch (error) {
    return failed(explained('model.unreadable/onnx', { path, said: words(error) }))
  }
  const model = new OnnxModel(manifest, session)
  const probe = metadataFailure(session, read.value) ?? (await model.tried())
  if (probe === undefined) return ok(model)
  await model.close()
  return failed(probe)
}

class OnnxModel implements Model {
  readonly manifest: ModelManifest
  readonly #session: InferenceSession
  /** Where each of the model's features stands among the engine's. */
  readonly #places: Int32Array
  readonly #means: Float64Array
  readonly #deviations: Float64Array
  readonly #tensor: Tensor
  #running = false
  #closed = false

  constructor(manifest: ModelManifest, session: InferenceSession) {
    this.manifest = manifest
    this.#session = session
    const names: readonly string[] = FEATURE_NAMES
    this.#places = Int32Array.from(manifest.features, (name) => names.indexOf(name))
    this.#means = Float64Array.from(manifest.normalisation.mean)
    this.#deviations = Float64Array.from(manifest.normalisation.deviation)
    this.#tensor = this.#emptyRow()
  }

  async infer(features: Float32Array): Promise<Result<readonly number[], Failure>> {
    const { name } = this.manifest
    if (this.#closed) {
      return failed(explained('model.output/closed', { model: name }))
    }
    if (features.length !== FEATURE_COUNT) {
      const values = { model: name, count: features.length, wanted: FEATURE_COUNT }
      return failed(explained('model.shape/features', values))
    }
    // The one tensor belongs to the question that is out; another one meanwhile brings its own.
    if (this.#running) return this.#ask(features, this.#emptyRow())
    this.#running = true
    const answer = await this.#ask(features, this.#tensor)
    this.#running = false
    return answer
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#session.release()
  }

  /** One row of means, to see whether the network runs and gives probabilities. */
  async tried(): Promise<Failure | undefined> {
    const answer = await this.infer(new Float32Array(FEATURE_COUNT).fill(NaN))
    return answer.ok ? undefined : answer.error
  }

  async #ask(features: Float32Array, tensor: Tensor): Promise<Result<readonly number[], Failure>> {
    const { input, output, labels, name } = this.manifest
    this.#fill(tensor.data as Float32Array, features)
    try {
      const answer = await this.#session.run({ [input.name]: tensor })
      return probabilitiesOf(answer[output.name]?.data, labels, name)
    } catch (error) {
      return failed(explained('model.output/no-answer', { model: name, said: words(error) }))
    }
  }

  #fill(row: Float32Array, features: Float32Array): void {
    for (let index = 0; index < row.length; index++) {
      const value =
        (features[this.#places[index]!]! - this.#means[index]!) / this.#deviations[index]!
      row[index] = value === value ? value : 0
    }
  }

  #emptyRow(): Tensor {
    const { shape } = this.manifest.input
    return new Tensor('float32', new Float32Array(shape[1]), shape)
  }
}
