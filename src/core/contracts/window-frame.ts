import type { Micros, Quote, SenderId } from '../domain/index.ts'
import type { Fact, FactOf, SnapshotFact } from './index.ts'
import type { Origin } from './message.ts'
import type { WorkerKind } from './worker-spec.ts'

/** A fact as a window is told it: by whom it was said. Quotes travel beside, without one. */
export interface Told {
  readonly source: string
  readonly fact: ToldFact
}

export type ToldFact = Exclude<Fact, SnapshotFact | Quote>

/**
 * `waiting`: nothing is known of it yet. `following`: all it said is known. `lost`: something was
 * missed, and it was asked how things stand.
 */
export const LINE_STATES = ['waiting', 'following', 'lost'] as const
export type LineState = (typeof LINE_STATES)[number]

/** How well main knows a process, apart from what that said. */
export interface Standing {
  readonly name: string
  readonly worker: WorkerKind | 'main'
  /** The owner whose positions a strategy decides; empty of all others. */
  readonly owner: SenderId | ''
  /** Its life; 0 until that is known. */
  readonly epoch: number
  readonly line: LineState
  /** No beat came for longer than is allowed. */
  readonly silent: boolean
  /** Monotonic: since when what is known of it may be old. NaN while it is fresh. */
  readonly staleSince: Micros
  /** Of a lost gateway: quotes that it told meanwhile. NaN while that is not known, or not lost. */
  readonly missed: number
}

/** What a log is of: what is said, and what became of trading, commands and days. */
export const LOGGED_KINDS = ['health', 'state', 'ack', 'order', 'settlement', 'reset'] as const
export type LoggedFact = FactOf<(typeof LOGGED_KINDS)[number]>

/** One thing that a person is told of. Each language makes its own sentence of it. */
export interface LogLine {
  /** Counts the lines; one that was said again keeps its number. */
  readonly number: number
  readonly source: string
  /** As it was said last. */
  readonly fact: LoggedFact
  /** How often it was said in a row. */
  readonly times: number
}

/** What runs here. */
export interface About {
  readonly version: string
  /** Who shows the window. */
  readonly host: 'electron' | 'browser'
  readonly node: string
  /** Of Electron; empty in a browser. */
  readonly electron: string
  /** Operating system and architecture. */
  readonly platform: string
  /** The user of the machine, who is named with every command. */
  readonly user: string
}

interface FrameHead {
  /** Counts the frames of one window by one: a frame that is missing is seen. */
  readonly number: number
  /**
   * How many facts of the feed's life were told up to the end of this frame. A window that comes
   * back names the last one it had, and goes on from there.
   */
  readonly position: number
  /** Main's monotonic stamp. */
  readonly at: Micros
}

/** Everything but the head is applied in the order in which it stands here. */
interface FrameNews extends FrameHead {
  /** Processes whose standing changed. */
  readonly sources: readonly Standing[]
  /** Facts of which none is left out. */
  readonly facts: readonly Told[]
  /** The newest of each kind, source and instrument since the frame before. */
  readonly latest: readonly Told[]
  /** The newest of each instrument since the frame before. */
  readonly quotes: readonly Quote[]
}

/**
 * The first frame of a window, and the first after it was too slow, or after main lost the account
 * for a moment: what was known before is void. Of the gateway's facts the fills are for the list
 * of fills: what they led to is in the positions and the account.
 */
export interface OpeningFrame extends FrameNews {
  readonly kind: 'opening'
  /** Main itself: its epoch is the feed's life. */
  readonly origin: Origin
  /** Of a replay. */
  readonly runId: string
  readonly about: About
  /** The log so far, oldest first; it holds what the facts of this frame have to say already. */
  readonly lines: readonly LogLine[]
}

/** What came since the frame before. */
export interface ChangesFrame extends FrameNews {
  readonly kind: 'changes'
}

/** The window that came back has missed nothing that is not in the next frames. */
export interface ResumedFrame extends FrameHead {
  readonly kind: 'resumed'
}

export type WindowFrame = OpeningFrame | ChangesFrame | ResumedFrame

/** Where a window that comes back had got to. */
export interface Since {
  /** Main's epoch, of the opening. */
  readonly life: number
  readonly position: number
}
