import { describe, expect, it } from 'vitest'
import { readWorkerSpec } from '../../../../src/adapters/process/index.ts'
import { endpointFailure } from '../../../../src/adapters/bus/address.ts'
import type { WorkerSpec } from '../../../../src/core/contracts/worker-spec.ts'
import type { Settings } from '../../../../src/main/app/config/index.ts'
import { ipcDoors } from '../../../../src/main/app/processes/doors.ts'
import type { Secrets } from '../../../../src/main/app/processes/secrets.ts'
import { placeSecrets } from '../../../../src/main/app/processes/secrets.ts'
import type { Grounds } from '../../../../src/main/app/processes/specs.ts'
import {
  mainSpec,
  variablesOf,
  workerNames,
  workerSpecs,
} from '../../../../src/main/app/processes/specs.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { settingsFixture } from '../one-process/run-fixture.ts'

const NO_SECRETS: Secrets = {
  redis: undefined,
  questdb: undefined,
  questdbPg: undefined,
  values: {},
}

const SIMULATED: Grounds = {
  mode: 'simulated',
  runId: '',
  version: '1.2.3',
  runtime: '/r',
  folder: '/d/simulated/default',
  resources: '/app/resources',
}
const REPLAY: Grounds = { ...SIMULATED, mode: 'replay', runId: 'now', folder: '/d/replay/now' }

function specsOf(
  overrides: Partial<Settings> = {},
  grounds = SIMULATED,
  secrets = NO_SECRETS,
): readonly WorkerSpec[] {
  const settings = settingsFixture({ data: '/d', ...overrides })
  const plan = ipcDoors(grounds.runtime, workerNames(settings, grounds.mode))
  if (!plan.ok) throw new Error(plan.error.message)
  return workerSpecs(settings, grounds, plan.value, secrets)
}

function named<Name extends WorkerSpec['worker']>(specs: readonly WorkerSpec[], worker: Name) {
  return specs.find((spec) => spec.worker === worker) as Extract<WorkerSpec, { worker: Name }>
}

const mine = (id: string, kind: string) => ({
  id,
  kind,
  instruments: undefined,
  parameters: {},
  model: undefined,
})

describe('the workers of an instance', () => {
  it('are exchange, gateway, one strategy each, watchdog and history, as every worker reads them', () => {
    const specs = specsOf()
    const read = specs.map((spec) => readWorkerSpec(spec.worker, [JSON.stringify(spec)]))
    expect([
      specs.map(({ name }) => name),
      read.map((each) => (each.ok ? each.value : each.error)),
    ]).toEqual([
      ['exchange', 'gateway', 'strategy.rule', 'strategy.model', 'watchdog', 'history'],
      JSON.parse(JSON.stringify(specs)),
    ])
  })

  it('know each other by name, and no more of each other than they need', () => {
    const peers = Object.fromEntries(specsOf().map(({ name, peers }) => [name, Object.keys(peers)]))
    expect(peers).toEqual({
      exchange: ['gateway'],
      gateway: ['exchange', 'strategy.rule', 'strategy.model'],
      'strategy.rule': ['gateway'],
      'strategy.model': ['gateway'],
      watchdog: ['gateway', 'exchange'],
      history: ['gateway', 'strategy.rule', 'strategy.model'],
    })
  })

  it('have no watchdog in replay, and wait for each other there', () => {
    const specs = specsOf({ replay: ['/a.csv'], speed: Infinity, symbol: 'SHFE.ag2012' }, REPLAY)
    const { lockStep, durable } = named(specs, 'gateway')
    expect({
      names: specs.map(({ name }) => name),
      market: named(specs, 'exchange').market,
      waits: [lockStep, named(specs, 'strategy').lockStep],
      durable: [durable, named(specs, 'exchange').durable],
      runs: new Set(specs.map(({ mode, runId, folder }) => `${mode} ${runId} ${folder}`)),
    }).toEqual({
      names: ['exchange', 'gateway', 'strategy.rule', 'strategy.model', 'history'],
      market: {
        kind: 'replay',
        paths: ['/a.csv'],
        symbol: 'SHFE.ag2012',
        fillRule: 'conservative',
        speed: null,
      },
      waits: [['rule', 'model'], true],
      durable: [false, false],
      runs: new Set(['replay now /d/replay/now']),
    })
  })

  it('leave out strategies that ask a model where none is wanted, and keep the others in place', () => {
    const strategies = [mine('a', 'model'), mine('b', 'imbalance')]
    const specs = specsOf({ strategies, noModel: true })
    const { setting, index } = named(specs, 'strategy')
    expect([setting.id, index, named(specs, 'gateway').owners]).toEqual(['b', 1, ['b']])
  })
})

it('main talks to all of them, and binds nothing', () => {
  const settings = settingsFixture({ data: '/d' })
  const names = workerNames(settings, 'simulated')
  const plan = ipcDoors('/r', names)
  if (!plan.ok) throw new Error(plan.error.message)
  const { name, doors, peers } = mainSpec(settings, SIMULATED, plan.value)
  expect([name, doors, Object.keys(peers)]).toEqual(['main', { publish: '', collect: '' }, names])
  expect(endpointFailure(peers['gateway']!.publish)).toBe(undefined)
})

describe('secrets', () => {
  const settings = settingsFixture({
    data: '/d',
    redis: 'redis://u:hunter2@h',
    questdbPg: 'postgresql://u:hunter3@h/q',
  })

  it('reach the history in its environment alone, by the names that its spec tells', () => {
    const runtime = temporaryFolder()
    const secrets = placeSecrets(settings, runtime)
    const history = named(specsOf({}, SIMULATED, secrets), 'history')
    const told = variablesOf(history)
    expect([
      told.map((variable) => secrets.values[variable]),
      JSON.stringify(specsOf({}, SIMULATED, secrets)).includes('hunter'),
      variablesOf(named(specsOf({}, SIMULATED, secrets), 'gateway')),
    ]).toEqual([[settings.redis, settings.questdbPg], false, []])
  })

  it('of another password are another place, so that the old worker is not adopted', () => {
    const runtime = temporaryFolder()
    const place = (redis: string) => placeSecrets({ ...settings, redis }, runtime).redis
    const [one, other, again] = ['a', 'b', 'a'].map(place)
    expect([one, one === other]).toEqual([again, false])
  })
})
