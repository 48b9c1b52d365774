import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import type { Settings } from '../config/index.ts'
import { prepareReplay } from './prepare-replay.ts'
import { prepareSimulated } from './prepare-simulated.ts'
import type { PreparedRun, Surroundings } from './prepared-run.ts'

export { Stop, WALL_CLOCK } from '../../../adapters/run/clock.ts'
export type { WallClock } from '../../../adapters/run/clock.ts'
export { runToEnd } from './outcome.ts'
export type { Outcome } from '../summary/index.ts'
export type { PreparedRun, Surroundings } from './prepared-run.ts'
export { handOf } from './hand.ts'
export { viewOf } from './view-of.ts'

/** Reads and checks everything that a run needs; nothing is sent before it is run. */
export function prepareRun(
  settings: Settings,
  surroundings: Surroundings,
): Promise<Result<PreparedRun, Failure>> {
  const prepare = settings.replay.length > 0 ? prepareReplay : prepareSimulated
  return prepare(settings, surroundings)
}
