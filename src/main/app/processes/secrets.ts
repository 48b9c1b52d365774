import { createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { contentOf, replaceFile } from '../../../adapters/instance/durable-file.ts'
import type { SecretPlace } from '../../../core/contracts/worker-spec.ts'
import type { Settings } from '../config/index.ts'

/**
 * Secrets of the settings as workers get them: places in their specs, values in their environment.
 */
export interface Secrets {
  readonly redis: SecretPlace | undefined
  readonly questdb: SecretPlace | undefined
  readonly questdbPg: SecretPlace | undefined
  /** What the environment of a worker that is told such a place has to hold. */
  readonly values: Readonly<Record<string, string>>
}

const NONCE = 'secrets.nonce'
const SHORT = 8

/**
 * Gives every secret a variable. Its name ends in a digest, so that a worker of another password
 * has another spec and is not adopted; the digest is keyed by a file of this user's alone, since
 * the spec, which is an argument, can be seen by others. Throws what the disk throws.
 */
export function placeSecrets(settings: Settings, runtime: string): Secrets {
  const path = join(runtime, NONCE)
  let nonce = contentOf(path)
  if (nonce === undefined) {
    nonce = randomBytes(32).toString('hex')
    replaceFile(path, nonce)
  }
  const key = nonce
  const values: Record<string, string> = {}
  const place = (name: string, secret: string): SecretPlace | undefined => {
    if (secret === '') return undefined
    const digest = createHmac('sha256', key).update(secret).digest('hex').slice(0, SHORT)
    const variable = `GHTRADER_${name}_${digest.toUpperCase()}`
    values[variable] = secret
    return { variable }
  }
  return {
    redis: place('REDIS', settings.redis),
    questdb: place('QUESTDB', settings.questdb),
    questdbPg: place('QUESTDB_PG', settings.questdbPg),
    values,
  }
}
