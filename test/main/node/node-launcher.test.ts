import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ownMark } from '../../../src/adapters/instance/process-mark.ts'
import type { WorkerSpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Launched, Launcher } from '../../../src/core/ports/index.ts'
import { createNodeLauncher } from '../../../src/main/node/node-launcher.ts'
import { specFixture } from '../../adapters/process/spec-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'

interface Bench {
  readonly folder: string
  readonly launcher: Launcher
  readonly spec: WorkerSpec
}

/** A launcher whose gateway is this program. */
function bench(program: string, secrets: Readonly<Record<string, string>> = {}): Bench {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'gateway.js'), program)
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const launcher = createNodeLauncher({
    bundles: folder,
    environment: { PATH: '/bin', GHTRADER_REDIS: 'redis://u:hunter2@h', NODE_OPTIONS: '--nothing' },
    secrets,
    variablesOf: () => Object.keys(secrets),
    logPath: ({ name }) => join(folder, 'logs', `${name}.log`),
  })
  return { folder, launcher, spec: { ...specFixture('gateway'), folder } }
}

/** Starts it, and makes sure that it does not outlive the test. */
function launch({ launcher, spec }: Bench): Launched {
  const launched = launcher.launch(spec)
  onTestFinished(() => launched.kill('kill'))
  return launched
}

const STAYS = 'setInterval(() => undefined, 1000); process.stderr.write("here\\n")'

describe('a worker under plain Node', () => {
  it('is told its spec as its one argument, and knows only what its spec names', async () => {
    const own = bench(
      `import { writeFileSync } from 'node:fs'
       const spec = JSON.parse(process.argv[2])
       writeFileSync(spec.folder + '/seen', JSON.stringify([process.argv.length, spec.name, process.env]))`,
      { GHTRADER_QUESTDB_1: 'http::addr=h;' },
    )
    const exit = await launch(own).exited
    expect([exit, JSON.parse(readFileSync(join(own.folder, 'seen'), 'utf8'))]).toEqual([
      { code: 0, signal: null },
      [3, 'gateway', { PATH: '/bin', GHTRADER_QUESTDB_1: 'http::addr=h;' }],
    ])
  })

  it('tells its exit code, and leaves its last lines in a log of this user alone', async () => {
    const own = bench('process.stderr.write("one\\ntwo\\nthree\\n"); process.exitCode = 2')
    const exit = await launch(own).exited
    const path = join(own.folder, 'logs/gateway.log')
    expect([exit, own.launcher.lastLines(own.spec, 2), statSync(path).mode & 0o777]).toEqual([
      { code: 2, signal: null },
      ['two', 'three'],
      0o600,
    ])
  })

  it('keeps the logs of three lives', async () => {
    const own = bench('process.stderr.write(String(process.pid))')
    const pids: number[] = []
    for (let life = 0; life < 4; life++) {
      const process = launch(own)
      await process.exited
      pids.push(process.pid)
    }
    const kept = ['', '.1', '.2', '.3'].map((ending) => {
      const path = join(own.folder, `logs/gateway.log${ending}`)
      return existsSync(path) ? Number(readFileSync(path, 'utf8')) : undefined
    })
    expect(kept).toEqual([pids[3], pids[2], pids[1], undefined])
  })

  it('runs without a log where the disk takes none', async () => {
    const own = bench('process.stderr.write("lost"); process.exitCode = 3')
    writeFileSync(join(own.folder, 'logs'), 'no folder')
    expect([await launch(own).exited, own.launcher.lastLines(own.spec, 3)]).toEqual([
      { code: 3, signal: null },
      [],
    ])
  })

  it.each([
    ['end', 'SIGTERM'],
    ['kill', 'SIGKILL'],
  ] as const)('hears %s as %s', async (signal, name) => {
    const own = bench(STAYS)
    const process = launch(own)
    await until(() => own.launcher.lastLines(own.spec, 1).length > 0)
    process.kill(signal)
    expect(await process.exited).toEqual({ code: null, signal: name })
    process.kill(signal)
  })

  it('is taken over by another launcher, which sees its end', async () => {
    const plain = bench(STAYS)
    const first = launch(plain)
    await until(() => plain.launcher.lastLines(plain.spec, 1).length > 0)
    const adopted = bench(STAYS).launcher.adopt({ pid: first.pid, born: '' })
    adopted.kill('kill')
    expect([adopted.pid, await adopted.exited, await first.exited]).toEqual([
      first.pid,
      { code: null, signal: null },
      { code: null, signal: 'SIGKILL' },
    ])
  })

  it('is not mistaken for another process that has its number', async () => {
    const { pid, born } = ownMark()
    const adopted = bench(STAYS).launcher.adopt({ pid, born: `${born}0` })
    adopted.kill('kill')
    expect(await adopted.exited).toEqual({ code: null, signal: null })
  })

  it('ends with code 1 where it has no bundle', async () => {
    const own = bench(STAYS)
    const { exited } = launch({ ...own, spec: { ...own.spec, worker: 'history' } as WorkerSpec })
    expect((await exited).code).toBe(1)
  })
})
