import { join, resolve } from 'node:path'
import { DEFAULT_LIMITS } from '../../../src/core/contracts/index.ts'
import type {
  Doors,
  GatewaySpec,
  SpecHead,
  StrategySpec,
} from '../../../src/core/contracts/worker-spec.ts'
import type { Fen, Lots } from '../../../src/core/domain/index.ts'
import { headFixture } from '../../adapters/process/head-fixture.ts'

export const resources = resolve(import.meta.dirname, '../../../resources')
export const OWNER = 'bench'
export const SYMBOL = 'SIM.ag'

const GATEWAY = 'gateway'
const STRATEGY = `strategy.${OWNER}`

const doorsIn = (folder: string, name: string): Doors => ({
  publish: `ipc://${join(folder, `${name}.facts`)}`,
  collect: `ipc://${join(folder, `${name}.commands`)}`,
})

/** @param runtime folder of the sockets. @param folder of the books. */
function head(name: string, peer: string, runtime: string, folder: string): SpecHead {
  return headFixture(name, {
    profile: 'bench',
    version: 'bench',
    runtime,
    folder,
    resources,
    doors: doorsIn(runtime, name),
    peers: { [peer]: doorsIn(runtime, peer) },
    // A benchmark is no account: nobody kills it for standing still.
    silenceMs: 600_000,
  })
}

/** Throttle and sizes raised so that every tick may bring an order; all rules still run. */
export function gatewaySpec(runtime: string, data: string): GatewaySpec {
  return {
    worker: 'gateway',
    ...head(GATEWAY, STRATEGY, runtime, join(data, 'simulated', 'bench')),
    data,
    exchange: 'exchange',
    owners: [OWNER],
    lockStep: [],
    limits: {
      ...DEFAULT_LIMITS,
      ordersPerSecond: 1_000_000,
      messagesPerSecond: 2_000_000,
      maxDailyLoss: 1e15 as Fen,
      maxGrossLots: 1000 as Lots,
    },
    durable: true,
  }
}

export function strategySpec(runtime: string, data: string): StrategySpec {
  return {
    worker: 'strategy',
    ...head(STRATEGY, GATEWAY, runtime, join(data, 'simulated', 'bench')),
    gateway: GATEWAY,
    setting: { id: OWNER, kind: 'model', instruments: [SYMBOL], parameters: {}, model: undefined },
    index: 0,
    lockStep: false,
  }
}
