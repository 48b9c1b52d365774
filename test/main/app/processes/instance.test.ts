import {
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildVersion } from '../../../../src/main/app/processes/build-version.ts'
import { openInstance } from '../../../../src/main/app/processes/instance.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { settingsFixture } from '../one-process/run-fixture.ts'

function open(data: string, replay: readonly string[] = []) {
  const home = temporaryFolder()
  return openInstance({
    settings: settingsFixture({ data, replay, runtime: join(home, 'run') }),
    machine: { platform: 'linux', environment: {}, temporary: home, user: process.getuid?.() },
    version: '1',
    resources: '/resources',
    today: () => new Date('2026-01-05T02:00:00.000Z'),
  })
}

describe('an instance', () => {
  it('is the account of a profile, whose folder is made for this user alone', () => {
    const data = join(temporaryFolder(), 'data')
    const opened = open(data)
    if (!opened.ok) throw new Error(opened.error.message)
    const { mode, folder, runId } = opened.value.grounds
    expect({ mode, folder, runId, rights: statSync(folder).mode & 0o777 }).toEqual({
      mode: 'simulated',
      folder: join(data, 'simulated/default'),
      runId: '',
      rights: 0o700,
    })
  })

  it('is one run of a replay, with a folder and sockets of its own', () => {
    const data = temporaryFolder()
    const runs = [open(data, ['/a.csv']), open(data, ['/a.csv'])].map((opened) => {
      if (!opened.ok) throw new Error(opened.error.message)
      return opened.value.grounds
    })
    expect([
      runs.map(({ mode, runId, folder }) => [mode, runId === basename(folder)]),
      new Set(runs.map(({ folder }) => folder)).size,
      new Set(runs.map(({ runtime }) => basename(runtime))).size,
      readdirSync(join(data, 'replay/default/runs')).length,
    ]).toEqual([
      [
        ['replay', true],
        ['replay', true],
      ],
      2,
      2,
      2,
    ])
  })

  it('is the same by whichever name its data folder goes', () => {
    const data = temporaryFolder()
    const link = join(temporaryFolder(), 'link')
    symlinkSync(data, link)
    const names = [open(data), open(link)].map((opened) =>
      opened.ok ? basename(opened.value.grounds.runtime) : opened.error.message,
    )
    expect(names[0]).toBe(names[1])
  })

  it('leaves no folder of a run that cannot begin', () => {
    const data = temporaryFolder()
    const home = temporaryFolder()
    writeFileSync(join(home, 'file'), '')
    const opened = openInstance({
      settings: settingsFixture({ data, replay: ['/a.csv'], runtime: join(home, 'file/in') }),
      machine: { platform: 'linux', environment: {}, temporary: home, user: process.getuid?.() },
      version: '1',
      resources: '/resources',
      today: () => new Date('2026-01-05T02:00:00.000Z'),
    })
    expect([opened.ok, readdirSync(join(data, 'replay/default/runs'))]).toEqual([false, []])
  })

  it('is refused where its folder cannot be made', () => {
    const data = join(temporaryFolder(), 'file')
    writeFileSync(data, '')
    expect(open(data)).toMatchObject({ ok: false, error: { code: 'instance.folder' } })
    expect(existsSync(join(data, 'simulated'))).toBe(false)
  })
})

describe('the version that workers are adopted by', () => {
  it('is another one for each build', () => {
    const folder = temporaryFolder()
    const bundle = join(folder, 'gateway.js')
    writeFileSync(bundle, '')
    utimesSync(bundle, 1000, 1000)
    const first = buildVersion('0.1.0', folder)
    utimesSync(bundle, 2000, 2000)
    const second = buildVersion('0.1.0', folder)
    expect([first, second === first, buildVersion('0.1.0', join(folder, 'none'))]).toEqual([
      `0.1.0+${(1_000_000).toString(36)}`,
      false,
      '0.1.0',
    ])
    mkdirSync(join(folder, 'empty'))
    expect(buildVersion('0.1.0', join(folder, 'empty'))).toBe('0.1.0')
  })
})
