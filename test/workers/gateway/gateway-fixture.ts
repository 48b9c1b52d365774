import { onTestFinished } from 'vitest'
import type { MemoryBus, MemoryHub } from '../../../src/adapters/bus/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { Disk } from '../../../src/adapters/journal/disk.ts'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import type { Station } from '../../../src/adapters/station/index.ts'
import type { Failure } from '../../../src/core/contracts/index.ts'
import { DEFAULT_LIMITS } from '../../../src/core/contracts/index.ts'
import type { GatewaySpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Result } from '../../../src/core/domain/index.ts'
import type { Bus, Clock } from '../../../src/core/ports/index.ts'
import type { OpenLines } from '../../../workers/gateway/lines.ts'
import { startGateway } from '../../../workers/gateway/start-gateway.ts'
import { headFixture } from '../../adapters/process/head-fixture.ts'
import { DoubtfulBus } from '../strategy/strategy-fixture.ts'
import { DOORS as EXCHANGE_DOORS, RESOURCES } from '../exchange/exchange-fixture.ts'

export const DOORS = { publish: 'gateway.facts', collect: 'gateway.commands' }

/** A gateway of the built-in market, without main: nobody is missed. */
export function gatewaySpec(data: string, overrides: Partial<GatewaySpec> = {}): GatewaySpec {
  return {
    worker: 'gateway',
    ...headFixture('gateway', {
      runtime: data,
      folder: `${data}/simulated/default`,
      resources: RESOURCES,
      doors: DOORS,
      peers: { exchange: EXCHANGE_DOORS },
      silenceMs: 60_000,
    }),
    data,
    exchange: 'exchange',
    owners: ['alpha', 'beta'],
    lockStep: [],
    limits: DEFAULT_LIMITS,
    durable: false,
    ...overrides,
  }
}

export interface Around {
  readonly hub?: MemoryHub
  readonly clock?: Clock
  readonly disk?: Disk
  /** Its sockets, unless a test has something in between. */
  readonly wrap?: (bus: Bus) => Bus
  /** Its lines, unless they are those of the spec. */
  readonly lines?: OpenLines
}

export interface StartedGateway {
  readonly station: Station
  readonly bus: MemoryBus
  /** While `refusing`, whatever it pushes finds nobody. */
  readonly doubt: DoubtfulBus
  /** What it wrote for a person. */
  readonly lines: readonly string[]
}

export async function tryGateway(
  spec: GatewaySpec,
  around: Around = {},
): Promise<Result<StartedGateway, Failure>> {
  const bus = (around.hub ?? createMemoryHub()).bus()
  const doubt = new DoubtfulBus(around.wrap?.(bus) ?? bus)
  const lines: string[] = []
  const write = (text: string): void => void lines.push(text)
  const surroundings = {
    bus: doubt.bus,
    clock: around.clock ?? SYSTEM_CLOCK,
    log: { info: write, warn: write, error: write },
    pid: process.pid,
    endpoint: (_: unknown, __: unknown, address: string) => ({ address }),
  }
  const started = await startGateway(spec, surroundings, around.disk, around.lines)
  if (!started.ok) return started
  const station = started.value
  onTestFinished(() => station.quit('the test is over'))
  return { ok: true, value: { station, bus, doubt, lines } }
}

export async function startedGateway(
  spec: GatewaySpec,
  around: Around = {},
): Promise<StartedGateway> {
  const started = await tryGateway(spec, around)
  if (!started.ok) throw new Error(started.error.message)
  return started.value
}
