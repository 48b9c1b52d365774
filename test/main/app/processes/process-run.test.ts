import { ABOUT, TestWindow } from '../feed/feed-fixture.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../../src/adapters/process/index.ts'
import { WALL_CLOCK } from '../../../../src/adapters/run/clock.ts'
import type { RunFact, SnapshotFact } from '../../../../src/core/contracts/index.ts'
import { spoken } from '../../../../src/core/replica/index.ts'
import type { Fen, Micros, TradingDay } from '../../../../src/core/domain/index.ts'
import type { Settings } from '../../../../src/main/app/config/index.ts'
import type { ProcessHost } from '../../../../src/main/app/processes/process-host.ts'
import { tradeInProcesses } from '../../../../src/main/app/processes/trade.ts'
import { stateFact } from '../../../core/state/state-fixture.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { until } from '../../../until.ts'
import { settingsFixture } from '../one-process/run-fixture.ts'
import { StationLauncher } from '../supervisor/station-launcher.ts'

const PATIENT = 60_000
const AT = Date.UTC(2026, 0, 5, 2) * 1000

function standing(worker: string): SnapshotFact['facts'] {
  if (worker !== 'gateway') return []
  const [at, tradingDay] = [AT as Micros, 20_260_105 as TradingDay]
  const none = 0 as Fen
  const money = { closeProfit: none, positionProfit: none, fees: none, margin: none, frozen: none }
  const cash = 1_000_000_00 as Fen
  const account = { at, tradingDay, staticBalance: cash, balance: cash, available: cash, ...money }
  return [
    { kind: 'hello', mode: 'simulated', profile: 'default', tradingDay },
    { ...stateFact('active', 'reconciled'), at },
    { kind: 'account', account },
    { kind: 'time', at },
  ]
}

function bench(overrides: Partial<Settings> = {}, more: Partial<ProcessHost> = {}) {
  const home = temporaryFolder()
  const launcher = new StationLauncher(createMemoryHub())
  launcher.standing = ({ worker }) => standing(worker)
  const written: string[] = []
  let quit: () => void = () => undefined
  const host: ProcessHost = {
    output: { write: (text) => written.push(text) },
    input: {
      on: () => undefined,
      off: () => undefined,
      resume: () => undefined,
      pause: () => undefined,
    },
    colours: false,
    person: 'ann',
    resources: '/resources',
    page: home,
    clock: WALL_CLOCK,
    today: () => new Date('2026-01-05T02:00:00.000Z'),
    onQuit: (end) => {
      quit = end
    },
    onCrash: () => undefined,
    machine: { platform: 'linux', environment: {}, temporary: home, user: process.getuid?.() },
    version: '1',
    transport: 'ipc',
    openBus: () => Promise.resolve(launcher.hub.bus()),
    about: ABOUT,
    machineClock: SYSTEM_CLOCK,
    pid: 1,
    age: () => 5,
    openLauncher: () => launcher,
    ...more,
  }
  const settings = settingsFixture({
    data: join(home, 'data'),
    runtime: join(home, 'run'),
    silenceMs: PATIENT,
    noModel: true,
    ...overrides,
  })
  return {
    home,
    launcher,
    written,
    settings,
    quit: () => quit(),
    over: tradeInProcesses(settings, host),
  }
}

const RUN: RunFact = {
  kind: 'run',
  at: AT as Micros,
  phase: 'ended',
  speed: Infinity,
  from: AT as Micros,
  until: AT as Micros,
  quotes: 3,
  messages: 7,
  hash: 'abc',
  notes: [{ code: 'words', values: { text: 'row 7 is left out' } }],
}

