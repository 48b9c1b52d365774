import type { Since } from '../../core/contracts/window-frame.ts'

/** Why a line ended. */
export interface LineEnd {
  /**
   * `refused`: main does not want this window, and trying again by itself is of no use (a session
   * that is over, a request that made no sense). `lost`: it broke, or main is gone.
   */
  readonly why: 'refused' | 'lost'
  /** Of a WebSocket's close, or the HTTP status that it was refused with; 0 where there is none. */
  readonly code: number
  readonly reason: string
}

/** Told in order, and never before `connect` returned; nothing after `closed`. */
export interface LineListener {
  readonly opened: () => void
  /** One frame, whole. What is no frame comes as an empty one, which nobody can read. */
  readonly frame: (bytes: Uint8Array) => void
  readonly closed: (end: LineEnd) => void
}

/** One line to main. */
export interface Line {
  /** @returns false when the line takes nothing: then nothing was sent. */
  readonly send: (text: string) => boolean
  /** Ends it from this side; `closed` is told then too. */
  readonly close: () => void
}

/** How a page reaches main: over a WebSocket, a MessagePort, or in memory. */
export interface Link {
  readonly kind: 'web-socket' | 'message-port' | 'memory'
  /** @param since where this page had got to on an earlier line. */
  readonly connect: (since: Since | undefined, listener: LineListener) => Line
}
