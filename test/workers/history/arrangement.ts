import type { MemoryHub } from '../../../src/adapters/bus/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { HistorySpec } from '../../../src/core/contracts/worker-spec.ts'
import { until } from '../../until.ts'
import type { SourceOptions } from './gateway-source.ts'
import { GatewaySource } from './gateway-source.ts'
import type { StartedHistory } from './history-fixture.ts'
import { ALPHA, GATEWAY, historySpec, startedHistory } from './history-fixture.ts'
import { StrategySource } from './strategy-source.ts'

export interface Arranged extends StartedHistory {
  readonly spec: HistorySpec
  readonly gateway: GatewaySource
  readonly alpha: StrategySource
  /** Ends the history in good order, and starts it again. */
  readonly again: (meanwhile?: () => void) => Promise<StartedHistory>
}

export interface Wanted {
  readonly hub?: MemoryHub
  readonly spec?: Partial<HistorySpec>
  readonly source?: Partial<SourceOptions>
}

/** A gateway, a strategy, and a history that follows both. */
export async function arranged(wanted: Wanted = {}): Promise<Arranged> {
  const { hub = createMemoryHub(), source } = wanted
  const spec = historySpec(wanted.spec)
  const gateway = await GatewaySource.open(hub.bus(), { doors: GATEWAY, ...source })
  const alpha = await StrategySource.open(hub.bus(), ALPHA)
  const history = await startedHistory(spec, hub)
  await until(() => history.ears.ready)
  const again = async (meanwhile?: () => void): Promise<StartedHistory> => {
    await history.station.quit('it begins anew')
    meanwhile?.()
    const next = await startedHistory(spec, hub)
    await until(() => next.ears.ready)
    return next
  }
  return { ...history, spec, gateway, alpha, again }
}
