import type { Codec } from '../../core/contracts/codec.ts'
import type { ChangesFrame, OpeningFrame } from '../../core/contracts/window-frame.ts'
import type { Replica } from '../../core/replica/index.ts'
import type { Link } from '../link/link.ts'
import type { SessionStatus } from './status.ts'

/** Whoever shows what the session knows. Called in order, after the replica has taken the frame. */
export interface SessionListener {
  /** Everything begins anew with this replica; the one before is void. */
  readonly onOpening: (replica: Replica, frame: OpeningFrame) => void
  readonly onChanges: (frame: ChangesFrame) => void
  /** Something of it changed; and once a second, as time does. */
  readonly onStatus: (status: SessionStatus) => void
}

/** What a session needs from its page; a test brings its own time and chance. */
export interface SessionParts {
  readonly link: Link
  readonly createCodec: () => Codec
  /** The page's monotonic clock, in milliseconds. */
  readonly now: () => number
  /** Calls once after so many milliseconds. @returns what calls it off. */
  readonly after: (milliseconds: number, call: () => void) => () => void
  /** From 0 up to 1: spreads the tries of many windows. */
  readonly random: () => number
}
