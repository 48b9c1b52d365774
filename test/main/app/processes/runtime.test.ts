import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../../src/core/contracts/index.ts'
import type { Result } from '../../../../src/core/domain/index.ts'
import { ipcDoors } from '../../../../src/main/app/processes/doors.ts'
import { openPrivateFolder } from '../../../../src/main/app/processes/private-folder.ts'
import type { Runtime } from '../../../../src/main/app/processes/runtime.ts'
import { openRuntime } from '../../../../src/main/app/processes/runtime.ts'
import type { Identity, Machine } from '../../../../src/main/app/processes/runtime-place.ts'
import { runtimeBase, runtimeFolder } from '../../../../src/main/app/processes/runtime-place.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

const user = process.getuid?.()

function machine(overrides: Partial<Machine> = {}): Machine {
  return { platform: 'linux', environment: {}, temporary: temporaryFolder(), user, ...overrides }
}

const IDENTITY: Identity = { data: '/d', mode: 'simulated', profile: 'default', runId: '' }

function words(result: Result<unknown, Failure>, folder: string): string {
  if (result.ok) return 'was taken'
  return `${result.error.message.replaceAll(folder, '~')} [${result.error.code}]`
}

describe('the place of the sockets', () => {
  it("is the system's folder for them where that is this user's own, else a temporary one", () => {
    const own = temporaryFolder()
    const temporary = temporaryFolder()
    const environment = { XDG_RUNTIME_DIR: own }
    expect([
      runtimeBase(machine({ environment })),
      runtimeBase(machine({ environment, temporary, user: (user ?? 0) + 1 })),
      runtimeBase(machine({ environment: { XDG_RUNTIME_DIR: '/nowhere' }, temporary })),
      runtimeBase(machine({ temporary, user: 7 })),
      runtimeBase(machine({ platform: 'darwin', temporary, user: 501 })),
      runtimeBase(machine({ platform: 'win32', environment, temporary, user: undefined })),
    ]).toEqual([
      join(own, 'ghtrader'),
      join(temporary, `ghtrader-${(user ?? 0) + 1}`),
      join(temporary, `ghtrader-${user}`),
      join(temporary, 'ghtrader-7'),
      join('/tmp', 'ghtrader-501'),
      join(temporary, 'ghtrader'),
    ])
  })

  it('is another one for each account and each run', () => {
    const identities: readonly Identity[] = [
      IDENTITY,
      { ...IDENTITY, data: '/e' },
      { ...IDENTITY, profile: 'other' },
      { ...IDENTITY, mode: 'replay', runId: 'a' },
      { ...IDENTITY, mode: 'replay', runId: 'b' },
    ]
    const folders = identities.map((identity) => runtimeFolder('/r', identity))
    expect([
      new Set(folders).size,
      folders.every((each) => /^\/r\/[0-9a-f]{10}$/.test(each)),
    ]).toEqual([5, true])
  })
})

