import type { Failure, Saying, StateFact } from '../../../core/contracts/index.ts'
import { failure, plainText } from '../../../core/contracts/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { runOf } from '../../../core/replica/index.ts'
import type { Outcome, RunSummary } from '../summary/index.ts'
import { summaryLines } from '../summary/index.ts'

const NOTHING_BEGAN = 'it was ended before the account was known; nothing was traded'

export interface EndedRun {
  readonly replica: Replica
  /** Undefined where nothing has begun. */
  readonly summary: RunSummary | undefined
  readonly notes: readonly string[]
  /** What the exchange complained of. */
  readonly troubles: readonly string[]
  /** Of workers that were given up. */
  readonly failures: readonly Failure[]
}

/** What a person is told once every process has ended. */
export function outcomeOf({ replica, summary, notes, troubles, failures }: EndedRun): Outcome {
  const told = runOf(replica)?.notes ?? []
  return {
    summary: summary === undefined ? [NOTHING_BEGAN] : summaryLines(summary),
    notes,
    failures: [
      ...failures,
      ...haltFailures(replica.state.trading),
      ...readingFailures(troubles, told),
    ],
  }
}

/** Recordings that ended before their end: the exchange complains, and notes it with the run. */
function readingFailures(
  troubles: readonly string[],
  notes: readonly Saying[],
): readonly Failure[] {
  const noted = new Set(notes.map(plainText))
  return troubles
    .filter((message) => noted.has(message))
    .map((message) => failure('recording.truncated', message))
}

function haltFailures({ state, cause, reason }: StateFact): readonly Failure[] {
  if (state !== 'halted') return []
  if (cause === 'journal') return [failure('journal.write', plainText(reason))]
  return cause === 'mismatch' ? [failure('command.state', plainText(reason))] : []
}
