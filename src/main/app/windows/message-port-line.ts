import type { WindowLine, WindowLineListener } from './window-line.ts'

/** Frames and bytes that a page may have unread: beyond that it gets nothing until it has read. */
export const MOST_FRAMES = 64
export const MOST_BYTES = 256 * 1024

const NO_SENSE = 1007

/** Main's end of a MessageChannel: a `MessagePortMain`, or a `MessagePort` of Node's. */
export interface MainPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message' | 'close', listener: (message?: unknown) => void) => unknown
  readonly start: () => void
  readonly close: () => void
}

/**
 * A window's line over a MessageChannel. Frames go as bytes; the page answers with how many it has
 * read so far, as a bare number, since a port does not say how much waits in it. The end is told
 * as `[code, reason]` before the port closes, since a port has no words for that either.
 */
export function messagePortLine(port: MainPort): WindowLine {
  /** Bytes of the frames that the page has not read. */
  const unread: number[] = []
  let bytes = 0
  let read = 0
  let open = true
  let listener: WindowLineListener | undefined

  const ended = (): void => {
    if (!open) return
    open = false
    listener?.closed()
  }
  const close = (code: number, reason: string): void => {
    if (!open) return
    port.postMessage([code, reason])
    port.close()
    ended()
  }
  const hasRead = (count: number): void => {
    const more = count - read
    // One that says nothing new, or more than there was, could go on so for ever.
    const sound = Number.isSafeInteger(more) && more > 0 && more <= unread.length
    if (!sound) return close(NO_SENSE, 'frames that were not sent')
    read = count
    for (const size of unread.splice(0, more)) bytes -= size
  }

  return {
    send: (frame) => {
      if (!open) return
      unread.push(frame.length)
      bytes += frame.length
      // What is posted takes all of its buffer with it; a Buffer's own slice is no copy.
      port.postMessage(new Uint8Array(frame))
    },
    writable: () => open && unread.length < MOST_FRAMES && bytes < MOST_BYTES,
    close,
    listen: (next) => {
      listener = next
      port.on('close', ended)
      port.on('message', (message) => {
        if (!open) return
        const data = dataOf(message)
        if (typeof data === 'number') hasRead(data)
        else next.request(typeof data === 'string' ? data : undefined)
      })
      port.start()
    },
  }
}

/** Electron hands over an event, Node what was sent. */
function dataOf(message: unknown): unknown {
  const isEvent = typeof message === 'object' && message !== null && 'data' in message
  return isEvent ? message.data : message
}
