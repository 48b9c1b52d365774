import type { Failure } from '../../core/contracts/index.ts'
import { failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { Journal, Recovered } from '../../core/ports/index.ts'

/**
 * What a journal in memory writes to; it outlives the journal, like a disk. Records are kept as
 * they are, not as bytes: they are immutable, and simulations and benchmarks append millions.
 */
export interface MemoryStore<JournalRecord> {
  readonly groups: (readonly JournalRecord[])[]
  /** The next append fails with this, as if the disk had refused it. */
  fault: Failure | undefined
  /** The last group was broken off while it was written. */
  torn: boolean
}

export function createMemoryStore<JournalRecord>(): MemoryStore<JournalRecord> {
  return { groups: [], fault: undefined, torn: false }
}

/** The next append to the store fails, and every later one until the journal is opened again. */
export function failNextAppend<JournalRecord>(store: MemoryStore<JournalRecord>): void {
  store.fault = failure(
    'journal.write',
    'the journal in memory was told to refuse this write; open it again to go on',
  )
}

/** Breaks off the last group, as a power cut in the middle of its write does. */
export function tearLastGroup<JournalRecord>(store: MemoryStore<JournalRecord>): void {
  if (store.groups.length > 0) store.torn = true
}

/** A journal for simulations, tests and benchmarks: lasts as long as its store. */
export function openMemoryJournal<JournalRecord>(
  store: MemoryStore<JournalRecord>,
): Result<
  { readonly journal: Journal<JournalRecord>; readonly recovered: Recovered<JournalRecord> },
  Failure
> {
  const warnings: Failure[] = []
  if (store.torn) {
    store.groups.pop()
    store.torn = false
    const message = `the last group in memory was not whole: ${store.groups.length} groups are kept`
    warnings.push(failure('journal.torn', message))
  }
  let refusal: Failure | undefined
  const journal: Journal<JournalRecord> = {
    append: (records) => {
      if (refusal === undefined && store.fault !== undefined) {
        refusal = store.fault
        store.fault = undefined
      }
      if (refusal !== undefined) return failed(refusal)
      if (records.length > 0) store.groups.push(records.slice())
      return APPENDED
    },
    close: () => {
      refusal ??= failure('journal.write', 'the journal in memory is closed; open it again')
    },
  }
  return ok({ journal, recovered: { records: store.groups.flat(), warnings } })
}

const APPENDED = ok(undefined)
