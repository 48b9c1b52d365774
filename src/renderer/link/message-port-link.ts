import type { Since } from '../../core/contracts/window-frame.ts'
import { CLOSED_HERE, NO_FRAME, endOf } from './line-end.ts'
import type { Line, LineEnd, LineListener, Link } from './link.ts'

/** A page's end of a MessageChannel. */
export interface PagePort {
  readonly postMessage: (message: unknown) => void
  readonly addEventListener: (
    type: 'message' | 'close',
    listener: (event: { readonly data?: unknown }) => void,
  ) => void
  readonly start: () => void
  readonly close: () => void
}

/**
 * Asks main for a port.
 *
 * @param since where this page had got to on an earlier line.
 * @param use is called with the port once it is there, never before this returned.
 */
export type AskPort = (since: Since | undefined, use: (port: PagePort) => void) => void

/** Reaches main over a port that it hands to this page. */
export function messagePortLink(ask: AskPort): Link {
  return { kind: 'message-port', connect: (since, listener) => connect(ask, since, listener) }
}

function connect(ask: AskPort, since: Since | undefined, listener: LineListener): Line {
  let port: PagePort | undefined
  let read = 0
  let over = false
  const end = (how: LineEnd): void => {
    if (over) return
    over = true
    port?.close()
    listener.closed(how)
  }
  const take = (data: unknown): void => {
    const words = endIn(data)
    if (words !== undefined) return end(words)
    listener.frame(data instanceof Uint8Array ? data : NO_FRAME)
    // Main sends no more than it knows to be read.
    if (!over) port?.postMessage(++read)
  }
  ask(since, (given) => {
    if (over) return given.close()
    port = given
    given.addEventListener('message', ({ data }) => {
      if (!over) take(data)
    })
    given.addEventListener('close', () => end(endOf(0, 'the workstation is gone')))
    listener.opened()
    given.start()
  })
  return {
    send: (text) => {
      if (over || port === undefined) return false
      port.postMessage(text)
      return true
    },
    close: () => end(CLOSED_HERE),
  }
}

/** A port has no words for its end: main says `[code, reason]` before it closes. */
function endIn(data: unknown): LineEnd | undefined {
  if (!Array.isArray(data)) return undefined
  const [code, reason] = data as readonly unknown[]
  return typeof code === 'number' && typeof reason === 'string' ? endOf(code, reason) : undefined
}
