import { MessageChannel } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Since } from '../../../src/core/contracts/window-frame.ts'
import { openWeb } from '../../../src/main/app/web/index.ts'
import type { WindowLine } from '../../../src/main/app/windows/index.ts'
import { messagePortLine } from '../../../src/main/app/windows/index.ts'
import { webSocketLine } from '../../../src/main/app/windows/web-socket-line.ts'
import type { Link } from '../../../src/renderer/link/link.ts'
import { MemoryLink } from '../../../src/renderer/link/memory-link.ts'
import type { PagePort } from '../../../src/renderer/link/message-port-link.ts'
import { messagePortLink } from '../../../src/renderer/link/message-port-link.ts'
import { webSocketLink } from '../../../src/renderer/link/web-socket-link.ts'
import { COOKIE, enter } from '../../main/app/web/web-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

export type Attach = (line: WindowLine, since: Since | undefined) => void

/** A link, and what happens to lines out in the world. */
export interface Carrier {
  readonly link: Link
  /** The page reads nothing from now on. */
  readonly pause: () => void
  readonly resume: () => void
  /** The newest line breaks. */
  readonly break: () => void
  /** Something that is no text goes to main. */
  readonly sendBytes: () => void
}

type OpenCarrier = (attach: Attach) => Promise<Carrier>

/** Whatever may carry the line between main and a page. */
export const CARRIERS: Readonly<Record<string, OpenCarrier>> = {
  memory: (attach) => {
    const link = new MemoryLink({ attach, turn: (call) => void setImmediate(call) })
    return Promise.resolve({
      link,
      pause: () => link.pause(),
      resume: () => link.resume(),
      break: () => link.break(),
      sendBytes: () => undefined,
    })
  },

  'a WebSocket': async (attach) => {
    const { port, cookie } = await openedDoor(attach)
    let newest: WebSocket | undefined
    const open = (address: string): WebSocket => {
      newest = pageSocket(address, port, cookie)
      return newest
    }
    const link = webSocketLink({
      address: `ws://127.0.0.1:${port}/ws/trading`,
      open,
      probe: () => probed(port, cookie),
    })
    onTestFinished(() => newest?.terminate())
    return {
      link,
      pause: () => newest?.pause(),
      resume: () => newest?.resume(),
      break: () => newest?.terminate(),
      sendBytes: () => newest?.send(Uint8Array.of(1)),
    }
  },

  'a MessagePort': (attach) => {
    let newest: PausablePort | undefined
    const link = messagePortLink((since, use) => {
      const { port1, port2 } = new MessageChannel()
      attach(messagePortLine(port1), since)
      const port = new PausablePort(port2 as unknown as PagePort)
      newest = port
      onTestFinished(() => {
        port1.close()
        port2.close()
      })
      setImmediate(() => use(port))
    })
    return Promise.resolve({
      link,
      pause: () => newest?.pause(),
      resume: () => newest?.resume(),
      break: () => newest?.close(),
      sendBytes: () => {
        const port = newest
        port?.postMessage(Uint8Array.of(1))
      },
    })
  },
}

/** The real server, with a browser let in. */
export async function openedDoor(attach: Attach) {
  let now = 1_700_000_000_000
  const opened = await openWeb({
    port: 0,
    instance: '0f0f',
    runtime: temporaryFolder(),
    pages: new Map([['/', { body: Buffer.from('the page'), type: 'text/html' }]]),
    onWindow: (socket, since) => attach(webSocketLine(socket), since),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => now,
  })
  if (!opened.ok) throw new Error(opened.error.message)
  const web = opened.value
  onTestFinished(() => web.close())
  const cookie = await enter({ web })
  return { web, port: web.port, cookie, wait: (milliseconds: number) => void (now += milliseconds) }
}

/** A socket as a browser opens it. */
export function pageSocket(address: string, port: number, cookie: string): WebSocket {
  const socket = new WebSocket(address, {
    headers: { cookie: `${COOKIE}=${cookie}`, origin: `http://127.0.0.1:${port}` },
  })
  socket.on('error', () => undefined)
  return socket
}

/** What a page learns of the server by asking it for a page. */
export async function probed(port: number, cookie: string): Promise<number> {
  try {
    const headers = { cookie: `${COOKIE}=${cookie}` }
    return (await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD', headers })).status
  } catch {
    return 0
  }
}

/** A page's port whose page may be too busy to look. */
class PausablePort implements PagePort {
  readonly #port: PagePort
  #paused = false
  readonly #waiting: (() => void)[] = []

  constructor(port: PagePort) {
    this.#port = port
  }

  readonly postMessage = (message: unknown): void => {
    const port = this.#port
    port.postMessage(message)
  }
  readonly start = (): void => this.#port.start()
  readonly close = (): void => this.#port.close()
  readonly addEventListener: PagePort['addEventListener'] = (type, listener) => {
    this.#port.addEventListener(type, (event) => {
      if (this.#paused) this.#waiting.push(() => listener(event))
      else listener(event)
    })
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    for (const call of this.#waiting.splice(0)) call()
  }
}
