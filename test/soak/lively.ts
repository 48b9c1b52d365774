import { resolve } from 'node:path'

const project = resolve(import.meta.dirname, '../..')

/** Names of the strategies; each is a process of its own. */
export const STRATEGIES = ['cross', 'join', 'wide'] as const
const SYMBOLS = ['SIM.cu', 'SIM.au', 'SIM.ag']
const RESTLESS = { enter: 0.05, exit: 0, depth: 0, rest: 0 }

/** Every worker of a lively start. */
export const WORKERS: readonly string[] = [
  'exchange',
  'gateway',
  ...STRATEGIES.map((name) => `strategy.${name}`),
  'watchdog',
  'history',
]

/** What the program ships beside its bundles, and needs to run. */
export const SHIPPED = ['package.json', 'resources', 'node_modules']
export const BUILD: string = resolve(project, 'out')
export const PROJECT: string = project

/**
 * A config file with strategies that change their minds with almost every quote, and with limits
 * that let them: takers and waiters, all in every instrument.
 */
export function livelyConfig(): string {
  const lots = { cross: 1, join: 3, wide: 5 }
  return JSON.stringify({
    strategies: STRATEGIES.map((id) => ({
      id,
      kind: 'imbalance',
      instruments: SYMBOLS,
      parameters: { ...RESTLESS, lots: lots[id], style: id === 'join' ? 'join' : 'cross' },
    })),
    limits: {
      maxOrderLots: 4,
      maxOrderNotional: 1e9,
      maxNetLots: 100,
      maxGrossLots: 400,
      ordersPerSecond: 60,
      messagesPerSecond: 120,
      maxDailyLoss: 1e10,
    },
    cash: 1e11,
  })
}
