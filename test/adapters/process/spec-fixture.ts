import { DEFAULT_LIMITS } from '../../../src/core/contracts/index.ts'
import { DEFAULT_STRATEGIES } from '../../../src/core/contracts/strategy-setting.ts'
import type {
  Doors,
  SpecHead,
  SpecOf,
  WorkerKind,
} from '../../../src/core/contracts/worker-spec.ts'
import { headFixture } from './head-fixture.ts'

const doors = (name: string): Doors => ({
  publish: `ipc:///run/gt/${name}.facts`,
  collect: `ipc:///run/gt/${name}.commands`,
})

function head(name: string, peers: readonly string[]): SpecHead {
  return headFixture(name, {
    version: '0.1.0',
    runtime: '/run/gt',
    folder: '/data/simulated/default',
    resources: '/app/resources',
    doors: doors(name),
    peers: Object.fromEntries(peers.map((peer) => [peer, doors(peer)])),
    orphanMs: 60_000,
  })
}

const SPECS: { readonly [Kind in WorkerKind]: SpecOf<Kind> } = {
  gateway: {
    worker: 'gateway',
    ...head('gateway', ['exchange']),
    data: '/data',
    exchange: 'exchange',
    owners: ['rule', 'model'],
    lockStep: [],
    limits: DEFAULT_LIMITS,
    durable: true,
  },
  strategy: {
    worker: 'strategy',
    ...head('strategy.rule', ['gateway']),
    gateway: 'gateway',
    setting: { ...DEFAULT_STRATEGIES[0]!, instruments: ['SIM.cu'], model: '/m.json' },
    index: 0,
    lockStep: false,
  },
  exchange: {
    worker: 'exchange',
    ...head('exchange', []),
    market: { kind: 'simulated', seed: 1, rate: 100 },
    cash: 10_000_000,
    latencyMs: 0,
    seed: 1,
    durable: true,
  },
  history: {
    worker: 'history',
    ...head('history', ['gateway', 'strategy.rule']),
    sources: ['gateway', 'strategy.rule'],
    redis: { variable: 'GHTRADER_REDIS' },
    questdb: undefined,
    questdbPg: undefined,
  },
  watchdog: {
    worker: 'watchdog',
    ...head('watchdog', ['gateway', 'exchange']),
    gateway: 'gateway',
    exchange: 'exchange',
  },
}

/** A whole spec of each worker, as main would make it. */
export function specFixture<Kind extends WorkerKind>(worker: Kind): SpecOf<Kind> {
  return SPECS[worker]
}
