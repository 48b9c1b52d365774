import { describe, expect, it, onTestFinished } from 'vitest'
import { sayingText } from '../../../../src/core/contracts/index.ts'
import { createMemoryHub } from '../../../../src/adapters/bus/index.ts'
import type { MemoryHub } from '../../../../src/adapters/bus/index.ts'
import type { Settings } from '../../../../src/main/app/config/index.ts'
import { ipcDoors } from '../../../../src/main/app/processes/doors.ts'
import { openMainStation } from '../../../../src/main/app/processes/main-station.ts'
import type { Grounds } from '../../../../src/main/app/processes/specs.ts'
import { mainSpec, workerNames, workerSpecs } from '../../../../src/main/app/processes/specs.ts'
import type { LostWorker } from '../../../../src/main/app/supervisor/supervision.ts'
import { Supervision } from '../../../../src/main/app/supervisor/supervision.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { until } from '../../../until.ts'
import { settingsFixture } from '../one-process/run-fixture.ts'
import { StationLauncher, surroundingsOn } from './station-launcher.ts'

/** Long enough for a busy machine: nothing here is about silence. */
const PATIENT = 60_000

interface Main {
  readonly supervision: Supervision
  readonly told: string[]
  /** What happened to processes, in its order. */
  readonly vitals: string[]
  readonly lost: LostWorker[]
  /** Dies without a word. */
  readonly die: () => Promise<void>
}

const folder = (): string => temporaryFolder()

async function main(
  hub: MemoryHub,
  launcher: StationLauncher,
  home: string,
  overrides: Partial<Settings> = {},
): Promise<Main> {
  const settings = settingsFixture({ data: home, silenceMs: PATIENT, noModel: true, ...overrides })
  const grounds: Grounds = {
    mode: 'simulated',
    runId: '',
    version: '1',
    runtime: '/r',
    folder: home,
    resources: '/resources',
  }
  const plan = ipcDoors('/r', workerNames(settings, 'simulated'))
  if (!plan.ok) throw new Error(plan.error.message)
  const around = surroundingsOn(hub, 1)
  const station = openMainStation(mainSpec(settings, grounds, plan.value), around)
  if (!station.ok) throw new Error(station.error.message)
  const { redis, questdb, questdbPg } = settings
  const told: string[] = []
  const vitals: string[] = []
  const lost: LostWorker[] = []
  const supervision = new Supervision({
    specs: workerSpecs(settings, grounds, plan.value, {
      redis: redis === '' ? undefined : { variable: redis },
      questdb: questdb === '' ? undefined : { variable: questdb },
      questdbPg: questdbPg === '' ? undefined : { variable: questdbPg },
      values: {},
    }),
    station: station.value,
    launcher,
    registered: launcher.registered,
    windows: () => 3,
    onTold: (what) => told.push(sayingText(what)),
    onVital: (name, { step, pid, start, signal }) =>
      vitals.push([name, step, step === 'exited' ? signal : start, pid].join(' ')),
    onLost: (each) => lost.push(each),
  })
  const die = (): Promise<void> => station.value.quit('dies')
  onTestFinished(die)
  supervision.begin()
  await until(() => supervision.ready || lost.length > 0)
  return { supervision, told, vitals, lost, die }
}

const ALL = ['exchange', 'gateway', 'history', 'strategy.rule', 'watchdog']

function running(launcher: StationLauncher): readonly string[] {
  return [...launcher.processes.values()].map(({ spec }) => spec.name).toSorted()
}

