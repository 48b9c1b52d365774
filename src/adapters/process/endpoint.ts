import { readFileSync, statSync } from 'node:fs'
import type { SecretPlace, SpecHead } from '../../core/contracts/worker-spec.ts'
import type { Endpoint } from '../../core/ports/index.ts'
import { isRecord } from './shape.ts'

/** Public and secret key of every worker of an instance, and of main; 40 characters of Z85 each. */
export type KeyRing = Readonly<Record<string, { readonly public: string; readonly secret: string }>>

/**
 * The endpoint of a worker's door as seen by the one whose spec it is: ipc as it is, tcp with the
 * keys of both ends. Throws where the keys are missing: nobody would answer.
 */
export function endpointOf(spec: SpecHead, name: string, address: string): Endpoint {
  if (!address.startsWith('tcp://')) return { address }
  const ring = keyRing(spec.keys, address)
  const own = ring[spec.name]
  const other = ring[name]
  if (own === undefined || other === undefined) {
    throw new Error(`${address}: the keys of ${spec.name} or ${name} are missing`)
  }
  if (name === spec.name) {
    const allowed = Object.values(ring).map((pair) => pair.public)
    return { address, keys: { kind: 'binder', secretKey: own.secret, allowed } }
  }
  return {
    address,
    keys: {
      kind: 'connector',
      publicKey: own.public,
      secretKey: own.secret,
      serverKey: other.public,
    },
  }
}

function keyRing(place: SecretPlace | undefined, address: string): KeyRing {
  if (place === undefined) throw new Error(`${address} needs keys, and the spec names none`)
  const ring: unknown = JSON.parse(readSecret(place))
  if (!isRecord(ring)) throw new Error('the keys are no JSON object')
  return ring as KeyRing
}

/** Reads a secret from where it is said to be. A file that others can read is refused. */
export function readSecret(place: SecretPlace): string {
  if ('variable' in place) {
    const value = process.env[place.variable]
    if (value === undefined) throw new Error(`the variable ${place.variable} is not set`)
    return value
  }
  const { mode } = statSync(place.file)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`${place.file} can be read by others: chmod 600 it`)
  }
  return readFileSync(place.file, 'utf8').trim()
}
