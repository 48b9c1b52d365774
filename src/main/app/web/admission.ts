import type { Since } from '../../../core/contracts/window-frame.ts'
import { STYLE_PATH } from './door-style.ts'
import type { DoorCode } from './door-words.ts'

/** What of a request decides whether it is served. Headers as they came; undefined for none. */
export interface Visit {
  readonly method: string
  /** Path and query, as in the request line. */
  readonly target: string
  /** Every value of a header that must come once. */
  readonly hosts: readonly string[]
  readonly origins: readonly string[]
  readonly cookie: string | undefined
  readonly fetchSite: string | undefined
  readonly upgrade: boolean
}

/** What the server knows. */
export interface Gate {
  readonly port: number
  readonly cookieName: string
  readonly fits: (secret: string) => boolean
  readonly spend: (code: string) => boolean
}

export type Admission =
  /** A file of the page. */
  | { readonly kind: 'page'; readonly path: string }
  /** How the door looks, which is no secret. */
  | { readonly kind: 'style' }
  /** The code was right: the cookie is given, and the page shown. */
  | { readonly kind: 'enter' }
  | { readonly kind: 'socket'; readonly since: Since | undefined }
  | {
      readonly kind: 'refused'
      readonly status: 400 | 401 | 403 | 404 | 405
      /** What a person reads is found by it. */
      readonly code: DoorCode
      /** What a program reads. */
      readonly message: string
    }

const SOCKET_PATH = '/ws/trading'
const ENTER_PATH = '/enter'
const LONGEST_TARGET = 2048

/**
 * Decides about every request, before anything of it has an effect. The server is reached by this
 * machine's browser under two names only, so that a page of another name that points here (DNS
 * rebinding) is refused; only its own pages may open the socket; and only with the session.
 */
export function admit(visit: Visit, gate: Gate): Admission {
  const { method, target, upgrade } = visit
  if (!isOwnHost(visit.hosts, gate.port)) {
    return refused(403, 'web.host', 'this server answers to 127.0.0.1 and localhost alone')
  }
  if (method !== 'GET' && (method !== 'HEAD' || upgrade)) {
    return refused(405, 'web.shape', 'pages are read, with GET')
  }
  const url = parsed(target)
  if (url === undefined) return refused(400, 'web.shape', 'that is no path of this server')
  if (!isOwnOrigin(visit, gate.port)) {
    return refused(403, 'web.origin', 'another site may not ask here')
  }
  if (upgrade) return socket(visit, url, gate)
  if (url.pathname === SOCKET_PATH) {
    return refused(400, 'web.shape', 'this address is a WebSocket')
  }
  if (url.pathname === ENTER_PATH) return enter(url, gate)
  if (url.pathname === STYLE_PATH) return { kind: 'style' }
  if (!holdsSession(visit.cookie, gate)) return noSession()
  return { kind: 'page', path: url.pathname }
}

function socket({ cookie, origins }: Visit, url: URL, gate: Gate): Admission {
  if (url.pathname !== SOCKET_PATH) return refused(404, 'web.shape', 'no socket is here')
  // A browser always says where it comes from; what does not is no window of ours.
  if (origins.length !== 1) return refused(403, 'web.origin', 'a window says its origin')
  if (!holdsSession(cookie, gate)) return noSession()
  const names = [...url.searchParams.keys()]
  const since = url.searchParams.get('since')
  if (names.length > 1 || (names.length === 1 && since === null)) {
    return refused(400, 'web.shape', 'the socket takes since=LIFE.POSITION and nothing else')
  }
  if (since === null) return { kind: 'socket', since: undefined }
  const found = /^(\d{1,15})\.(\d{1,15})$/.exec(since)
  if (found === null) return refused(400, 'web.shape', 'since must be a life and a position')
  return { kind: 'socket', since: { life: Number(found[1]), position: Number(found[2]) } }
}

function enter(url: URL, gate: Gate): Admission {
  const codes = url.searchParams.getAll('code')
  const [code] = codes
  if (code === undefined || codes.length > 1 || !gate.spend(code)) {
    return refused(
      401,
      'web.code',
      'this link was used, or is older than a minute: press l in the terminal for a fresh one',
    )
  }
  return { kind: 'enter' }
}

function isOwnHost(hosts: readonly string[], port: number): boolean {
  const [host] = hosts
  return hosts.length === 1 && (host === `127.0.0.1:${port}` || host === `localhost:${port}`)
}

/** Origin and fetch metadata, where they are said, must be this very server's. */
function isOwnOrigin({ origins, hosts, fetchSite }: Visit, port: number): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  if (origins.length === 0) return true
  const [origin] = origins
  return origins.length === 1 && origin === `http://${hosts[0]}` && isOwnHost(hosts, port)
}

function holdsSession(cookie: string | undefined, { cookieName, fits }: Gate): boolean {
  const held = (cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${cookieName}=`))
  const [only] = held
  return held.length === 1 && only !== undefined && fits(only.slice(cookieName.length + 1))
}

function noSession(): Admission {
  const words = 'this browser was not let in: press l in the terminal, and open the link it prints'
  return refused(401, 'web.session', words)
}

/** Only plain paths of this server: no other authority, no backslash, no control character. */
function parsed(target: string): URL | undefined {
  if (target.length > LONGEST_TARGET || !/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(target)) {
    return undefined
  }
  return URL.canParse(target, 'http://localhost') ? new URL(target, 'http://localhost') : undefined
}

function refused(status: 400 | 401 | 403 | 404 | 405, code: DoorCode, message: string): Admission {
  return { kind: 'refused', status, code, message }
}
