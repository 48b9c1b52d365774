import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeRecordings } from '../main/app/one-process/recording-fixture.ts'
import { until } from '../until.ts'
import { Home, StartedHost, program, project } from './started-host.ts'

/** Patient with a busy machine: what is late here is late because of the others. */
const PATIENT = ['--silence-ms', '4000']
const ALL = ['exchange', 'gateway', 'history', 'strategy.model', 'strategy.rule', 'watchdog']
const READY = /all processes are ready/
const TRADES = /[1-9]\d* orders {2}[1-9]\d* fills/

beforeAll(() => {
  if (existsSync(program)) return
  const tool = join(project, 'node_modules/electron-vite/bin/electron-vite.js')
  spawnSync(process.execPath, [tool, 'build'], { cwd: project })
})

async function started(home: Home, environment: Record<string, string> = {}): Promise<StartedHost> {
  const host = new StartedHost(home, PATIENT, environment)
  await host.says(READY)
  await writtenDown(home)
  return host
}

/** A worker writes itself down a moment after it works. */
const writtenDown = (home: Home): Promise<void> =>
  until(() => home.workers().size === ALL.length, 60_000)

/** Whatever stores do, everything that trades is there. */
async function starting(home: Home, environment: Record<string, string>): Promise<StartedHost> {
  const host = new StartedHost(home, PATIENT, environment)
  await host.says(/everything that trades is ready/)
  return host
}

