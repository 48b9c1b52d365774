import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataRow, runtimeRow, spaceVerdict } from '../../../scripts/doctor/places.mjs'
import { longestStrategyId, runtimeBase } from '../../../scripts/setup/runtime-place.mjs'
import { endpointFailure } from '../../../src/adapters/bus/index.ts'
import { ipcDoors } from '../../../src/main/app/processes/doors.ts'
import * as workstation from '../../../src/main/app/processes/runtime-place.ts'
import { strategyName } from '../../../src/main/app/processes/specs.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const USER = process.getuid?.()
const IDENTITY = { data: '/d', mode: 'simulated', profile: 'default', runId: '' } as const

function machine(temporary: string, environment: Readonly<Record<string, string>> = {}) {
  return { platform: 'linux' as const, environment, temporary, user: USER }
}

describe('the runtime folder', () => {
  it('is looked for where the workstation makes it', () => {
    const own = temporaryFolder()
    const machines = [
      machine('/t'),
      machine('/t', { XDG_RUNTIME_DIR: own }),
      machine('/t', { XDG_RUNTIME_DIR: 'relative' }),
      machine('/t', { XDG_RUNTIME_DIR: join(own, 'absent') }),
      { ...machine('/t'), platform: 'darwin' as const },
      { ...machine('/t'), user: undefined },
    ]
    expect(machines.map(runtimeBase)).toEqual(machines.map(workstation.runtimeBase))
  })

  it('leaves as much room for the id of a strategy as the doctor says', () => {
    const base = '/a-base'
    const folder = workstation.runtimeFolder(base, IDENTITY)
    const longest = longestStrategyId(base)
    const fits = (length: number) => ipcDoors(folder, [strategyName('x'.repeat(length))]).ok
    expect([fits(longest), fits(longest + 1)]).toEqual([true, false])
  })

  it('is well when it is this user’s alone, or not made yet', () => {
    const temporary = temporaryFolder()
    const base = join(temporary, `ghtrader-${USER}`)
    const before = runtimeRow('', machine(temporary))
    mkdirSync(base, { mode: 0o700 })
    const verdicts = [before, runtimeRow('', machine(temporary))]
    // Where temporary files have a long path, the room for ids is told as well.
    const found = verdicts.map((row) => row.found.replace(base, 'it').replace(/; ids .*$/, ''))
    expect([found, verdicts.some(({ verdict }) => verdict === 'FAIL')]).toEqual([
      ['it, made at the first start', 'it'],
      false,
    ])
  })

  it('is refused when others can enter it, when it is a link, and when its path is too long', () => {
    const temporary = temporaryFolder()
    const base = join(temporary, `ghtrader-${USER}`)
    mkdirSync(base)
    chmodSync(base, 0o755)
    const open = runtimeRow('', machine(temporary))
    const other = temporaryFolder()
    symlinkSync(base, join(other, `ghtrader-${USER}`))
    const rows = [
      open,
      runtimeRow('', machine(other)),
      runtimeRow(`/${'x'.repeat(60)}`, machine('/t')),
    ]
    expect(
      rows.map(({ verdict, found }) => [verdict, found.split(' ').slice(1).join(' ')]),
    ).toEqual([
      ['FAIL', `lets other users in; chmod 700 ${base}`],
      ['FAIL', 'is a link'],
      ['FAIL', 'is too long for sockets'],
    ])
  })

  it('has to be closed to other users’ changes when a person named it', () => {
    const base = temporaryFolder()
    chmodSync(base, 0o777)
    const open = runtimeRow(base, machine('/t'))
    chmodSync(base, 0o1777)
    expect([open.found, runtimeRow(base, machine('/t')).verdict]).toEqual([
      `${base} can be written by other users`,
      'ok',
    ])
  })

  it('may be shorter than the longest name, which is told', () => {
    const room = 12
    const base = `/${'x'.repeat(longestStrategyId('/') - room)}`
    expect([endpointFailure(`ipc://${base}`), runtimeRow(base, machine('/t')).found]).toEqual([
      undefined,
      `${base}, made at the first start; ids of strategies may have ${room} characters`,
    ])
  })
})

describe('the data folder', () => {
  it('is refused when it cannot be made', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    const path = join(folder, 'file/data')
    expect([dataRow(path), dataRow(join(folder, 'new/data'))]).toEqual([
      {
        name: 'Data folder',
        verdict: 'FAIL',
        found: `${path} cannot be: ${join(folder, 'file')} is no folder`,
        mend: 'choose another with --data DIR',
      },
      {
        name: 'Data folder',
        verdict: 'ok',
        found: `${join(folder, 'new/data')}, made at the first start`,
      },
    ])
  })

  it('wants room on its disk', () => {
    expect([50e9, 2e9, 50e6].map((free) => spaceVerdict(free).verdict)).toEqual([
      'ok',
      'note',
      'FAIL',
    ])
  })
})