describe('the runtime folder', () => {
  it('is made for this user alone, and cleared of sockets at the end', () => {
    const around = machine()
    const opened = openRuntime('', IDENTITY, around)
    if (!opened.ok) throw new Error(opened.error.message)
    const { folder, clear } = opened.value
    const modes = [folder, join(folder, '..')].map((path) => statSync(path).mode & 0o777)
    writeFileSync(join(folder, 'gateway.facts'), '')
    clear()
    expect([modes, readdirSync(folder)]).toEqual([[0o700, 0o700], []])
  })

  it('goes with its run', () => {
    const around = machine()
    const opened = openRuntime('', { ...IDENTITY, mode: 'replay', runId: 'r' }, around)
    if (!opened.ok) throw new Error(opened.error.message)
    opened.value.clear()
    expect(existsSync(opened.value.folder)).toBe(false)
  })

  it('is held by one main: the second is told who has it, and may have it afterwards', () => {
    const around = machine()
    const first = openRuntime('', IDENTITY, around) as {
      readonly ok: true
      readonly value: Runtime
    }
    const second = openRuntime('', IDENTITY, around)
    first.value.release()
    const third = openRuntime('', IDENTITY, around)
    expect([words(second, '\0'), third.ok]).toEqual([
      `simulated of the profile default is run by process ${process.pid}: quit that one first, or ` +
        'trade another account with --profile NAME [instance.locked]',
      true,
    ])
  })

  it('is taken over from a main that died', async () => {
    const around = machine()
    const folder = runtimeFolder(runtimeBase(around), IDENTITY)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(join(folder, '..'), 0o700)
    const dead = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => dead.once('exit', resolve))
    writeFileSync(join(folder, 'main.lock'), JSON.stringify({ pid: dead.pid, born: 'x 1' }))
    expect(openRuntime('', IDENTITY, around).ok).toBe(true)
  })

  it.each<[string, (path: string) => void, string]>([
    [
      'a link',
      (path) => symlinkSync(temporaryFolder(), path),
      '~/own is a link: choose another place for sockets with --runtime DIR [instance.folder]',
    ],
    [
      'a file',
      (path) => writeFileSync(path, ''),
      '~/own is no folder: choose another place for sockets with --runtime DIR [instance.folder]',
    ],
    [
      'a folder that others can enter',
      (path) => {
        mkdirSync(path)
        chmodSync(path, 0o750)
      },
      '~/own lets other users in: chmod 700 ~/own, or choose another place for sockets with --runtime DIR [instance.folder]',
    ],
  ])('refuses %s', (_, make, message) => {
    const folder = temporaryFolder()
    make(join(folder, 'own'))
    expect(words(openPrivateFolder(join(folder, 'own'), user), folder)).toBe(message)
  })

  it("refuses another user's folder", () => {
    const folder = temporaryFolder()
    expect(words(openPrivateFolder(folder, 12_345), folder)).toBe(
      `~ belongs to user ${user}: choose another place for sockets with --runtime DIR [instance.folder]`,
    )
  })

  it('is made inside a place that a person names, unless others can write there', () => {
    const named = join(temporaryFolder(), 'named')
    const taken = openRuntime(named, IDENTITY, machine())
    chmodSync(named, 0o777)
    const refused = openRuntime(named, { ...IDENTITY, profile: 'other' }, machine())
    chmodSync(named, 0o1777)
    const sticky = openRuntime(named, { ...IDENTITY, profile: 'third' }, machine())
    expect([taken.ok, words(refused, named), sticky.ok]).toEqual([
      true,
      '~ can be written by other users: choose another place for sockets with --runtime DIR [instance.folder]',
      true,
    ])
  })

  it('says where it cannot be made', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(words(openRuntime(join(folder, 'file/inside'), IDENTITY, machine()), folder)).toMatch(
      /^~\/file\/inside cannot be used \(ENOTDIR.*\): choose another place .* --runtime DIR \[instance.folder\]$/,
    )
  })
})

describe('doors', () => {
  it('are sockets named after their workers, history with a third one', () => {
    expect(ipcDoors('/r/1', ['gateway', 'history'])).toEqual({
      ok: true,
      value: {
        keys: undefined,
        doors: new Map([
          [
            'gateway',
            { publish: 'ipc:///r/1/gateway.facts', collect: 'ipc:///r/1/gateway.commands' },
          ],
          [
            'history',
            {
              publish: 'ipc:///r/1/history.facts',
              collect: 'ipc:///r/1/history.commands',
              answer: 'ipc:///r/1/history.answers',
            },
          ],
        ]),
      },
    })
  })

  it('are refused where a path is too long for a socket', () => {
    const folder = `/${'long/'.repeat(15)}`
    expect(words(ipcDoors(folder, ['gateway']), folder)).toBe(
      'the ipc path ~gateway.commands has 92 bytes, and at most 89 fit: choose a runtime folder ' +
        'with a shorter name; name a place for sockets with a short path: --runtime DIR [instance.folder]',
    )
  })
})
