import { join } from 'node:path'
import type { Mode } from '../../../core/contracts/index.ts'
import type { StrategySetting } from '../../../core/contracts/strategy-setting.ts'
import { DEFAULT_STRATEGIES } from '../../../core/contracts/strategy-setting.ts'
import type {
  Doors,
  MarketSpec,
  SecretPlace,
  SpecHead,
  WorkerSpec,
} from '../../../core/contracts/worker-spec.ts'
import { strategyOf } from '../../../core/strategies/index.ts'
import type { Settings } from '../config/index.ts'
import type { DoorPlan } from './doors.ts'
import type { Secrets } from './secrets.ts'

export const MAIN = 'main'
export const EXCHANGE = 'exchange'
export const GATEWAY = 'gateway'
export const WATCHDOG = 'watchdog'
export const HISTORY = 'history'

/** After so long without a main, a worker that nothing holds leaves. */
const ORPHAN_MS = 60_000

/** Where an instance works, and of which program it is. */
export interface Grounds {
  readonly mode: Extract<Mode, 'simulated' | 'replay'>
  readonly runId: string
  readonly version: string
  /** Folder of sockets. */
  readonly runtime: string
  /** Folder of the books. */
  readonly folder: string
  readonly resources: string
}

/** A strategy and its place among all settings, for one that names no instruments. */
export interface PlacedStrategy {
  readonly setting: StrategySetting
  readonly index: number
}

/** Strategies that get a process of their own. */
export function strategiesOf({ strategies, noModel }: Settings): readonly PlacedStrategy[] {
  return (strategies ?? DEFAULT_STRATEGIES)
    .map((setting, index) => ({ setting, index }))
    .filter(({ setting }) => !(noModel && strategyOf(setting.kind)?.needsModel === true))
}

export function strategyName(id: string): string {
  return `strategy.${id}`
}

/** Names of all workers of an instance, in the order in which they are started. */
export function workerNames(settings: Settings, mode: Mode): readonly string[] {
  const strategies = strategiesOf(settings).map(({ setting }) => strategyName(setting.id))
  // In replay time jumps and nobody's orders are real: there is nothing to guard.
  const watchdog = mode === 'replay' ? [] : [WATCHDOG]
  return [EXCHANGE, GATEWAY, ...strategies, ...watchdog, HISTORY]
}

/** What each worker is told, from the settings of a start. */
export function workerSpecs(
  settings: Settings,
  grounds: Grounds,
  plan: DoorPlan,
  secrets: Secrets,
): readonly WorkerSpec[] {
  const names = workerNames(settings, grounds.mode)
  const strategies = strategiesOf(settings)
  const strategyNames = strategies.map(({ setting }) => strategyName(setting.id))
  const replay = grounds.mode === 'replay'
  const head = (name: string, peers: readonly string[]): SpecHead =>
    headOf(name, peers, settings, grounds, plan)
  const { redis, questdb, questdbPg } = secrets
  const specs: WorkerSpec[] = [
    {
      worker: 'exchange',
      ...head(EXCHANGE, [GATEWAY]),
      market: marketOf(settings),
      cash: settings.cash,
      latencyMs: settings.latencyMs,
      seed: settings.seed,
      durable: !replay,
    },
    {
      worker: 'gateway',
      ...head(GATEWAY, [EXCHANGE, ...strategyNames]),
      data: settings.data,
      exchange: EXCHANGE,
      owners: strategies.map(({ setting }) => setting.id),
      lockStep: replay ? strategies.map(({ setting }) => setting.id) : [],
      limits: settings.limits,
      durable: !replay,
    },
    ...strategies.map(({ setting, index }): WorkerSpec => ({
      worker: 'strategy',
      ...head(strategyName(setting.id), [GATEWAY]),
      gateway: GATEWAY,
      setting,
      index,
      lockStep: replay,
    })),
    {
      worker: 'watchdog',
      ...head(WATCHDOG, [GATEWAY, EXCHANGE]),
      gateway: GATEWAY,
      exchange: EXCHANGE,
    },
    {
      worker: 'history',
      ...head(HISTORY, [GATEWAY, ...strategyNames]),
      sources: [GATEWAY, ...strategyNames],
      redis,
      questdb,
      questdbPg,
    },
  ]
  return specs.filter(({ name }) => names.includes(name))
}

/** Main's own: it binds nothing, and talks to everybody. */
export function mainSpec(settings: Settings, grounds: Grounds, plan: DoorPlan): SpecHead {
  return headOf(MAIN, workerNames(settings, grounds.mode), settings, grounds, plan)
}

function headOf(
  name: string,
  peers: readonly string[],
  { profile, silenceMs }: Settings,
  grounds: Grounds,
  { doors, keys }: DoorPlan,
): SpecHead {
  return {
    name,
    mode: grounds.mode,
    profile,
    runId: grounds.runId,
    version: grounds.version,
    runtime: grounds.runtime,
    folder: grounds.folder,
    resources: grounds.resources,
    doors: doors.get(name) ?? NO_DOORS,
    peers: Object.fromEntries(peers.map((peer) => [peer, doors.get(peer) ?? NO_DOORS])),
    keys,
    silenceMs,
    orphanMs: ORPHAN_MS,
  }
}

const NO_DOORS: Doors = { publish: '', collect: '' }

function marketOf({ replay, seed, rate, symbol, fillRule, speed }: Settings): MarketSpec {
  if (replay.length === 0) return { kind: 'simulated', seed, rate }
  return {
    kind: 'replay',
    paths: replay,
    symbol,
    fillRule,
    speed: speed === Infinity ? null : speed,
  }
}

/** The names of the variables that a worker's spec tells it to read. */
export function variablesOf(spec: WorkerSpec): readonly string[] {
  const places: readonly (SecretPlace | undefined)[] =
    spec.worker === 'history' ? [spec.keys, spec.redis, spec.questdb, spec.questdbPg] : [spec.keys]
  return places.flatMap((place) =>
    place !== undefined && 'variable' in place ? place.variable : [],
  )
}

/** Where a worker's standard error is kept. */
export function logPath({ folder, name }: Pick<SpecHead, 'folder' | 'name'>): string {
  return join(folder, 'logs', `${name}.log`)
}
