import type { Failure } from '../../core/contracts/index.ts'
import { failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { FEATURE_NAMES } from '../../core/engine/features/index.ts'
import type { ModelManifest } from '../../core/ports/index.ts'
import type { Check } from '../resources/shape.ts'
import { listOf, mapOf, object, oneOf, text, where } from '../resources/shape.ts'

const known: ReadonlySet<unknown> = new Set(FEATURE_NAMES)

const name = where((value) => typeof value === 'string' && value !== '', 'a text, not empty')
const finite = where((value) => Number.isFinite(value), 'a finite number')
const positive = where((value) => Number.isFinite(value) && Number(value) > 0, 'a number above 0')
const feature = where(
  (value) => known.has(value),
  `a feature of this version (${FEATURE_NAMES.join(', ')})`,
)
const row = where(
  (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    value[0] === 1 &&
    Number.isSafeInteger(value[1]) &&
    Number(value[1]) > 0,
  'one row, [1, how many]',
)
const tensor = object({ name, shape: row })

const shape = object({
  format: oneOf([1]),
  name,
  file: where(
    (value) => typeof value === 'string' && /^[\w-][\w.-]*$/.test(value),
    'the name of a file beside the manifest, without a folder',
  ),
  sha256: where(
    (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
    '64 hexadecimal digits in lower case',
  ),
  input: tensor,
  output: tensor,
  features: listOf(feature, 1),
  normalisation: object({ mean: listOf(finite), deviation: listOf(positive) }),
  labels: listOf(name, 1),
  training: mapOf(either(finite, text, 'a number or a text')),
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
  const wrong = shape(value, 'the manifest') ?? contradiction(value as ModelManifest, labels)
  if (wrong === undefined) return ok(value as ModelManifest)
  return failed(
    failure('model.manifest', `${path}: ${wrong}; mend it, or make the model again: npm run train`),
  )
}

function contradiction(manifest: ModelManifest, labels: readonly string[]): string | undefined {
  const { features, input, output, normalisation } = manifest
  const twice = features.find((feature, index) => features.indexOf(feature) !== index)
  if (twice !== undefined) return `features names ${twice} twice`
  const inputs = input.shape[1]
  if (features.length !== inputs) {
    return `features has ${features.length} entries, input.shape has room for ${inputs}`
  }
  for (const part of ['mean', 'deviation'] as const) {
    const { length } = normalisation[part]
    if (length !== inputs)
      return `normalisation.${part} has ${length} entries for ${inputs} features`
  }
  const outputs = output.shape[1]
  if (manifest.labels.length !== outputs) {
    return `labels has ${manifest.labels.length} entries, output.shape has room for ${outputs}`
  }
  if (manifest.labels.join(' ') !== labels.join(' ')) {
    return `labels must be ${labels.join(', ')} in this order, was ${manifest.labels.join(', ')}`
  }
  return undefined
}

function either(one: Check, other: Check, what: string): Check {
  return where((value) => one(value, '') === undefined || other(value, '') === undefined, what)
}
