import type { Failure } from '../../src/core/contracts/index.ts'
import { failure } from '../../src/core/contracts/index.ts'
import type { Random, Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'
import type { Journal } from '../../src/core/ports/index.ts'

/** The process died in the midst of a write. */
export class Crash extends Error {
  readonly whose: 'gateway' | 'exchange'

  constructor(whose: 'gateway' | 'exchange') {
    super(`${whose} crashed`)
    this.whose = whose
  }
}

/**
 * A disk that survives crashes. Armed, the next append dies either before anything was kept or
 * after all of it was: those are the two things that a framed group on a real disk can be.
 */
export class CrashingJournal<JournalRecord> implements Journal<JournalRecord> {
  readonly records: JournalRecord[] = []
  armed = false
  /** The disk is full: the append says so and keeps nothing. */
  full = false
  readonly #whose: 'gateway' | 'exchange'
  readonly #random: Random

  /** A disk that keeps only some of what it is given, and does not say so. */
  keeps: (record: JournalRecord) => boolean = () => true

  constructor(whose: 'gateway' | 'exchange', random: Random) {
    this.#whose = whose
    this.#random = random
  }

  append(records: readonly JournalRecord[]): Result<void, Failure> {
    if (this.full) return failed(failure('journal.write', 'the disk is full'))
    if (!this.armed) {
      this.records.push(...records.filter(this.keeps))
      return ok(undefined)
    }
    this.armed = false
    if (this.#random.below(2) === 0) this.records.push(...records)
    throw new Crash(this.#whose)
  }

  close(): void {
    this.armed = false
  }
}
