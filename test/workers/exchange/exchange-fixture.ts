import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { MemoryHub } from '../../../src/adapters/bus/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { Disk } from '../../../src/adapters/journal/disk.ts'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import type { Station } from '../../../src/adapters/station/index.ts'
import type { Failure } from '../../../src/core/contracts/index.ts'
import type { ExchangeSpec, MarketSpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Micros, Result } from '../../../src/core/domain/index.ts'
import type { Bus, Clock } from '../../../src/core/ports/index.ts'
import { startExchange } from '../../../workers/exchange/start-exchange.ts'
import { headFixture } from '../../adapters/process/head-fixture.ts'

export const DOORS = { publish: 'exchange.facts', collect: 'exchange.commands' }
export const RESOURCES = resolve(import.meta.dirname, '../../../resources')
/** Monday, 2026-01-05, 10:00 in Beijing. */
export const TODAY = Date.UTC(2026, 0, 5, 2) * 1000

const SIMULATED: MarketSpec = { kind: 'simulated', seed: 7, rate: 100 }

/** An exchange of its own folder, without main: nobody is missed. */
export function exchangeSpec(folder: string, overrides: Partial<ExchangeSpec> = {}): ExchangeSpec {
  const market = overrides.market ?? SIMULATED
  return {
    worker: 'exchange',
    ...headFixture('exchange', {
      mode: market.kind === 'follow' ? 'paper' : market.kind,
      runtime: folder,
      folder,
      resources: RESOURCES,
      doors: DOORS,
    }),
    market,
    cash: 1_000_000,
    latencyMs: 0,
    seed: 1,
    durable: false,
    ...overrides,
  }
}

export function replayOf(paths: readonly string[], speed: number | null = null): MarketSpec {
  return { kind: 'replay', paths, symbol: '', fillRule: 'conservative', speed }
}

/** A clock that stands until it is told to go on. */
export interface HandClock extends Clock {
  pass(milliseconds: number): void
}

export function createHandClock(wall = TODAY): HandClock {
  let passed = 0
  return {
    monotonic: () => (5_000_000 + passed) as Micros,
    wall: () => (wall + passed) as Micros,
    pass: (milliseconds) => {
      passed += milliseconds * 1000
    },
  }
}

export interface Around {
  readonly hub?: MemoryHub
  readonly clock?: Clock
  readonly disk?: Disk
  /** The exchange's own, unless it is to be watched. */
  readonly bus?: Bus
}

export interface StartedExchange {
  readonly hub: MemoryHub
  readonly station: Station
  /** What it wrote for a person. */
  readonly lines: readonly string[]
  /** Its sockets are gone without a word; what its disk holds stays as it is. */
  readonly kill: () => Promise<void>
}

export async function tryExchange(
  spec: ExchangeSpec,
  around: Around = {},
): Promise<Result<StartedExchange, Failure>> {
  const hub = around.hub ?? createMemoryHub()
  const bus = around.bus ?? hub.bus()
  const lines: string[] = []
  const log = {
    info: (text: string) => void lines.push(text),
    warn: (text: string) => void lines.push(text),
    error: (text: string) => void lines.push(text),
  }
  const surroundings = {
    bus,
    clock: around.clock ?? SYSTEM_CLOCK,
    log,
    pid: process.pid,
    endpoint: (_: unknown, __: unknown, address: string) => ({ address }),
  }
  const started = await startExchange(spec, surroundings, around.disk)
  if (!started.ok) return started
  const station = started.value
  onTestFinished(() => station.quit('the test is over'))
  return { ok: true, value: { hub, station, lines, kill: () => bus.close() } }
}

export async function startedExchange(
  spec: ExchangeSpec,
  around: Around = {},
): Promise<StartedExchange> {
  const started = await tryExchange(spec, around)
  if (!started.ok) throw new Error(started.error.message)
  return started.value
}
