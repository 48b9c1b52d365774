import type { Failure } from '../../../../src/core/contracts/index.ts'
import { failure } from '../../../../src/core/contracts/index.ts'
import type { Result } from '../../../../src/core/domain/index.ts'
import { failed, ok } from '../../../../src/core/domain/index.ts'
import type { Row } from '../../../../src/core/history/index.ts'

/** A store in memory that does as it is told. */
export interface FakeHistory {
  write: (batch: readonly Row[]) => Promise<Result<void, Failure>>
  /** All batches that were stored, in order. */
  readonly batches: (readonly Row[])[]
  /** Batches that were tried, stored or not. */
  readonly tries: () => number
  /** Batches in flight at the same time, at most. */
  readonly most: () => number
  /** While true every batch fails as if the store were gone. */
  isAway: boolean
  /** Rows that are refused. */
  refuses: (row: Row) => boolean
  /** While it is a promise, batches get no answer before it resolves. */
  answersAfter: Promise<void> | undefined
}

export const AWAY = failure('store.unreachable', 'the store is away')

export function createFakeHistory(): FakeHistory {
  let [tries, inFlight, most] = [0, 0, 0]
  const history: FakeHistory = {
    write: async (batch) => {
      tries++
      most = Math.max(most, ++inFlight)
      await (history.answersAfter ?? new Promise((resolve) => setImmediate(resolve)))
      inFlight--
      if (history.isAway) return failed(AWAY)
      const bad = batch.findIndex((row) => history.refuses(row))
      if (bad >= 0) return failed(failure('store.refused', `row ${bad + 1} is refused`))
      history.batches.push(batch)
      return ok(undefined)
    },
    batches: [],
    tries: () => tries,
    most: () => most,
    isAway: false,
    refuses: () => false,
    answersAfter: undefined,
  }
  return history
}
