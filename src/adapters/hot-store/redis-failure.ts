import type { ErrorCode, Failure } from '../../core/contracts/index.ts'
import { failure } from '../../core/contracts/index.ts'

/** The server's own words, by how they begin, and what mends each. */
const REFUSALS: readonly (readonly [beginning: RegExp, mend: string])[] = [
  [/^(WRONGPASS|NOAUTH|ERR invalid password)/, 'Give the password that it wants'],
  [/^NOPERM/, 'Allow this user the commands and keys of ghTrader'],
  [/^OOM/, 'Raise its maxmemory, or let it evict old keys'],
  [/^READONLY/, 'It is a replica: name the server that takes writes'],
  [/^MISCONF/, 'It cannot save to its disk: free some space there'],
  [/^ERR DB index/, 'Choose a database number that it has'],
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
    const [, mend] = REFUSALS.find(([beginning]) => beginning.test(said)) ?? []
    return tell('store.refused', server, `refused (${said})`, mend ?? 'Mend that there')
  }
  if (name === 'ParserError' || message.startsWith('Unknown RESP type')) {
    const mend = 'Correct host and port in the address of Redis'
    return tell('store.refused', server, 'speaks another protocol', mend)
  }
  if (name === 'SyntaxError') {
    const mend = 'Somebody else writes under these keys: give one of you another database'
    return tell('store.schema', server, `holds an entry that is no JSON (${said})`, mend)
  }
  if (code === 'ETIMEDOUT') return slowFailure(server)
  const reason = REASONS[code] ?? (said === '' ? 'the connection was closed' : said)
  const told = code === '' ? reason : `${code}, ${reason}`
  const mend = 'Start it, or correct its address; it is tried again by itself'
  return tell('store.unreachable', server, `cannot be reached (${told})`, mend)
}

export function slowFailure(server: FailingServer): Failure {
  const mend = 'See whether it hangs; it is tried again by itself'
  return tell('store.slow', server, 'does not answer in time', mend)
}

export function closedFailure(server: FailingServer): Failure {
  return tell('store.unreachable', server, 'was left: the hot store is closed', 'Open it again')
}

function tell(code: ErrorCode, { shown }: FailingServer, what: string, mend: string): Failure {
  return failure(code, `Redis at ${shown} ${what}. ${mend}`)
}

function withoutSecret(text: string, password: string): string {
  return password === '' ? text : text.replaceAll(password, '…')
}

function partsOf(error: unknown): { name: string; message: string; code: string } {
  if (!(error instanceof Error)) return { name: '', message: String(error), code: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { name: error.name, message: error.message, code }
}
