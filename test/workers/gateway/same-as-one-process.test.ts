import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { RunFact } from '../../../src/core/contracts/index.ts'
import type { StrategySetting } from '../../../src/core/contracts/strategy-setting.ts'
import { DEFAULT_STRATEGIES } from '../../../src/core/contracts/strategy-setting.ts'
import { writeRecordings } from '../../main/app/one-process/recording-fixture.ts'
import {
  FAKE_MODEL,
  prepared,
  ran,
  settingsFixture,
} from '../../main/app/one-process/run-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import {
  DOORS as EXCHANGE,
  exchangeSpec,
  replayOf,
  startedExchange,
} from '../exchange/exchange-fixture.ts'
import { startedStrategy, strategySpec } from '../strategy/strategy-fixture.ts'
import { DOORS, gatewaySpec, startedGateway } from './gateway-fixture.ts'
import { Listener } from './listener.ts'

const SECONDS = 60

function doorsOf(id: string) {
  return { publish: `strategy.${id}.facts`, collect: `strategy.${id}.commands` }
}

interface Played {
  readonly latencyMs?: number
  readonly strategies?: readonly StrategySetting[]
}

/** Plays a folder of recordings with every worker in a process of its own, as it were. */
async function inProcesses(data: string, { latencyMs = 0, strategies = [] }: Played) {
  const hub = createMemoryHub()
  const folder = join(temporaryFolder(), 'run')
  const shared = { mode: 'replay', folder } as const
  const ids = strategies.map(({ id }) => id)
  const peers = Object.fromEntries(ids.map((id) => [`strategy.${id}`, doorsOf(id)]))
  const listener = new Listener(hub.bus(), 'main')
  const gateway = gatewaySpec(data, {
    ...shared,
    owners: ids,
    lockStep: ids,
    peers: { exchange: EXCHANGE, ...peers },
  })
  await startedGateway(gateway, { hub })
  await startedExchange(exchangeSpec(folder, { ...shared, market: replayOf([data]), latencyMs }), {
    hub,
  })
  for (const [index, setting] of strategies.entries()) {
    const { id } = setting
    const head = { ...shared, name: `strategy.${id}`, doors: doorsOf(id) }
    const spec = strategySpec({
      ...head,
      profile: 'default',
      peers: { gateway: DOORS },
      setting,
      index,
      lockStep: true,
    })
    await startedStrategy(spec, { hub, model: FAKE_MODEL })
  }
  await until(() => listener.of('run').some(({ phase }) => phase === 'ended'))
  return listener
}

function logOf({ messages, hash }: RunFact): string {
  return `${messages.toLocaleString('en-US')} messages, sha256 ${hash}`
}

function recorded(strategies: readonly StrategySetting[] | undefined, latencyMs: number) {
  const data = temporaryFolder()
  const quotes = writeRecordings(data, SECONDS)
  return {
    data,
    quotes,
    settings: settingsFixture({ data, replay: [data], strategies, latencyMs }),
  }
}

describe('a replay whose every worker is a process of its own', () => {
  it.each([0, 30])(
    'passes what one process does without strategies, at %i ms',
    async (latencyMs) => {
      const { data, quotes, settings } = recorded([], latencyMs)
      const { rows } = await ran(await prepared(settings))
      const run = (await inProcesses(data, { latencyMs })).last('run')
      expect([logOf(run), run.quotes]).toEqual([rows['log'], quotes])
    },
  )

  it.each([0, 30, 400])(
    'passes what one process does with strategies, at %i ms',
    async (latencyMs) => {
      const { data, settings } = recorded(undefined, latencyMs)
      const { rows } = await ran(await prepared(settings))
      const listener = await inProcesses(data, { latencyMs, strategies: DEFAULT_STRATEGIES })
      const { figures } = listener.last('beat')
      expect(logOf(listener.last('run'))).toBe(rows['log'])
      expect([`${figures['run.orders']} (${figures['run.cancels']} cancels)`]).toEqual([
        rows['orders'],
      ])
      expect(figures['run.fills']).toBeGreaterThan(5)
    },
  )

  it.each([0, 30])(
    'passes the same where three strategies, two with models, decide on one quote, at %i ms',
    async (latencyMs) => {
      const strategies = (['rule', 'one', 'two'] as const).map((id) => ({
        id,
        kind: id === 'rule' ? 'imbalance' : 'model',
        instruments: ['SIM.cu', 'SIM.ag'],
        parameters: {},
        model: undefined,
      }))
      const { data, settings } = recorded(strategies, latencyMs)
      const { rows } = await ran(await prepared(settings))
      const run = (await inProcesses(data, { latencyMs, strategies })).last('run')
      expect(logOf(run)).toBe(rows['log'])
    },
  )
})
