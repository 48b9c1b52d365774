import type { WebSocket } from 'ws'
import type { WindowLine } from './window-line.ts'

/** Bytes that may wait in a window's socket: beyond that it gets nothing until it has read. */
export const MOST_WAITING = 256 * 1024

/** A window's line over a WebSocket; the socket says itself how much waits in it. */
export function webSocketLine(socket: WebSocket): WindowLine {
  return {
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(frame)
    },
    writable: () => socket.readyState === socket.OPEN && socket.bufferedAmount < MOST_WAITING,
    close: (code, reason) => socket.close(code, reason),
    listen: ({ request, closed }) => {
      socket.on('message', (data: Buffer, isBinary: boolean) => {
        request(isBinary ? undefined : String(data))
      })
      socket.on('close', closed)
    },
  }
}
