import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Instance } from '../../../src/adapters/instance/index.ts'
import { openAccount, openRun } from '../../../src/adapters/instance/index.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const REQUEST = { profile: 'default', owners: ['rule', 'model'] }

function opened(data: string, owners = REQUEST.owners): Instance {
  const account = openAccount({ ...REQUEST, data, owners })
  if (!account.ok) throw new Error(account.error.message)
  return account.value
}

function names({ owners }: Instance): readonly string[] {
  return owners.map(({ id, name }) => `${id} ${name}`)
}

describe('an account', () => {
  it('is refused to a second opener, in words, until the first lets go', () => {
    const data = temporaryFolder()
    const first = opened(data)
    const second = openAccount({ ...REQUEST, data })
    first.release()
    const third = opened(data)
    third.release()
    expect([second, first.epoch, third.epoch]).toEqual([
      {
        ok: false,
        error: {
          code: 'instance.locked',
          message:
            `${data}/simulated/default is in use by process ${process.pid}: quit that one first, ` +
            'or trade another account with --profile NAME',
        },
      },
      1,
      2,
    ])
  })

  it('is taken over from a process that died, and from a number that another process has now', () => {
    const data = temporaryFolder()
    opened(data)
    const { pid } = spawnSync(process.execPath, ['--version'])
    const lock = join(data, 'simulated/default/lock')
    const stale = [
      JSON.stringify({ pid, born: '' }),
      JSON.stringify({ pid: process.pid, born: 'another boot 1' }),
      'no lock of ours',
    ]
    const epochs = stale.map((content) => {
      writeFileSync(lock, content)
      return opened(data).epoch
    })
    expect(epochs).toEqual([2, 3, 4])
  })

  it('leaves no lock behind', () => {
    const data = temporaryFolder()
    opened(data).release()
    expect(readdirSync(join(data, 'simulated/default')).toSorted()).toEqual(['epoch', 'owners'])
  })

  it('keeps its installation, and each its own epoch', () => {
    const data = temporaryFolder()
    const first = opened(data)
    first.release()
    const again = opened(data)
    const other = openAccount({ ...REQUEST, data, profile: 'other' })
    expect([again.installation, other.ok && other.value.installation, again.epoch]).toEqual([
      first.installation,
      first.installation,
      2,
    ])
    expect(other.ok && other.value.epoch).toBe(1)
  })

  it('lets nobody else in', () => {
    const data = temporaryFolder()
    const { folder } = opened(data)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('keeps the numbers of owners whatever strategies trade later', () => {
    const data = temporaryFolder()
    const lives = [['rule', 'model'], ['model'], ['new', 'rule']].map((owners) => {
      const account = opened(data, owners)
      account.release()
      return names(account)
    })
    const known = ['0 hand', '1 rule', '2 model']
    expect(lives).toEqual([known, known, [...known, '3 new']])
  })

  it.each(['epoch', 'owners', '../../installation'])(
    'is refused when its file %s is not what it must be',
    (file) => {
      const data = temporaryFolder()
      const { folder, release } = opened(data)
      release()
      writeFileSync(join(folder, file), 'nonsense')
      const again = openAccount({ ...REQUEST, data })
      rmSync(join(folder, file))
      expect([again.ok, !again.ok && again.error.code, opened(data).epoch > 0]).toEqual([
        false,
        'instance.folder',
        true,
      ])
    },
  )

  it('is refused where its folder cannot be made', () => {
    const data = join(temporaryFolder(), 'file')
    writeFileSync(data, '')
    const account = openAccount({ ...REQUEST, data })
    expect(account).toMatchObject({ ok: false, error: { code: 'instance.folder' } })
  })
})

describe('a replay', () => {
  it('has a folder of its own, first epoch, and ids that are the same everywhere', () => {
    const data = temporaryFolder()
    const now = new Date('2026-01-02T03:04:05.006Z')
    const runs = [1, 2].map(() => openRun({ ...REQUEST, data }, now))
    expect(
      runs.map((run) => run.ok && [run.value.folder, run.value.epoch, run.value.installation]),
    ).toEqual([
      [join(data, 'replay/default/runs/2026-01-02T03-04-05-006Z'), 1, 0],
      [join(data, 'replay/default/runs/2026-01-02T03-04-05-006Z-1'), 1, 0],
    ])
    expect(() => readFileSync(join(data, 'installation'))).toThrow('ENOENT')
  })
})
