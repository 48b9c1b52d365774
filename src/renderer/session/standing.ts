import type { SessionStatus } from './status.ts'

/** The status of a session, and who is told of it. One object stays as long as nothing changes. */
export class Standing {
  readonly #now: () => number
  readonly #tell: (status: SessionStatus) => void
  #status: SessionStatus

  constructor(now: () => number, tell: (status: SessionStatus) => void) {
    this.#now = now
    this.#tell = tell
    this.#status = {
      phase: 'connecting',
      since: now(),
      attempt: 0,
      nextAttemptAt: NaN,
      code: '',
      why: '',
      old: true,
      behindMillis: NaN,
    }
  }

  get status(): SessionStatus {
    return this.#status
  }

  /** Tells where it makes a difference. */
  change(changes: Partial<Omit<SessionStatus, 'since'>>): void {
    const was = this.#status
    const since = (changes.phase ?? was.phase) === was.phase ? was.since : this.#now()
    const next: SessionStatus = { ...was, ...changes, since }
    const names = Object.keys(next) as (keyof SessionStatus)[]
    if (names.every((name) => Object.is(next[name], was[name]))) return
    this.#status = next
    this.#tell(next)
  }
}
