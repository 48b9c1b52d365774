import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained, failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Since } from '../../../core/contracts/window-frame.ts'
import type { Log } from '../../../core/ports/index.ts'
import { admit } from './admission.ts'
import type { Gate } from './admission.ts'
import { answer, rejectUpgrade } from './answer.ts'
import type { PageFile } from './pages.ts'
import type { Now } from './session.ts'
import { OneTimeCode, Session } from './session.ts'

/** Largest message that a window may send. */
export const LARGEST_INBOUND = 64 * 1024
const MOST_WINDOWS = 16
const MOST_CONNECTIONS = 64

export interface WebOptions {
  /** 0: any free one. */
  readonly port: number
  /** Tells the cookies of several instances on one machine apart: hexadecimal. */
  readonly instance: string
  /** The runtime folder, where the session's secret is kept. */
  readonly runtime: string
  readonly pages: ReadonlyMap<string, PageFile>
  /** A window was let in. @param since where it had got to, if it comes back. */
  readonly onWindow: (socket: WebSocket, since: Since | undefined) => void
  readonly log: Log
  readonly now: Now
}

/** The page and its socket, for this machine alone. */
export interface Web {
  readonly port: number
  /** A link that lets one browser in, once, within a minute. */
  link(): string
  close(): Promise<void>
}

/** Listens on 127.0.0.1. Fails with `web.port` where the port is taken. */
export async function openWeb(options: WebOptions): Promise<Result<Web, Failure>> {
  const { now, runtime, instance, log } = options
  const session = new Session(runtime, now)
  const code = new OneTimeCode(now)
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 5000,
    requestTimeout: 10_000,
    keepAliveTimeout: 5000,
  })
  server.maxConnections = MOST_CONNECTIONS
  const listening = await listen(server, options.port)
  if (!listening.ok) return listening
  const port = listening.value
  const gate: Gate = {
    port,
    cookieName: `ghtrader-${instance}`,
    fits: (secret) => session.fits(secret),
    spend: (offered) => code.spend(offered),
  }
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_INBOUND,
    perMessageDeflate: false,
    clientTracking: true,
  })
  server.on('request', (request, response) => {
    answer(request, response, options.pages, admit(visitOf(request, false), gate), cookie)
  })
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const admission = admit(visitOf(request, true), gate)
    if (admission.kind !== 'socket') {
      return rejectUpgrade(stream, admission.kind === 'refused' ? admission.status : 400)
    }
    if (sockets.clients.size >= MOST_WINDOWS) return rejectUpgrade(stream, 403)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', (error) => log.warn(`a window's line broke: ${error.message}`))
      options.onWindow(socket, admission.since)
    })
  })
  function cookie(): string {
    const { secret } = session
    const seconds = Math.floor(session.left / 1000)
    return `${gate.cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${seconds}`
  }
  return ok({
    port,
    link: () => `http://127.0.0.1:${port}/enter?code=${code.renew()}`,
    close: () => close(server, sockets),
  })
}

function visitOf(request: IncomingMessage, upgrade: boolean) {
  const { headers, headersDistinct, method = '', url = '' } = request
  const site = headers['sec-fetch-site']
  return {
    method,
    target: url,
    hosts: headersDistinct['host'] ?? [],
    origins: headersDistinct['origin'] ?? [],
    cookie: headers.cookie,
    fetchSite: Array.isArray(site) ? site.join() : site,
    upgrade,
  }
}

function listen(server: Server, port: number): Promise<Result<number, Failure>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken by another program' : error.message
      const mend = 'choose another with --web-port, or none with --no-web'
      resolve(failed(failure('web.port', `port ${port} of 127.0.0.1 ${why}: ${mend}`)))
    })
    server.listen(port, '127.0.0.1', () => resolve(ok((server.address() as AddressInfo).port)))
  })
}

async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(1001, explained('bus.lost/leaving').message)
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate()
    server.closeAllConnections()
  }, 500)
  await closed
  clearTimeout(timer)
}
