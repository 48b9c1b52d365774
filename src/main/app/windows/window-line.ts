/**
 * Main's end of the line to one window, whatever carries it: a WebSocket, a MessagePort, memory.
 */
export interface WindowLine {
  /** Hands a frame to the line. The bytes are not changed afterwards. */
  readonly send: (frame: Uint8Array) => void
  /** Whether the line takes more just now: false while what was handed to it waits to be read. */
  readonly writable: () => boolean
  /** Ends it from this side. @param code as of a WebSocket's close. */
  readonly close: (code: number, reason: string) => void
  /** Told of what the window sends and of its end, from the first word on. */
  readonly listen: (listener: WindowLineListener) => void
}

export interface WindowLineListener {
  /** One request, as JSON text; undefined for what is no text. */
  readonly request: (text: string | undefined) => void
  /** The line is gone: nothing comes any more, nothing can be sent. Told once. */
  readonly closed: () => void
}
