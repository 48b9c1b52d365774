import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { createMemoryHub } from '../../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../../src/adapters/process/clock.ts'
import type { Surroundings } from '../../../../src/adapters/station/index.ts'
import type { Station } from '../../../../src/adapters/station/station.ts'
import { createCodec } from '../../../../src/core/contracts/codec.ts'
import type { WorkerSpec } from '../../../../src/core/contracts/worker-spec.ts'
import type { SenderId } from '../../../../src/core/domain/index.ts'
import type { SourceName } from '../../../../src/core/replica/index.ts'
import { ipcDoors } from '../../../../src/main/app/processes/doors.ts'
import { openMainStation } from '../../../../src/main/app/processes/main-station.ts'
import { mainSpec, workerNames, workerSpecs } from '../../../../src/main/app/processes/specs.ts'
import { startExchange } from '../../../../workers/exchange/start-exchange.ts'
import { startGateway } from '../../../../workers/gateway/start-gateway.ts'
import { startHistory } from '../../../../workers/history/start-history.ts'
import { startStrategy } from '../../../../workers/strategy/start-strategy.ts'
import { startWatchdog } from '../../../../workers/watchdog/start-watchdog.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { opened } from '../../../contract/bus/role.ts'
import { settingsFixture } from '../one-process/run-fixture.ts'

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The workers themselves, all in this process, on a network in memory; and main's own station. */
export async function startWorkers() {
  const hub = createMemoryHub()
  const home = temporaryFolder()
  const settings = settingsFixture({ data: home, noModel: true, rate: 50 })
  const grounds = {
    mode: 'simulated',
    runId: '',
    version: '1',
    runtime: join(home, 'run'),
    folder: join(home, 'simulated', settings.profile),
    resources: resolve(import.meta.dirname, '../../../../resources'),
  } as const
  for (const folder of [grounds.runtime, grounds.folder])
    mkdirSync(folder, { mode: 0o700, recursive: true })
  const doors = opened(ipcDoors(grounds.runtime, workerNames(settings, grounds.mode)))
  const none = { redis: undefined, questdb: undefined, questdbPg: undefined, values: {} }
  const specs = workerSpecs(settings, grounds, doors, none)
  const around = (): Surroundings => ({
    bus: hub.bus(),
    clock: SYSTEM_CLOCK,
    log: QUIET,
    pid: process.pid,
    endpoint: (_, __, address) => ({ address }),
  })
  const stations = new Map<string, Station>()
  for (const spec of specs) stations.set(spec.name, await start(spec, around()))
  const main = opened(openMainStation(mainSpec(settings, grounds, doors), around()))
  main.every(250, () => {
    for (const { name } of specs) {
      const beat = { kind: 'Beat', ...main.head(0), windows: 1 } as const
      void main.push(name).send(createCodec([]).encodeCommand(beat))
    }
  })
  onTestFinished(async () => {
    await main.quit('the test ends')
    for (const station of [...stations.values()].toReversed()) await station.quit('the test ends')
  })
  return { main, stations, sources: specs.map(sourceOf) }
}

async function start(spec: WorkerSpec, around: Surroundings): Promise<Station> {
  switch (spec.worker) {
    case 'exchange':
      return opened(await startExchange(spec, around))
    case 'gateway':
      return opened(await startGateway(spec, around))
    case 'strategy':
      return opened(await startStrategy(spec, around))
    case 'history':
      return opened(await startHistory(spec, around))
    case 'watchdog':
      return opened(await startWatchdog(spec, around, () => 'gone'))
  }
}

function sourceOf(spec: WorkerSpec): SourceName {
  const { name, worker } = spec
  return worker === 'strategy'
    ? { name, worker, owner: spec.setting.id as SenderId }
    : { name, worker }
}
