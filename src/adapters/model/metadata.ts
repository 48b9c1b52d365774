import type { InferenceSession } from 'onnxruntime-node'
import type { Failure } from '../../core/contracts/index.ts'
import { failure } from '../../core/contracts/index.ts'
import type { ModelFiles } from './read-model.ts'

export type Metadata = Pick<InferenceSession, 'inputMetadata' | 'outputMetadata'>

/** Why a loaded file is not the network that its manifest tells of; `model.shape`, or undefined. */
export function metadataFailure(
  session: Metadata,
  { manifest, path }: ModelFiles,
): Failure | undefined {
  const wrong =
    difference('input', manifest.input, session.inputMetadata) ??
    difference('output', manifest.output, session.outputMetadata)
  if (wrong === undefined) return undefined
  return failure('model.shape', `${path}: ${wrong}; mend the manifest, or export the model anew`)
}

/** A first dimension that the file leaves open holds one row as well. */
function difference(
  side: 'input' | 'output',
  told: { readonly name: string; readonly shape: readonly [1, number] },
  found: readonly InferenceSession.ValueMetadata[],
): string | undefined {
  const value = found[0]
  if (value === undefined || found.length > 1) {
    return `the network has ${found.length} ${side}s (${found.map(({ name }) => name).join(', ')}), must have one`
  }
  if (value.name !== told.name) {
    return `the manifest's ${side}.name is ${told.name}, the network calls it ${value.name}`
  }
  if (!value.isTensor) return `the network's ${side} is no tensor`
  if (value.type !== 'float32') return `the network's ${side} is ${value.type}, must be float32`
  const [rows, width] = value.shape
  const holdsOneRow = rows === 1 || typeof rows === 'string'
  if (value.shape.length === 2 && holdsOneRow && width === told.shape[1]) return undefined
  const shown = `[${value.shape.join(', ')}]`
  return `the manifest's ${side}.shape is [${told.shape.join(', ')}], the network's is ${shown}`
}
