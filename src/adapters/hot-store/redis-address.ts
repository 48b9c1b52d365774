import type { Failure } from '../../core/contracts/index.ts'
import { failure } from '../../core/contracts/index.ts'
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

const FORM = 'redis://[user:password@]host[:port][/database], or rediss:// for TLS'

/**
 * Reads `redis://user:password@host:6379/0`. Nothing of it is guessed or passed over.
 *
 * @returns `store.config` for anything else; its message never holds what might be a password.
 */
export function readRedisAddress(url: string): Result<RedisAddress, Failure> {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !/^rediss?:$/.test(parsed.protocol) || parsed.hostname === '') {
    return wrong(`the address of Redis is not of the form ${FORM}`)
  }
  const { protocol, hostname, port, pathname, search, hash } = parsed
  const shown = `${protocol}//${hostname}:${port || DEFAULT_PORT}${pathname}`
  // A password with / ? or # in it ends the host early: what looks like host and path is secret.
  if ((pathname + search + hash).includes('@')) {
    return wrong(
      `the address of Redis has to percent-encode its password: / ? # @ as %2F %3F %23 %40`,
    )
  }
  if (search !== '' || hash !== '') {
    return wrong(`the address of Redis ${shown} goes on after the database; leave that out`)
  }
  if (!/^(\/\d{0,4})?$/.test(pathname)) {
    return wrong(`the address of Redis ${shown} ends in no database number, such as /0`)
  }
  const [username, password] = [decoded(parsed.username), decoded(parsed.password)]
  if (username === undefined || password === undefined) {
    return wrong(`user or password of Redis ${shown} is not percent-encoded; write % as %25`)
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

function wrong(message: string): Result<never, Failure> {
  return failed(failure('store.config', message))
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
