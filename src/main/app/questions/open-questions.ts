import type { Station } from '../../../adapters/station/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { Questions } from './questions.ts'

const LOOK_EVERY = 50

/** The line to the history process of this instance. */
export function openQuestions(station: Station, replica: Replica): Questions {
  const { clock, codec } = station
  const standing = () =>
    [...replica.sources.values()].find((source) => source.standing.worker === 'history')?.standing
  const name = standing()?.name
  const questions = new Questions({
    line: name === undefined ? undefined : station.ask(name),
    codec,
    trouble: () =>
      standing()?.silent === true && name !== undefined
        ? explained('worker.lost/history-silent', { name })
        : undefined,
    now: () => clock.monotonic(),
  })
  station.every(LOOK_EVERY, () => questions.look())
  return questions
}
