import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clockVerdict } from '../../../scripts/doctor/clock.mjs'
import type { Row } from '../../../scripts/doctor/row.mjs'
import { temporaryFolder } from '../../temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** Runs the doctor of a project folder, with a home of the test's own. */
function doctor(root: string, ...args: readonly string[]) {
  const home = temporaryFolder()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/doctor/index.mjs'), ...args],
    {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home, XDG_RUNTIME_DIR: home },
    },
  )
  return { status, stdout, stderr }
}

function report(text: string): { readonly ok: boolean; readonly rows: readonly Row[] } {
  return JSON.parse(text) as { ok: boolean; rows: readonly Row[] }
}

describe('the doctor', () => {
  it('finds a project well whose packages are installed', () => {
    const { status, stdout } = doctor(ROOT, '--json')
    const { ok, rows } = report(stdout)
    const needed = ['Node', 'Packages', 'ZeroMQ', 'DuckDB', 'ONNX runtime', 'Runtime folder']
    const verdicts = needed.map((name) => rows.find((row) => row.name === name)?.verdict)
    expect([status, ok, verdicts]).toEqual([0, true, needed.map(() => 'ok')])
  })

  it('works in a clone before npm ci, and says to run it', () => {
    const clone = temporaryFolder()
    cpSync(join(ROOT, 'scripts'), join(clone, 'scripts'), { recursive: true })
    cpSync(join(ROOT, 'package.json'), join(clone, 'package.json'))
    const { status, stdout } = doctor(clone, '--json')
    const wrong = report(stdout).rows.filter(({ verdict }) => verdict === 'FAIL')
    expect([status, wrong.map(({ name, found, mend }) => `${name}: ${found}; ${mend}`)]).toEqual([
      1,
      [
        'Packages: not installed; run: npm ci',
        'ZeroMQ: not installed; run: npm ci',
        'DuckDB: not installed; run: npm ci',
        'ONNX runtime: not installed; run: npm ci',
      ],
    ])
  })

  it('prints a line for each thing, each with a verdict, and how to mend what is not well', () => {
    const { stdout } = doctor(ROOT, '--redis', 'redis://:canary@127.0.0.1:1', '--web-port', '70000')
    const lines = stdout.trim().split('\n')
    expect(lines.filter((line) => !/^(ok {4}|(note|miss|FAIL) {2})\S/.test(line))).toEqual([])
    expect(lines.filter((line) => /^(miss|FAIL)/.test(line) && !line.includes('; '))).toEqual([])
    expect([stdout.includes('canary'), /FAIL .*is no port/.test(stdout)]).toEqual([false, true])
  })

  it('refuses flags that it does not know, and says which there are', () => {
    const { status, stderr } = doctor(ROOT, '--nonsense')
    expect([status, stderr.includes("'--nonsense'"), stderr.includes('--questdb-pg')]).toEqual([
      2,
      true,
      true,
    ])
  })
})

describe('the clock', () => {
  const NOON = Date.UTC(2026, 5, 1, 12)

  it('is well when it runs evenly', () => {
    expect(clockVerdict(NOON, 1, 'Asia/Shanghai')).toEqual({
      name: 'Clock',
      verdict: 'ok',
      found:
        '2026-06-01T12:00:00.000Z, zone Asia/Shanghai; times are kept in UTC and shown in UTC+8',
    })
  })

  it('is not when it lies in the past or jumps', () => {
    expect([clockVerdict(0, 0, 'UTC'), clockVerdict(NOON, -500, 'UTC')]).toEqual([
      {
        name: 'Clock',
        verdict: 'note',
        found: '1970-01-01T00:00:00.000Z, zone UTC; that is in the past',
        mend: 'set the clock, and keep it set with NTP',
      },
      {
        name: 'Clock',
        verdict: 'note',
        found: '2026-06-01T12:00:00.000Z, zone UTC; it jumped by -500 ms as it was looked at',
        mend: 'let NTP slew the clock instead of stepping it',
      },
    ])
  })
})
