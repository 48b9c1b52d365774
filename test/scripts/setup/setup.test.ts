import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'

const PROGRAM = join(import.meta.dirname, '../../../scripts/setup.mjs')

/** A machine without a network and with an empty cache: nothing can be installed or fetched. */
function offline() {
  const programs = temporaryFolder()
  const cache = temporaryFolder()
  const calls = join(programs, 'calls')
  for (const name of ['apt-get', 'apt-cache', 'mvn']) {
    const script = `#!/bin/sh\necho ${name} >> ${calls}\necho '[ERROR] no network'\nexit 1\n`
    writeFileSync(join(programs, name), script, { mode: 0o755 })
  }
  const pip = `case "$*" in "-m pip --version") exit 0;; esac\necho pip >> ${calls}\n`
  const python = `#!/bin/sh\n${pip}echo 'ERROR: no network' >&2\nexit 1\n`
  writeFileSync(join(programs, 'python3'), python, { mode: 0o755 })
  return (environment: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    writeFileSync(calls, '')
    const PATH = `${programs}:${process.env['PATH'] ?? ''}`
    const { status, stdout } = spawnSync(process.execPath, [PROGRAM, ...args], {
      encoding: 'utf8',
      env: { PATH, HOME: cache, XDG_CACHE_HOME: cache, ...environment },
    })
    const line = stdout.split('\n').find((each) => /^(miss|FAIL|ok {2}) {2}QuestDB /.test(each))
    const tried = readFileSync(calls, 'utf8').includes('mvn')
    return { status, verdict: line?.slice(0, 4), tried, stdout }
  }
}

const IS_WINDOWS = process.platform === 'win32'
const WHY = IS_WINDOWS ? ' (SKIPPED: its stand-ins are shell scripts)' : ''

describe.skipIf(IS_WINDOWS)(`set-up${WHY}`, () => {
  it('does without what it cannot get, says so, and does not try again within an hour', () => {
    const setUp = offline()
    const runs = [setUp({}), setUp({}), setUp({}, '--again')]
    expect(runs.map(({ status, verdict, tried }) => ({ status, verdict, tried }))).toEqual([
      { status: 0, verdict: 'miss', tried: true },
      { status: 0, verdict: 'miss', tried: false },
      { status: 0, verdict: 'miss', tried: true },
    ])
    expect(runs[0]?.stdout).toContain('Maven did not fetch it: no network')
    const isMade = process.platform === 'linux' && process.arch === 'x64'
    expect(runs[0]?.stdout.includes('pip did not fetch it: no network')).toBe(isMade)
  })

  it('fails where nothing may be skipped, and tries every time', () => {
    const setUp = offline()
    const runs = [setUp({ CI: 'true' }), setUp({ CI: 'true' })]
    expect(runs.map(({ status, verdict, tried }) => ({ status, verdict, tried }))).toEqual([
      { status: 1, verdict: 'FAIL', tried: true },
      { status: 1, verdict: 'FAIL', tried: true },
    ])
  })

  it('refuses a flag that it does not know before it does anything', () => {
    const { status, stdout, tried } = offline()({}, '--agian')
    expect([status, stdout, tried]).toEqual([1, '', false])
  })
})
