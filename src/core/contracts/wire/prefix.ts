import type { Failure } from '../index.ts'
import { explained } from '../index.ts'

/**
 * The layouts of this program. Raised by one whenever a layout changes; readers refuse newer
 * ones, since positions mean nothing without the layout that they belong to.
 */
export const WIRE_VERSION = 1

/** Kind, version, low 16 bits of the epoch, high byte first: also the topic to subscribe by. */
export const PREFIX_LENGTH = 4

export function writePrefix(bytes: Uint8Array, number: number, epoch: number): void {
  bytes[0] = number
  bytes[1] = WIRE_VERSION
  bytes[2] = (epoch >>> 8) & 0xff
  bytes[3] = epoch & 0xff
}

/** The low 16 bits of the writer's epoch. */
export function prefixEpoch(bytes: Uint8Array): number {
  return ((bytes[2] as number) << 8) | (bytes[3] as number)
}

/** Why bytes are not read. */
export interface UnreadFailure extends Failure {
  readonly code: 'codec.version' | 'codec.kind' | 'codec.shape'
}

/** @returns why the bytes behind the prefix must not be read, or undefined when they may. */
export function prefixFailure(bytes: Uint8Array): UnreadFailure | undefined {
  if (bytes.length <= PREFIX_LENGTH) {
    return explained('codec.shape/short', { bytes: bytes.length })
  }
  const version = bytes[1] as number
  if (version > WIRE_VERSION) {
    return explained('codec.version/newer', { found: version, wanted: WIRE_VERSION })
  }
  if (version === 0) return explained('codec.shape/no-version')
  return undefined
}

export function unknownKind(number: number): UnreadFailure {
  return explained('codec.kind/unknown', { number, version: WIRE_VERSION })
}
