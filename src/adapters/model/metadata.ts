import type { InferenceSession } from 'onnxruntime-node'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { ModelFiles } from './read-model.ts'

export type Metadata = Pick<InferenceSession, 'inputMetadata' | 'outputMetadata'>

/** Why a loaded file is not the network that its manifest tells of; `model.shape`, or undefined. */
export function metadataFailure(
  session: Metadata,
  { manifest, path }: ModelFiles,
): Failure | undefined {
  const fault =
    difference('input', manifest.input, session.inputMetadata) ??
    difference('output', manifest.output, session.outputMetadata)
  if (fault === undefined) return undefined
  return explained('model.shape/network', { path, fault })
}

/** A first dimension that the file leaves open holds one row as well. */
function difference(
  side: 'input' | 'output',
  told: { readonly name: string; readonly shape: readonly [1, number] },
  found: readonly InferenceSession.ValueMetadata[],
): string | undefined {
  const value = found[0]
  if (value === undefined || found.length > 1) {
    const names = found.map(({ name }) => name).join(', ')
    return explained('model.shape/several', { count: found.length, side, names }).message
  }
  if (value.name !== told.name) {
    const values = { part: side, told: told.name, found: value.name }
    return explained('model.shape/name', values).message
  }
  if (!value.isTensor) return explained('model.shape/no-tensor', { side }).message
  const { type } = value
  if (type !== 'float32') return explained('model.shape/type', { side, type }).message
  const [rows, width] = value.shape
  const holdsOneRow = rows === 1 || typeof rows === 'string'
  if (value.shape.length === 2 && holdsOneRow && width === told.shape[1]) return undefined
  const [wanted, shown] = [told.shape, value.shape].map((shape) => `[${shape.join(', ')}]`)
  const values = { part: side, told: String(wanted), found: String(shown) }
  return explained('model.shape/width', values).message
}