describe('a run across processes', () => {
  it('ends some time after everything was ready, with a summary, and leaves nothing', async () => {
    const { home, launcher, written, over } = bench({ seconds: 0.2 })
    const ended = await over
    const [instance = ''] = readdirSync(join(home, 'run'))
    expect([
      ended.ok && ended.value.failures,
      ended.ok && ended.value.summary.map((line) => line.trim().split(/ {2,}/)).slice(0, 11),
      [...launcher.processes],
      readdirSync(join(home, 'run', instance)),
      written.filter((line) => line.includes('ready,')),
    ]).toEqual([
      [],
      [
        ['simulated of the profile default'],
        ['from', '2026-01-05 10:00:00'],
        ['until', '2026-01-05 10:00:00, trading day 20260105'],
        ['ticks', '0'],
        ['orders', '0 (0 cancels)'],
        ['fills', '0'],
        ['fees', '0.00 CNY'],
        ['P&L', '0.00 CNY, fees taken off'],
        ['balance', '1,000,000.00 CNY'],
        ['position', 'no positions'],
        ['state', 'active'],
      ],
      [],
      [],
      [
        'everything that trades is ready, 5 ms after the start\n',
        'all processes are ready, 5 ms after the start\n',
      ],
    ])
  })

  it('ends when a person quits, even before anything is ready', async () => {
    const { launcher, quit, over } = bench()
    await until(() => launcher.processes.size > 0)
    quit()
    const ended = await over
    const words = ended.ok ? ended.value.summary : []
    expect([words.length > 0, launcher.processes.size]).toEqual([true, 0])
  })

  it('of a recording ends with it, and tells its hash and what was left out', async () => {
    const { launcher, over } = bench({ replay: ['/a.csv'] })
    const waiting: RunFact = { ...RUN, phase: 'waiting', hash: '', notes: [] }
    launcher.standing = ({ worker }) => (worker === 'gateway' ? [...standing(worker), waiting] : [])
    launcher.play = ({ worker }, { writer }) => {
      if (worker !== 'gateway') return
      writer.publish({ ...RUN, phase: 'playing', hash: '', notes: [] })
      setTimeout(() => writer.publish(RUN), 300)
    }
    const ended = await over
    if (!ended.ok) throw new Error(ended.error.message)
    expect([ended.value.notes, ended.value.summary.find((line) => line.includes('log'))]).toEqual([
      ['row 7 is left out'],
      '  log       7 messages, sha256 abc',
    ])
  })

  it('fails in the words of a worker that refuses to start', async () => {
    const { launcher, over } = bench({})
    launcher.refusing.add('gateway')
    const ended = await over
    expect([ended, launcher.processes.size]).toEqual([
      {
        ok: false,
        error: {
          code: 'journal.open',
          message: 'the books of gateway are gone: put them back',
        },
      },
      0,
    ])
  })

  it('goes on without history, and tells of it in the end', async () => {
    const { launcher, written, quit, over } = bench({})
    launcher.refusing.add('history')
    await until(() => written.some((line) => line.startsWith('history: the books of history')))
    quit()
    const ended = await over
    expect(ended.ok && ended.value.failures.map(({ code }) => code)).toEqual(['journal.open'])
  })

  it('shows the link of the page at the terminal, and to no window', async () => {
    const screen: string[] = []
    const windows: TestWindow[] = []
    let join: () => void = () => undefined
    let press: (bytes: Uint8Array) => void = () => undefined
    const none = (): void => undefined
    const { quit, over } = bench(
      {},
      {
        output: { isTTY: true, columns: 400, rows: 60, write: (text) => screen.push(text) },
        input: {
          isTTY: true,
          on: (_, listener) => void (press = listener),
          off: none,
          resume: none,
          pause: none,
        },
        onWindows: ({ attach }) => {
          join = () => {
            const window = new TestWindow()
            windows.push(window)
            attach({ ...window.end, close: none, listen: none })
          }
          join()
          return none
        },
      },
    )
    const codes = (): readonly string[] => [
      ...new Set(screen.join('').match(/(?<=\/enter\?code=)[\w-]{43}/g)),
    ]
    await until(() => codes().length === 1)
    press(Buffer.from('l'))
    await until(() => codes().length === 2)
    join()
    await until(() => windows.every(({ mirror }) => mirror !== undefined))
    quit()
    await over
    const all = JSON.stringify(windows.map(({ frames }) => frames))
    expect([
      windows.map(({ mirror }) =>
        mirror!.log.lines.some(({ fact }) => spoken(fact).text.startsWith('sockets of')),
      ),
      all.includes('for a browser'),
      codes().filter((code) => all.includes(code)),
    ]).toEqual([[true, true], false, []])
  })

  it('is refused while another main runs the same instance', async () => {
    const first = bench()
    await until(() => first.launcher.processes.size > 0)
    const { settings } = first
    const second = bench({ data: settings.data, runtime: settings.runtime })
    const refused = await second.over
    first.quit()
    await first.over
    expect([refused, second.launcher.processes.size]).toMatchObject([
      { ok: false, error: { code: 'instance.locked' } },
      0,
    ])
  })
})
