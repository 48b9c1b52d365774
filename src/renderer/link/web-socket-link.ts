import { explained } from '../../core/contracts/index.ts'
import type { Since } from '../../core/contracts/window-frame.ts'
import { CLOSED_HERE, NO_FRAME, endOf } from './line-end.ts'
import type { Line, LineEnd, LineListener, Link } from './link.ts'

/** As much of a WebSocket as a line needs: that of a page, or of any other program. */
export interface SocketLike {
  binaryType: string
  readonly readyState: number
  readonly send: (text: string) => void
  readonly close: () => void
  readonly addEventListener: {
    (type: 'open', listener: () => void): void
    (type: 'message', listener: (event: { readonly data: unknown }) => void): void
    (type: 'close', listener: (event: SocketEnd) => void): void
  }
}

interface SocketEnd {
  readonly code: number
  readonly reason: string
}

export interface WebSocketLinkParts {
  /** `ws://HOST/ws/trading`. */
  readonly address: string
  readonly open: (address: string) => SocketLike
  /**
   * Asks the server for a page. A socket that was refused does not say why, a page does.
   *
   * @returns the HTTP status; 0 where nobody answers. Never rejects.
   */
  readonly probe: () => Promise<number>
}

const OPEN = 1
const BROKEN = 1006
const NO_SESSION = 401

/** Reaches main over its WebSocket. */
export function webSocketLink(parts: WebSocketLinkParts): Link {
  return {
    kind: 'web-socket',
    connect: (since, listener) => connect(parts, since, listener),
  }
}

function connect(
  { address, open, probe }: WebSocketLinkParts,
  since: Since | undefined,
  listener: LineListener,
): Line {
  const place = since === undefined ? '' : `?since=${since.life}.${since.position}`
  const socket = open(`${address}${place}`)
  socket.binaryType = 'arraybuffer'
  let admitted = false
  let over = false
  const end = (how: LineEnd): void => {
    if (over) return
    over = true
    listener.closed(how)
  }
  socket.addEventListener('open', () => {
    if (over) return
    admitted = true
    listener.opened()
  })
  socket.addEventListener('message', ({ data }) => {
    if (!over) listener.frame(data instanceof ArrayBuffer ? new Uint8Array(data) : NO_FRAME)
  })
  socket.addEventListener('close', ({ code, reason }) => {
    if (admitted || code !== BROKEN) end(endOf(code, reason))
    else void probe().then((status) => end(notAdmitted(status)))
  })
  return {
    send: (text) => {
      if (over || socket.readyState !== OPEN) return false
      socket.send(text)
      return true
    },
    close: () => {
      socket.close()
      end(CLOSED_HERE)
    },
  }
}

function notAdmitted(status: number): LineEnd {
  switch (status) {
    case NO_SESSION:
      return { why: 'refused', code: status, reason: explained('web.session/not-let-in').message }
    case 0:
      return { why: 'lost', code: 0, reason: explained('bus.lost/no-workstation').message }
    default:
      return { why: 'lost', code: status, reason: explained('bus.lost/full').message }
  }
}
