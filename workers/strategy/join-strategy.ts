import type { OpenedStation } from '../../src/adapters/station/index.ts'
import type { StrategyParts } from './strategy-worker.ts'
import { StrategyWorker } from './strategy-worker.ts'

/** Joins engines, model and doors; from here on the strategy follows its gateway. */
export function joinStrategy(parts: StrategyParts, { station, onMessage }: OpenedStation): void {
  const worker = new StrategyWorker(parts, station)
  onMessage((message) => worker.controls.receive(message))
}
