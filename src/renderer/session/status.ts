import type { ErrorCode } from '../../core/contracts/index.ts'

/**
 * `connecting`: nothing is shown yet, or what is shown is being caught up with. `following`: what
 * is shown is how things stand. `lost`: the line broke; it is tried again by itself. `refused`:
 * main does not want this window, or speaks a newer language; a person has to do something.
 */
export type SessionPhase = 'connecting' | 'following' | 'lost' | 'refused'

/** How well this window knows what main knows. */
export interface SessionStatus {
  readonly phase: SessionPhase
  /** Since when it is in this phase: milliseconds of the page's clock. */
  readonly since: number
  /** Tries to connect since it followed last; 0 while it follows. */
  readonly attempt: number
  /** When it is tried again: milliseconds of the page's clock; NaN where nothing is planned. */
  readonly nextAttemptAt: number
  /**
   * Why it is lost or refused, to be translated by: `codec.version` wants the page loaded anew,
   * `web.session` a fresh link from the terminal. Empty while all is well.
   */
  readonly code: ErrorCode | ''
  /** The same in words; empty while all is well. */
  readonly why: string
  /** What is shown may be old: it does not follow, or the machine slept and nothing came since. */
  readonly old: boolean
  /** Milliseconds between what is shown and now, as of this status; NaN before both are known. */
  readonly behindMillis: number
}
