import { callOut, raise } from '../call-out.ts'

interface Sending {
  send(message: Uint8Array | Uint8Array[]): Promise<void>
}

interface Receiving {
  readonly closed: boolean
  receive(): Promise<Uint8Array[]>
}

const TAKEN = (): boolean => true
const REFUSED = (): boolean => false
const NOT_SENT = Promise.resolve(false)

/**
 * Hands a message to a socket; false when it was not taken, whatever the reason: no peer, a full
 * queue, a socket on its way out. Sockets have `sendTimeout: 0`, so that nothing waits here and
 * no send finds another one under way.
 */
export function trySend(socket: Sending, message: Uint8Array | Uint8Array[]): Promise<boolean> {
  try {
    return socket.send(message).then(TAKEN, REFUSED)
  } catch {
    return NOT_SENT
  }
}

/**
 * Hands over every message until the socket closes. One loop a socket: a second `receive` would
 * throw. A message that the last poll brought after closing is not handed over.
 *
 * @param handed called after each.
 */
export async function receiveAll(
  socket: Receiving,
  hand: (parts: readonly Uint8Array[]) => void,
  handed: () => void = () => undefined,
): Promise<void> {
  while (!socket.closed) {
    try {
      const parts = await socket.receive()
      if (socket.closed) return
      callOut(hand, parts)
      callOut(handed)
    } catch (error) {
      if (socket.closed) return
      if (!isPassing(error)) return raise(error)
    }
  }
}

/** A wake-up without a message: the library then says EAGAIN. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN'
}
