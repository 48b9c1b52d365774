import { curveKeyPair } from 'zeromq'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { BinderKeys, ConnectorKeys, Endpoint } from '../../../core/ports/index.ts'
import { isKey } from './z85.ts'

/** A pair of CURVE keys, 40 characters of Z85 each. */
export interface CurveKeys {
  readonly publicKey: string
  readonly secretKey: string
}

/** A new pair, from the system's own randomness. */
export function createCurveKeys(): CurveKeys {
  const { publicKey, secretKey } = curveKeyPair()
  return { publicKey, secretKey }
}

type Keys = BinderKeys | ConnectorKeys
type KeysOf<Kind extends Keys['kind']> = Extract<Keys, { kind: Kind }>

/**
 * The keys of a tcp endpoint. Fails with `bus.keys` on none, the other side's, or no keys at all.
 */
export function keysOf<Kind extends Keys['kind']>(
  { address, keys }: Endpoint,
  kind: Kind,
): Result<KeysOf<Kind>, Failure> {
  if (keys === undefined) return failed(explained('bus.keys/none', { address, side: kind }))
  if (keys.kind !== kind) {
    return failed(explained('bus.keys/other', { address, side: keys.kind, otherSide: kind }))
  }
  const wrong = namedKeys(keys).find(([, key]) => !isKey(key))
  if (wrong !== undefined) return failed(explained('bus.keys/wrong', { address, key: wrong[0] }))
  return ok(keys as KeysOf<Kind>)
}

/** The keys with what to call them: no key is ever in a message. */
function namedKeys(keys: Keys): readonly (readonly [name: string, key: string])[] {
  const { kind, secretKey } = keys
  if (kind === 'binder')
    return [['secret key', secretKey], ...keys.allowed.map((key) => ['public key', key] as const)]
  return [
    ['secret key', secretKey],
    ['public key', keys.publicKey],
    ['server key', keys.serverKey],
  ]
}
