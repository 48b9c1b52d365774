import type { Failure } from '../../core/contracts/index.ts'
import { failure } from '../../core/contracts/index.ts'
import type { OpeningFrame } from '../../core/contracts/window-frame.ts'
import type {
  CommandReply,
  WindowCommandName,
  WindowCommands,
} from '../../core/contracts/window.ts'
import type { Micros, Result } from '../../core/domain/index.ts'
import { failed } from '../../core/domain/index.ts'
import type { Answer, Question } from '../../core/history/index.ts'
import type { Replica } from '../../core/replica/index.ts'
import type { SessionListener, SessionParts } from './parts.ts'
import type { SessionStatus } from './status.ts'

/**
 * This page's copy of what main knows, kept up over a line that may break at any time, and the way
 * for what a person wants. Nothing that was asked is ever sent twice.
 */
export class Session {
  readonly #parts: SessionParts
  readonly #listeners = new Set<Partial<SessionListener>>()
  #replica: Replica | undefined
  #opening: OpeningFrame | undefined

  constructor(parts: SessionParts) {
    this.#parts = parts
  }

  /** What is known; undefined before the first opening. It is another one after each opening. */
  get replica(): Replica | undefined {
    return this.#replica
  }

  /** The frame that the replica began with: it says what runs here. */
  get opening(): OpeningFrame | undefined {
    return this.#opening
  }

  /** How things are just now; `onStatus` tells of changes other than of `behindMillis`. */
  get status(): SessionStatus {
    return {
      phase: 'connecting',
      since: this.#parts.now(),
      attempt: 0,
      nextAttemptAt: NaN,
      code: '',
      why: '',
      old: true,
      behindMillis: NaN,
    }
  }

  /** @returns what ends the telling. */
  listen(listener: Partial<SessionListener>): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Connects, and stays connected from here on. */
  open(): void {}

  /** Tries at once what would be tried later; also where it was refused. */
  retry(): void {}

  /** Ends for good. */
  close(): void {}

  /**
   * Asks main to do something. Refused at once with `worker.lost`, and nothing sent, while there is
   * no line to main; `unknown` where the line broke before the answer came. Never rejects.
   */
  ask<Name extends Exclude<WindowCommandName, 'history.ask' | 'clock.read'>>(
    name: Name,
    _body: WindowCommands[Name]['request'],
  ): Promise<CommandReply> {
    return Promise.resolve({ outcome: 'refused', command: '', code: 'worker.lost', message: name })
  }

  /**
   * Asks the history. Fails with `store.…` as the history does, with `worker.lost` where the line
   * to main is down or broke meanwhile. Never rejects.
   */
  history({ kind }: Question): Promise<Result<Answer, Failure>> {
    return Promise.resolve(failed(failure('worker.lost', kind)))
  }

  /** Main's monotonic clock now; NaN until it was measured. */
  monotonic(): Micros {
    return NaN as Micros
  }

  /** By how many milliseconds `monotonic` may be wrong, at most; NaN until it was measured. */
  get clockError(): number {
    return NaN
  }
}
