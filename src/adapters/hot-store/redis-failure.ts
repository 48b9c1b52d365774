import type { DetailKey, Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'

type RefusalKey = Extract<DetailKey, 'store.refused/redis' | `store.refused/redis-${string}`>

/** The server's own words, by how they begin, and what is told of each. */
const REFUSALS: readonly (readonly [
  beginning: RegExp,
  key: Exclude<RefusalKey, 'store.refused/redis-protocol'>,
])[] = [
  [/^(WRONGPASS|NOAUTH|ERR invalid password)/, 'store.refused/redis-password'],
  [/^NOPERM/, 'store.refused/redis-user'],
  [/^OOM/, 'store.refused/redis-memory'],
  [/^READONLY/, 'store.refused/redis-replica'],
  [/^MISCONF/, 'store.refused/redis-disk'],
  [/^ERR DB index/, 'store.refused/redis-database'],
]

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'it broke the connection',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that network',
}

/** What a failure may say of the server that it is about. */
export interface FailingServer {
  /** Address without user and password. */
  readonly shown: string
  /** Kept out of every message: some servers repeat what they were sent. */
  readonly password: string
}

/** What a library's or the server's error means for whoever asked. */
export function redisFailure(error: unknown, server: FailingServer): Failure {
  const { name, message, code } = partsOf(error)
  const said = withoutSecret(message, server.password)
  if (name === 'ReplyError') {
    const [, key] = REFUSALS.find(([beginning]) => beginning.test(said)) ?? []
    return explained(key ?? 'store.refused/redis', { server: server.shown, said })
  }
  if (name === 'ParserError' || message.startsWith('Unknown RESP type')) {
    return explained('store.refused/redis-protocol', { server: server.shown })
  }
  if (name === 'SyntaxError') {
    return explained('store.schema/redis', { server: server.shown, said })
  }
  if (code === 'ETIMEDOUT') return slowFailure(server)
  const reason = REASONS[code] ?? (said === '' ? 'the connection was closed' : said)
  const told = code === '' ? reason : `${code}, ${reason}`
  return explained('store.unreachable/redis', { server: server.shown, reason: told })
}

export function slowFailure(server: FailingServer): Failure {
  return explained('store.slow/redis', { server: server.shown })
}

export function closedFailure(server: FailingServer): Failure {
  return explained('store.unreachable/redis-left', { server: server.shown })
}

function withoutSecret(text: string, password: string): string {
  return password === '' ? text : text.replaceAll(password, '…')
}

function partsOf(error: unknown): { name: string; message: string; code: string } {
  if (!(error instanceof Error)) return { name: '', message: String(error), code: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { name: error.name, message: error.message, code }
}
