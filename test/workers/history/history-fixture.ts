import { onTestFinished } from 'vitest'
import type { MemoryHub } from '../../../src/adapters/bus/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import type { Station } from '../../../src/adapters/station/index.ts'
import type { Failure } from '../../../src/core/contracts/index.ts'
import type { HistorySpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Result } from '../../../src/core/domain/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { startHistory } from '../../../workers/history/start-history.ts'
import { headFixture } from '../../adapters/process/head-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { Ears } from '../strategy/strategy-fixture.ts'
import { Asker, TAPE } from './asker.ts'

export const GATEWAY = { publish: 'gateway.facts', collect: 'gateway.commands' }
export const ALPHA = { publish: 'strategy.alpha.facts', collect: 'strategy.alpha.commands' }
export const DOORS = {
  publish: 'history.facts',
  collect: 'history.commands',
  answer: 'history.answers',
}

/** A history with embedded stores that listens to a gateway and one strategy, without main. */
export function historySpec(overrides: Partial<HistorySpec> = {}): HistorySpec {
  const folder = overrides.folder ?? temporaryFolder()
  return {
    worker: 'history',
    ...headFixture('history', {
      runtime: folder,
      folder,
      resources: folder,
      doors: DOORS,
      peers: { gateway: GATEWAY, 'strategy.alpha': ALPHA },
    }),
    sources: ['gateway', 'strategy.alpha'],
    redis: undefined,
    questdb: undefined,
    questdbPg: undefined,
    ...overrides,
  }
}

let variables = 0

/** Puts an address where a spec can name it. */
export function secret(value: string): { readonly variable: string } {
  const variable = `GHTRADER_TEST_${process.pid}_${++variables}`
  process.env[variable] = value
  onTestFinished(() => void delete process.env[variable])
  return { variable }
}

export interface StartedHistory {
  readonly hub: MemoryHub
  readonly station: Station
  /** What it wrote for a person. */
  readonly lines: readonly string[]
  readonly ears: Ears
  readonly asker: Asker
  /** A figure of its last beat. */
  readonly figure: (name: string) => number
}

export async function tryHistory(
  spec: HistorySpec = historySpec(),
  hub = createMemoryHub(),
): Promise<Result<StartedHistory, Failure>> {
  const lines: string[] = []
  const line = (text: string): void => void lines.push(text)
  const ears = new Ears(hub, spec.doors)
  const started = await startHistory(spec, {
    bus: hub.bus(),
    clock: SYSTEM_CLOCK,
    log: { info: line, warn: line, error: line },
    pid: process.pid,
    endpoint: (_, __, address) => ({ address }),
  })
  if (!started.ok) return started
  const station = started.value
  onTestFinished(() => station.quit('the test is over'))
  await until(() => ears.connected)
  const figure = (name: string): number => ears.of('beat').at(-1)?.figures[name] ?? NaN
  const asker = new Asker(hub.bus(), { address: DOORS.answer }, { ...TAPE, profile: spec.profile })
  return ok({ hub, station, lines, ears, asker, figure })
}

export async function startedHistory(
  spec: HistorySpec = historySpec(),
  hub = createMemoryHub(),
): Promise<StartedHistory> {
  const started = await tryHistory(spec, hub)
  if (!started.ok) throw new Error(started.error.message)
  return started.value
}