describe('main', () => {
  it('starts every worker, and lets each hear that it lives and how many windows look', async () => {
    const hub = createMemoryHub()
    const launcher = new StationLauncher(hub)
    await main(hub, launcher, folder())
    await until(() => new Set(launcher.heard.map(({ name }) => name)).size === ALL.length)
    expect([
      running(launcher),
      launcher.heard.every(({ command }) => command.kind === 'Beat' && command.windows === 3),
    ]).toEqual([ALL, true])
  })

  it('starts a killed worker again while the others go on', async () => {
    const hub = createMemoryHub()
    const launcher = new StationLauncher(hub)
    const { supervision, told, vitals } = await main(hub, launcher, folder())
    const pids = ALL.map((name) => launcher.pidOf(name))
    launcher.processes.get(launcher.pidOf('gateway')!)?.launched.kill('kill')
    await until(() => told.length === 2)
    const after = ALL.map((name) => launcher.pidOf(name))
    expect([
      after.map((pid, index) => pid === pids[index]),
      told,
      supervision.statuses().map(({ again }) => again),
    ]).toEqual([
      [true, false, true, true, true],
      ['gateway ended (kill): started again in 0.25 s', 'gateway is ready again'],
      [0, 1, 0, 0, 0],
    ])
    expect(vitals.filter((each) => each.startsWith('gateway'))).toEqual([
      `gateway started 1 ${pids[1]}`,
      `gateway exited kill ${pids[1]}`,
      `gateway started 2 ${launcher.pidOf('gateway')}`,
    ])
  })

  it('has all leave in order, and leaves none behind', async () => {
    const hub = createMemoryHub()
    const launcher = new StationLauncher(hub)
    const { supervision } = await main(hub, launcher, folder())
    await supervision.quit()
    const [first, second, third = '', fourth = '', ...last] = launcher.left
    expect([[first, second], [third, fourth].toSorted(), last, running(launcher)]).toEqual([
      ['strategy.rule', 'gateway'],
      ['history', 'watchdog'],
      ['exchange'],
      [],
    ])
  })

  it('adopts what a main left that died', async () => {
    const hub = createMemoryHub()
    const launcher = new StationLauncher(hub)
    const home = folder()
    const first = await main(hub, launcher, home)
    const before = ALL.map((name) => launcher.pidOf(name))
    await first.die()
    const { supervision, vitals } = await main(hub, launcher, home)
    expect(vitals.toSorted()).toEqual(
      ALL.map((name, index) => `${name} adopted NaN ${before[index]}`),
    )
    const after = ALL.map((name) => launcher.pidOf(name))
    await supervision.quit()
    expect([after, running(launcher)]).toEqual([before, []])
  })

  it('ends workers that were told otherwise, and those that are wanted no more', async () => {
    const hub = createMemoryHub()
    const launcher = new StationLauncher(hub)
    const home = folder()
    const rule = { kind: 'imbalance', instruments: undefined, parameters: {}, model: undefined }
    const strategies = ['rule', 'other'].map((id) => ({ id, ...rule }))
    const first = await main(hub, launcher, home, { strategies })
    const [exchange, watchdog] = [launcher.pidOf('exchange'), launcher.pidOf('watchdog')]
    await first.die()
    await main(hub, launcher, home)
    expect([
      running(launcher),
      launcher.left,
      [launcher.pidOf('exchange'), launcher.pidOf('watchdog')],
    ]).toEqual([ALL, ['strategy.other', 'gateway', 'history'], [exchange, watchdog]])
  })

  it('gives up a worker that refuses to start, in its own last words', async () => {
    const hub = createMemoryHub()
    const launcher = new StationLauncher(hub)
    launcher.refusing.add('gateway')
    const { supervision, lost } = await main(hub, launcher, folder())
    const message = 'the books of gateway are gone: put them back'
    expect(lost).toMatchObject([
      { name: 'gateway', why: 'refused', failure: { code: 'journal.open', message } },
    ])
    launcher.refusing.clear()
    supervision.revive('gateway')
    await until(() => supervision.ready)
    expect(running(launcher)).toEqual(ALL)
  })

  it('has a worker leave and start again, and tells who wished it', async () => {
    const launcher = new StationLauncher(createMemoryHub())
    const { supervision, told } = await main(launcher.hub, launcher, folder())
    const before = launcher.pidOf('history')
    expect(supervision.restart('history', 'ann')).toEqual({ ok: true, value: undefined })
    await until(() => launcher.pidOf('history') !== before && supervision.ready)
    expect([launcher.left, running(launcher)]).toEqual([['history'], ALL])
    expect(told).toContain('history is started again as ann wished')
    expect(supervision.restart('historian', 'ann')).toMatchObject({
      error: { code: 'command.shape' },
    })
  })
})
