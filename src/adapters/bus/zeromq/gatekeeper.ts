import { Router } from 'zeromq'
import { context } from './context.ts'
import { closed } from './life.ts'
import { receiveAll, trySend } from './traffic.ts'
import { encodeZ85 } from './z85.ts'

/** Where the library asks about every peer. Source: ZeroMQ RFC 27 (ZAP). */
const ADDRESS = 'inproc://zeromq.zap.01'
const VERSION = '1.0'
const MECHANISM = 'CURVE'

/** The right of one socket to have its peers judged by their public keys. */
export interface Gate {
  /** The socket's name before the gatekeeper. */
  readonly domain: string
  readonly release: () => Promise<void>
}

const allowedIn = new Map<string, ReadonlySet<string>>()
let keeper: Router | undefined
let leaving: Promise<void> = Promise.resolve()
let gates = 0

/**
 * Has peers of a domain admitted by their public keys. The library lets a process have one
 * gatekeeper a context: it is there while a gate is open. Sockets enforce their domain, so that
 * nobody gets in while it is not.
 */
export async function openGate(allowed: readonly string[]): Promise<Gate> {
  const domain = `gate-${++gates}`
  allowedIn.set(domain, new Set(allowed))
  await leaving
  keeper ??= newKeeper()
  const release = async (): Promise<void> => {
    allowedIn.delete(domain)
    if (allowedIn.size > 0 || keeper === undefined) return
    leaving = closed(keeper)
    keeper = undefined
    await leaving
  }
  return { domain, release }
}

function newKeeper(): Router {
  const router = new Router({ context, linger: 0, sendTimeout: 0 })
  router.bindSync(ADDRESS)
  void receiveAll(router, (parts) => {
    const [peer, empty, version, request, domain, , , mechanism, key] = parts
    if (!peer || !empty || !version || !request) return
    const known =
      text(version) === VERSION && text(mechanism) === MECHANISM && mayEnter(text(domain), key)
    const [status, words] = known ? ['200', 'OK'] : ['400', 'this key is not on the list']
    const answer = [VERSION, text(request), status, words, '', ''].map((part) => Buffer.from(part))
    void trySend(router, [peer, empty, ...answer])
  })
  return router
}

function mayEnter(domain: string, key: Uint8Array | undefined): boolean {
  if (key?.length !== 32) return false
  return allowedIn.get(domain)?.has(encodeZ85(key)) ?? false
}

function text(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('latin1')
}
