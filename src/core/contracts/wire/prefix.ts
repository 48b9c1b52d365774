import type { Failure } from '../index.ts'
import { failure } from '../index.ts'

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

/** @returns why the bytes behind the prefix must not be read, or undefined when they may. */
export function prefixFailure(bytes: Uint8Array): Failure | undefined {
  if (bytes.length <= PREFIX_LENGTH) {
    return failure('codec.shape', `a message has at least 5 bytes, this one ${bytes.length}`)
  }
  const version = bytes[1] as number
  if (version > WIRE_VERSION) {
    return failure(
      'codec.version',
      `the message was written by version ${version} of the wire, this program reads up to ` +
        `version ${WIRE_VERSION}: update this program`,
    )
  }
  if (version === 0) return failure('codec.shape', 'there is no version 0 of the wire')
  return undefined
}

export function unknownKind(number: number): Failure {
  return failure(
    'codec.kind',
    `the message is of kind ${number}, which version ${WIRE_VERSION} of the wire does not have ` +
      `here: it comes from another program, or was sent to the wrong place`,
  )
}
