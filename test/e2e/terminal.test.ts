import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const program = join(project, 'out/main/headless.js')
const data = mkdtempSync(join(tmpdir(), 'ghtrader-e2e-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** A start without this machine's own settings. */
const environment = { PATH: process.env['PATH'], XDG_CONFIG_HOME: data, GHTRADER_DATA: data }

/** Trades in one process; the workers have tests of their own. */
function run(...args: readonly string[]) {
  const all = [program, '--one-process', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    encoding: 'utf8',
    env: environment,
  })
  return { status, stdout, stderr }
}

function rowOf(stdout: string, name: string): string | undefined {
  return new RegExp(`^ {2}${name} +(.*)$`, 'm').exec(stdout)?.[1]
}

beforeAll(() => {
  if (existsSync(program)) return
  const tool = join(project, 'node_modules/electron-vite/bin/electron-vite.js')
  spawnSync(process.execPath, [tool, 'build'], { cwd: project })
})

describe('the built program in one process', () => {
  it('trades the built-in market, and goes on with it at the next start', () => {
    const first = run('--seconds', '2')
    const second = run('--seconds', '1', '--terminal')
    expect(
      [first, second].map(({ status, stderr, stdout }) => ({
        status,
        stderr,
        state: rowOf(stdout, 'state'),
      })),
    ).toEqual([
      { status: 0, stderr: '', state: 'active' },
      { status: 0, stderr: '', state: 'active' },
    ])
    expect(second.stdout).toContain(
      `: ${rowOf(first.stdout, 'position')}, balance ${rowOf(first.stdout, 'balance')}\n`,
    )
    expect(first.stdout + second.stdout).not.toContain('\x1b')
  })

  it('refuses a second start in the same account, and quits in good order on a signal', async () => {
    const first = spawn(process.execPath, [program, '--one-process'], { env: environment })
    let stdout = ''
    await new Promise<void>((resolve) => {
      first.stdout.on('data', (bytes: Buffer) => {
        stdout += bytes.toString()
        if (stdout.includes('ticks')) resolve()
      })
    })
    const second = run()
    const ended = new Promise((resolve) => first.once('exit', resolve))
    first.kill('SIGTERM')
    expect([second.status, await ended, rowOf(stdout, 'state')]).toEqual([2, 0, 'active'])
    expect(second.stderr).toBe(
      `ghtrader: ${data}/simulated/default is in use by process ${first.pid}: quit that one first, ` +
        'or trade another account with --profile NAME [instance.locked]\n',
    )
  })

  it.each([
    [
      ['--replay', 'nowhere.csv'],
      `ghtrader: ${resolve('nowhere.csv')}: cannot be read (ENOENT: no such file or directory, stat '${resolve('nowhere.csv')}'). Check the path and the rights to it. [recording.unreadable]\n`,
    ],
    [
      ['--spedd', '10'],
      'ghtrader: there is no flag --spedd; did you mean --speed or --seed? --help lists them all [config.flag]\n',
    ],
  ])('says what is wrong with %j in one line, with code 2', (args, stderr) => {
    expect(run(...args)).toEqual({ status: 2, stdout: '', stderr })
  })

  it('prints help and version', () => {
    const [help, version] = [run('--help'), run('--version')]
    expect([help.status, help.stdout.includes('--replay'), version.stdout]).toEqual([
      0,
      true,
      expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    ])
  })
})
