import type { OpenedStation } from '../../src/adapters/station/index.ts'
import type { Parameters } from '../../src/core/strategies/index.ts'
import { SettingBook } from './setting-book.ts'
import { strategyFolder } from './strategy-folder.ts'
import type { StrategyParts } from './strategy-worker.ts'
import { StrategyWorker } from './strategy-worker.ts'

export interface JoinParts extends Omit<StrategyParts, 'book'> {
  /** Complete, as the config has them. */
  readonly parameters: Parameters
}

/** Joins engines, model and doors; from here on the strategy follows its gateway. */
export function joinStrategy(
  { parameters, ...parts }: JoinParts,
  { station, onMessage }: OpenedStation,
): void {
  const { spec, definition } = parts
  const book = new SettingBook({
    id: spec.setting.id,
    definition,
    configured: parameters,
    // A replay is what its config says, the same every time.
    folder: spec.mode === 'replay' ? undefined : strategyFolder(spec),
    life: station.epoch,
  })
  const worker = new StrategyWorker({ ...parts, book }, station)
  onMessage((message) => worker.controls.receive(message))
}
