import type { Since } from '../../core/contracts/window-frame.ts'
import { CLOSED_HERE, endOf } from './line-end.ts'
import type { Line, LineEnd, LineListener, Link } from './link.ts'

/** Frames that a page may have unread. */
const MOST_UNREAD = 64

/** Main's end, as main knows the lines of its windows. */
export interface MemoryLine {
  readonly send: (frame: Uint8Array) => void
  readonly writable: () => boolean
  readonly close: (code: number, reason: string) => void
  readonly listen: (listener: MemoryLineListener) => void
}

export interface MemoryLineListener {
  readonly request: (text: string | undefined) => void
  readonly closed: () => void
}

export interface MemoryLinkParts {
  /** Main takes a window. */
  readonly attach: (line: MemoryLine, since: Since | undefined) => void
  /** Calls soon, in the order of the calls: nothing arrives in the moment in which it is sent. */
  readonly turn: (call: () => void) => void
}

/** A line without a carrier, for tests and measurements: both ends are in one process. */
export class MemoryLink implements Link {
  readonly kind = 'memory'
  readonly #parts: MemoryLinkParts
  readonly #breakers = new Set<() => void>()
  #paused = false
  /** What the page has not read, while it does not read. */
  readonly #unread: (() => void)[] = []

  constructor(parts: MemoryLinkParts) {
    this.#parts = parts
  }

  readonly connect: Link['connect'] = (since, listener) => {
    const { attach, turn } = this.#parts
    const line = new MemoryPair(listener, (call) => this.#toPage(call), turn)
    const breaks = (): void => line.end(endOf(1006, 'broken'))
    this.#breakers.add(breaks)
    turn(() => {
      if (line.over) return
      listener.opened()
      attach(line.main, since)
    })
    return line.page
  }

  /** The page reads nothing from now on. */
  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    for (const call of this.#unread.splice(0)) this.#parts.turn(call)
  }

  /** Every line breaks, with everything that is on its way. */
  break(): void {
    for (const breaks of this.#breakers) breaks()
    this.#breakers.clear()
  }

  #toPage(call: () => void): void {
    if (this.#paused) this.#unread.push(call)
    else this.#parts.turn(call)
  }
}

class MemoryPair {
  readonly main: MemoryLine
  readonly page: Line
  readonly #listener: LineListener
  #ofMain: MemoryLineListener | undefined
  #unread = 0
  over = false

  constructor(
    listener: LineListener,
    toPage: (call: () => void) => void,
    toMain: (call: () => void) => void,
  ) {
    this.#listener = listener
    const reads = (frame: Uint8Array): void => {
      this.#unread--
      if (!this.over) listener.frame(frame)
    }
    this.main = {
      send: (frame) => {
        if (this.over) return
        this.#unread++
        toPage(() => reads(frame))
      },
      writable: () => !this.over && this.#unread < MOST_UNREAD,
      close: (code, reason) => toPage(() => this.end(endOf(code, reason))),
      listen: (ofMain) => {
        this.#ofMain = ofMain
      },
    }
    this.page = {
      send: (text) => {
        if (this.over) return false
        toMain(() => {
          if (!this.over) this.#ofMain?.request(text)
        })
        return true
      },
      close: () => this.end(CLOSED_HERE),
    }
  }

  /** Both ends learn of it at once. */
  end(how: LineEnd): void {
    if (this.over) return
    this.over = true
    this.#ofMain?.closed()
    this.#listener.closed(how)
  }
}
