import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'

/** Where a Redis is and how to be let in. */
export interface RedisAddress {
  readonly host: string
  readonly port: number
  readonly isEncrypted: boolean
  readonly username: string
  readonly password: string
  readonly database: number
  /** For messages: without user and password. */
  readonly shown: string
}

/**
 * Reads `redis://user:password@host:6379/0`. Nothing of it is guessed or passed over.
 *
 * @returns `store.config` for anything else; its message never holds what might be a password.
 */
export function readRedisAddress(url: string): Result<RedisAddress, Failure> {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !/^rediss?:$/.test(parsed.protocol) || parsed.hostname === '') {
    return failed(explained('store.config/redis-form'))
  }
  const { protocol, hostname, port, pathname, search, hash } = parsed
  const shown = `${protocol}//${hostname}:${port || DEFAULT_PORT}${pathname}`
  // A password with / ? or # in it ends the host early: what looks like host and path is secret.
  if ((pathname + search + hash).includes('@')) {
    return failed(explained('store.config/redis-encode'))
  }
  if (search !== '' || hash !== '') {
    return failed(explained('store.config/redis-tail', { server: shown }))
  }
  if (!/^(\/\d{0,4})?$/.test(pathname)) {
    return failed(explained('store.config/redis-database', { server: shown }))
  }
  const [username, password] = [decoded(parsed.username), decoded(parsed.password)]
  if (username === undefined || password === undefined) {
    return failed(explained('store.config/redis-percent', { server: shown }))
  }
  return ok({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port || DEFAULT_PORT),
    isEncrypted: protocol === 'rediss:',
    username,
    password,
    database: Number(pathname.slice(1)),
    shown,
  })
}

const DEFAULT_PORT = 6379

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
