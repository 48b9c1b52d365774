import type { Micros } from '../domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../domain/index.ts'
import type { Replica } from '../replica/index.ts'
import { isFresh } from '../replica/index.ts'
import type { SealVerdict } from '../seals/index.ts'
import { SEAL_VERDICTS } from '../seals/index.ts'

/** How the seals of the gateway's journal stand, as the history's last beat tells it. */
export interface ChainStanding {
  /** `off` where nobody seals, `unknown` where the history has not told of it yet. */
  readonly verdict: SealVerdict | 'off' | 'unknown'
  /** Up to which record it is sealed, and the wall time of that seal; 0 where there is none. */
  readonly records: number
  readonly at: Micros
  /** Where something is wrong: the last record that is vouched for. */
  readonly after: number
  /** And up to which record it was sealed. */
  readonly until: number
  /** µs for which nothing could be sealed; 0 while that is no matter. */
  readonly waits: number
  /** From when on this is no longer how things are; NaN while it is. */
  readonly oldSince: Micros
}

/** A seal may be so late before it is worth a word: µs. */
const LATE = 5 * MICROS_PER_SECOND

export function chainStanding({ sources }: Replica): ChainStanding {
  const history = [...sources.values()].find(({ standing }) => standing.worker === 'history')
  const figures = history?.beat?.figures ?? {}
  const figure = (name: string): number => figures[name] ?? 0
  const waits = figure('seals.failing_ms') * MICROS_PER_MILLISECOND
  const isOld = history?.beat !== undefined && !isFresh(history.standing)
  return {
    verdict:
      history === undefined ? 'off' : (SEAL_VERDICTS[figures['seals.verdict'] ?? -1] ?? 'unknown'),
    records: figure('seals.records'),
    at: figure('seals.at_us') as Micros,
    after: figure('seals.after'),
    until: figure('seals.until'),
    waits: waits > LATE ? waits : 0,
    oldSince: isOld ? history.standing.staleSince : (NaN as Micros),
  }
}
