import type { Socket } from 'zeromq'
import { callOut } from '../call-out.ts'
import { lifeOf } from './life.ts'

/** The system notices within a quarter of a minute that the other machine is gone. */
export const TCP_OPTIONS: Partial<Socket> = {
  tcpKeepalive: 1,
  tcpKeepaliveIdle: 5,
  tcpKeepaliveInterval: 3,
  tcpKeepaliveCount: 3,
}

/** A socket that connects, and whether somebody is there. */
export interface Line {
  readonly connected: boolean
  /** Resolves once the socket is gone. Nothing is told afterwards, nor after `close`. */
  close(): Promise<void>
}

/**
 * How long after a break the library may be without a plan before it is told to connect anew. It
 * gives up for good, silently, on a peer that refuses its keys, speaks another protocol or sends
 * a frame that is too long; yet the next to listen there may be the right one.
 */
const GIVEN_UP_AFTER = 500

/**
 * A socket that sends looks for news of its peers once in three million ticks of the processor:
 * in the first milliseconds it would take a frame for undeliverable. Asking it for its state
 * would tell it at once, and may swallow the sign that something is there to be received.
 */
export const SETTLED_AFTER = 5

/** Who is told of the line, and how long after a handshake it is up, in milliseconds. */
export interface LineOptions {
  readonly tell?: ((connected: boolean) => void) | undefined
  readonly settle?: number
}

/** Connects a socket and keeps it connected. Throws what the library throws at a bad address. */
export function connectLine(
  socket: Socket,
  address: string,
  { tell = () => undefined, settle = 0 }: LineOptions,
): Line {
  let connected = false
  let next: NodeJS.Timeout | undefined
  const turn = (now: boolean): void => {
    if (now === connected || socket.closed) return
    connected = now
    callOut(tell, now)
  }
  const connectAnew = (): void => {
    try {
      socket.disconnect(address)
    } catch {
      // Then there is nothing left of the old connection.
    }
    socket.connect(address)
  }
  const life = lifeOf(socket.events, ({ type }) => {
    clearTimeout(next)
    switch (type) {
      case 'handshake':
        if (settle === 0) return turn(true)
        next = setTimeout(turn, settle, true)
        return
      case 'disconnect':
      case 'handshake:error:auth':
      case 'handshake:error:other':
      case 'handshake:error:protocol':
        if (!socket.closed) next = setTimeout(connectAnew, GIVEN_UP_AFTER)
        return turn(false)
      default:
    }
  })
  const close = (): Promise<void> => {
    clearTimeout(next)
    connected = false
    socket.close()
    return life
  }
  socket.connect(address)
  return {
    get connected() {
      return connected
    },
    close,
  }
}
