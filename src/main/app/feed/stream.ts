import type { InstrumentId, Micros } from '../../../core/domain/index.ts'
import type { Wanted } from './newest.ts'

/** The other end of a window's line, whatever carries it. */
export interface WindowEnd {
  /** Hands a frame to the line. The bytes are not changed afterwards. */
  readonly send: (frame: Uint8Array) => void
  /** Whether the line takes more just now: false while what was handed to it waits to be read. */
  readonly writable: () => boolean
}

/** An answer of history: the parts that were not sent yet. */
export interface PartedAnswer {
  readonly parts: Iterator<Uint8Array, undefined>
  readonly sent: () => void
}

/** What one window was told so far. */
export interface Stream {
  readonly end: WindowEnd
  /** Of the last frame. */
  number: number
  /** Facts that it has, of all that the feed told; undefined while it must begin anew. */
  position: number | undefined
  /** Up to which change it has the newest of things. */
  moment: number
  wanted: Wanted
  /** Whether anybody can see the window. */
  seen: boolean
  /** When it was told the newest. */
  toldAt: Micros
  readonly answers: PartedAnswer[]
}

export function createStream(end: WindowEnd): Stream {
  return {
    end,
    number: 0,
    position: undefined,
    moment: 0,
    wanted: 'all',
    seen: true,
    toldAt: -Infinity as Micros,
    answers: [],
  }
}

/** An empty list means all. */
export function wantedOf(instruments: readonly InstrumentId[]): Wanted {
  return instruments.length === 0 ? 'all' : new Set(instruments)
}

export function wants(wanted: Wanted, instrument: InstrumentId): boolean {
  return wanted === 'all' || wanted.has(instrument)
}
