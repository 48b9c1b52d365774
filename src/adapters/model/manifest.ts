import type { Failure, ShapeName } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { FEATURE_NAMES } from '../../core/engine/features/index.ts'
import type { ModelManifest } from '../../core/ports/index.ts'
import type { Check } from '../resources/shape.ts'
import { listOf, mapOf, object, oneOf, shown, text, where } from '../resources/shape.ts'

const known: ReadonlySet<unknown> = new Set(FEATURE_NAMES)

const name = where((value) => typeof value === 'string' && value !== '', 'name')
const finite = where((value) => Number.isFinite(value), 'finite')
const positive = where((value) => Number.isFinite(value) && Number(value) > 0, 'aboveZero')
const feature: Check = (value, at) => {
  if (known.has(value)) return undefined
  const values = { at, names: FEATURE_NAMES.join(', '), value: shown(value) }
  return explained('model.manifest/feature', values).message
}
const row = where(
  (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    value[0] === 1 &&
    Number.isSafeInteger(value[1]) &&
    Number(value[1]) > 0,
  'row',
)
const tensor = object({ name, shape: row })

const shape = object({
  format: oneOf([1]),
  name,
  file: where((value) => typeof value === 'string' && /^[\w-][\w.-]*$/.test(value), 'file'),
  sha256: where((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value), 'digits'),
  input: tensor,
  output: tensor,
  features: listOf(feature, 1),
  normalisation: object({ mean: listOf(finite), deviation: listOf(positive) }),
  labels: listOf(name, 1),
  training: mapOf(either(finite, text, 'entry')),
})

/**
 * A manifest out of parsed JSON, checked field by field and against itself. Fails with
 * `model.manifest`, naming file and field.
 *
 * @param labels what the model must say, in this order.
 */
export function parseManifest(
  value: unknown,
  path: string,
  labels: readonly string[],
): Result<ModelManifest, Failure> {
  const fault = shape(value, 'the manifest') ?? contradiction(value as ModelManifest, labels)
  if (fault === undefined) return ok(value as ModelManifest)
  return failed(explained('model.manifest/file', { path, fault }))
}

function contradiction(manifest: ModelManifest, labels: readonly string[]): string | undefined {
  const { features, input, output, normalisation } = manifest
  const twice = features.find((feature, index) => features.indexOf(feature) !== index)
  if (twice !== undefined) return explained('model.manifest/twice', { feature: twice }).message
  const inputs = input.shape[1]
  if (features.length !== inputs) {
    const values = { count: features.length, most: inputs }
    return explained('model.manifest/features', values).message
  }
  for (const part of ['mean', 'deviation'] as const) {
    const { length } = normalisation[part]
    if (length === inputs) continue
    const values = { member: `normalisation.${part}`, count: length, wanted: inputs }
    return explained('model.manifest/normalisation', values).message
  }
  const outputs = output.shape[1]
  const count = manifest.labels.length
  if (count !== outputs) {
    return explained('model.manifest/labels', { count, most: outputs }).message
  }
  if (manifest.labels.join(' ') !== labels.join(' ')) {
    const values = { names: labels.join(', '), found: manifest.labels.join(', ') }
    return explained('model.manifest/order', values).message
  }
  return undefined
}

function either(one: Check, other: Check, shape: ShapeName): Check {
  return where((value) => one(value, '') === undefined || other(value, '') === undefined, shape)
}