const NO_PROC = process.platform === 'linux' ? '' : ' (skipped: it takes a /proc)'

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('trading in processes', () => {
  it('trades the built-in market, quits in good order, and leaves no process and no socket', async () => {
    const home = new Home()
    const host = await started(home)
    await host.says(TRADES)
    const names = [...home.workers().keys()].toSorted()
    const workers = [...home.workers().values()]
    host.kill('SIGTERM')
    const code = await host.ended
    expect([names, code, host.stderr, host.row('state'), home.leftovers()]).toEqual([
      ALL,
      0,
      '',
      'active',
      [],
    ])
    expect(workers.filter(({ pid }) => lives(pid))).toEqual([])
  })

  it('refuses a second start of the same instance at once', async () => {
    const home = new Home()
    const host = await started(home)
    const second = new StartedHost(home, PATIENT)
    const code = await second.ended
    expect([code, second.stdout, second.stderr, home.workers().size]).toEqual([
      2,
      '',
      `ghtrader: simulated of the profile default is run by process ${host.pid}: quit that one ` +
        'first, or trade another account with --profile NAME [instance.locked]\n',
      ALL.length,
    ])
  })

  it('trades no account that a start in one process has, nor lets one in', async () => {
    const home = new Home()
    const alone = new StartedHost(home, ['--one-process'])
    await alone.says(/ ticks /)
    const refused = new StartedHost(home, PATIENT)
    expect([await refused.ended, refused.stderr]).toEqual([
      2,
      expect.stringMatching(
        new RegExp(
          `^ghtrader: .* is in use by process ${alone.pid}: .* \\[instance\\.locked\\]\n$`,
        ),
      ),
    ])
    expect(home.leftovers()).toEqual([])
    alone.kill('SIGTERM')
    await alone.ended
    await started(home)
    const { exchange, gateway } = home.pids()
    const late = new StartedHost(home, ['--one-process'])
    expect([await late.ended, late.stderr]).toEqual([
      2,
      expect.stringMatching(`is in use by process (${exchange}|${gateway}): `),
    ])
  })

  it.skipIf(process.platform !== 'linux')(
    `shows a password to the worker that needs it, and to nobody else${NO_PROC}`,
    async () => {
      const home = new Home()
      const host = await starting(home, { GHTRADER_REDIS: 'redis://user:hunter2@127.0.0.1:1' })
      await writtenDown(home)
      const told = (what: 'cmdline' | 'environ'): readonly string[] =>
        [...home.workers().values()]
          .filter(({ pid }) => readFileSync(`/proc/${pid}/${what}`, 'utf8').includes('hunter2'))
          .map(({ name }) => name)
      expect([told('cmdline'), told('environ')]).toEqual([[], ['history']])
      host.kill('SIGTERM')
      await host.ended
      const kept = filesBelow(home.path).filter((path) =>
        readFileSync(path, 'latin1').includes('hunter2'),
      )
      expect([kept, host.stdout.includes('hunter2'), host.stderr.includes('hunter2')]).toEqual([
        [],
        false,
        false,
      ])
    },
  )

  it('goes on when any one of them is killed, and starts it again', async () => {
    const home = new Home()
    const host = await started(home)
    await host.says(TRADES)
    for (const name of ALL) {
      const { [name]: killed = NaN, ...others } = home.pids()
      process.kill(killed, 'SIGKILL')
      await host.says(new RegExp(`^${name.replace('.', '\\.')} is ready again`))
      await until(() => ![undefined, killed].includes(home.pids()[name]), 60_000)
      const { [name]: again, ...after } = home.pids()
      expect([after, again === killed]).toEqual([others, false])
    }
    await host.says(/^active \(reconciled\)/, 2)
    host.kill('SIGTERM')
    expect([await host.ended, host.row('state'), home.leftovers()]).toEqual([0, 'active', []])
  })

  it('has a gateway that stands still killed by the watchdog, and reconciled when it is back', async () => {
    const home = new Home()
    const host = await started(home)
    await host.says(TRADES)
    const { gateway = NaN } = home.pids()
    process.kill(gateway, 'SIGSTOP')
    await host.says(/^gateway is ready again/)
    await host.says(/^active \(reconciled\)/, 2)
    expect(host.stdout).not.toContain('gateway was silent')
    host.kill('SIGTERM')
    expect([await host.ended, host.row('state')]).toEqual([0, 'active'])
  })

  it('kills other workers that stand still itself', async () => {
    const home = new Home()
    const host = new StartedHost(home, ['--silence-ms', '1500'])
    await host.says(READY)
    await writtenDown(home)
    const { 'strategy.rule': stopped = NaN, ...others } = home.pids()
    process.kill(stopped, 'SIGSTOP')
    await host.says(/^strategy\.rule was silent for 7\.5 s and is killed/)
    await host.says(/^strategy\.rule is ready again/)
    await writtenDown(home)
    expect(home.pids()).toMatchObject(others)
    expect(lives(stopped)).toBe(false)
  })

  it('is adopted by a new main when the first one dies', async () => {
    const home = new Home()
    const first = await started(home)
    const before = home.pids()
    first.kill('SIGKILL')
    await first.ended
    const second = await started(home)
    await second.says(TRADES)
    expect([
      home.pids(),
      [...second.stdout.matchAll(/ of an earlier start goes on/g)].length,
    ]).toEqual([before, ALL.length])
    second.kill('SIGTERM')
    expect([await second.ended, home.leftovers()]).toEqual([0, []])
  })

  it('ends what an earlier main left that was told otherwise', async () => {
    const home = new Home()
    const first = await started(home)
    const before = new Set(Object.values(home.pids()))
    first.kill('SIGKILL')
    await first.ended
    const second = new StartedHost(home, ['--silence-ms', '5000'])
    await second.says(READY)
    await writtenDown(home)
    const after = Object.values(home.pids())
    expect([after.length, after.filter((pid) => before.has(pid))]).toEqual([ALL.length, []])
    expect([...before].filter(lives)).toEqual([])
  })

  it('works the same over ports with keys', async () => {
    const home = new Home()
    const host = await started(home, { GHTRADER_TEST_TCP: '1' })
    await host.says(TRADES)
    const sockets = home.leftovers().filter((name) => /\.(facts|commands|answers)$/.test(name))
    host.kill('SIGTERM')
    expect([sockets, await host.ended, home.leftovers()]).toEqual([[], 0, []])
  })

  it('replays to the very same summary as one process does, the hash included', async () => {
    const home = new Home()
    const recordings = join(home.path, 'recorded')
    mkdirSync(recordings)
    writeRecordings(recordings, 120)
    const args = [...PATIENT, '--replay', recordings, '--speed', 'max']
    const hosts = [new StartedHost(home, args), new StartedHost(home, [...args, '--one-process'])]
    const codes = await Promise.all(hosts.map(({ ended }) => ended))
    const summaries = hosts.map(({ stdout }) => /^replay of[^]*(?=^ {2}took)/m.exec(stdout)?.[0])
    expect([codes, summaries[0], home.leftovers()]).toEqual([[0, 0], summaries[1], []])
    expect(hosts[0]!.row('log')).toMatch(/^[1-9][\d,]* messages, sha256 [0-9a-f]{64}$/)
  })

  it('says in one line why a worker refuses to start, with code 2', async () => {
    const home = new Home()
    const host = new StartedHost(home, ['--replay', 'nowhere.csv'])
    expect([await host.ended, host.stderr]).toEqual([
      2,
      expect.stringMatching(
        /^ghtrader: .*nowhere\.csv: cannot be read .* \[recording\.unreadable\]\n$/,
      ),
    ])
    expect(home.leftovers()).toEqual([])
  })
})

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
