import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findElectron } from '../../../scripts/setup/electron.mjs'
import { findJava, javaVersion } from '../../../scripts/setup/java.mjs'
import { findNativeModule, reasonOf } from '../../../scripts/setup/native-modules.mjs'
import { findNode } from '../../../scripts/setup/node-version.mjs'
import { findPackages } from '../../../scripts/setup/packages.mjs'
import { findProgram, programPlaces } from '../../../scripts/setup/program.mjs'
import { fetchQuestdb, findQuestdb, mavenReason } from '../../../scripts/setup/questdb.mjs'
import { findRedis } from '../../../scripts/setup/redis.mjs'
import { temporaryFolder } from '../../temporary-folder.ts'
import { fakeMachine } from './surroundings.ts'

/** A folder with programs that do nothing, for a PATH. */
function folderOf(...names: readonly string[]): string {
  const folder = temporaryFolder()
  for (const name of names) writeFileSync(join(folder, name), '', { mode: 0o755 })
  return folder
}

/** A project folder with these packages installed. */
function projectOf(wanted: object, installed: Readonly<Record<string, string>>): string {
  const root = temporaryFolder()
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: wanted }))
  for (const [name, version] of Object.entries(installed)) {
    const folder = join(root, 'node_modules', name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }))
  }
  return root
}

describe('the finder of a program', () => {
  it('looks where the shell looks, and then in places that a PATH often lacks', () => {
    const environment = { PATH: '/first:/second::/first' }
    expect(programPlaces('redis-server', { platform: 'linux', environment })).toEqual([
      '/first/redis-server',
      '/second/redis-server',
      '/usr/local/bin/redis-server',
      '/usr/bin/redis-server',
      '/usr/sbin/redis-server',
      '/opt/homebrew/bin/redis-server',
    ])
  })

  it('tries the endings of Windows', () => {
    const environment = { Path: 'C:\\a;D:\\b', PATHEXT: '.EXE;.CMD' }
    expect(programPlaces('mvn', { platform: 'win32', environment })).toEqual([
      'C:\\a\\mvn.EXE',
      'C:\\a\\mvn.CMD',
      'D:\\b\\mvn.EXE',
      'D:\\b\\mvn.CMD',
    ])
  })

  it('passes over folders and files that cannot be run', () => {
    const plain = temporaryFolder()
    writeFileSync(join(plain, 'tool-of-a-test'), '', { mode: 0o644 })
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'tool-of-a-test'))
    const real = folderOf('tool-of-a-test')
    const environment = { PATH: [plain, folder, real].join(':') }
    expect(findProgram(['tool-of-a-test'], { platform: 'linux', environment })).toBe(
      join(real, 'tool-of-a-test'),
    )
  })
})

describe('the finder of Node', () => {
  it('takes 20.19 and what is later', () => {
    const versions = ['18.20.0', '20.18.3', '20.19.0', '22.1.0']
    expect(versions.map((version) => findNode(version).there)).toEqual([false, false, true, true])
  })
})

describe('the finder of Redis', () => {
  it('asks the program for its version', () => {
    const path = join(folderOf('redis-server'), 'redis-server')
    const said = { out: 'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64\n' }
    const machine = fakeMachine({ [path]: said }, { environment: { PATH: join(path, '..') } })
    expect(findRedis(machine)).toEqual({ there: true, found: `7.0.15, ${path}`, path })
  })

  it('says how to mend a program that does not run', () => {
    const folder = folderOf('redis-server')
    const finding = findRedis(fakeMachine({}, { environment: { PATH: folder } }))
    expect([finding.there, finding.found, finding.mend]).toEqual([
      false,
      `${join(folder, 'redis-server')} does not run`,
      'as root: apt-get install --no-install-recommends redis-server, or your system’s package',
    ])
  })
})

describe('the finder of Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', { text: '17.0.15', major: 17 }],
    ['java version "1.8.0_292"', { text: '1.8.0_292', major: 8 }],
    ['openjdk version "21" 2023-09-19', { text: '21', major: 21 }],
    ['Error: no runtime present', undefined],
  ])('reads %s', (said, version) => {
    expect(javaVersion(said)).toEqual(version)
  })

  it('passes over an old one of JAVA_HOME', () => {
    const home = temporaryFolder()
    mkdirSync(join(home, 'bin'))
    writeFileSync(join(home, 'bin/java'), '', { mode: 0o755 })
    const path = join(folderOf('java'), 'java')
    const environment = { JAVA_HOME: home, PATH: join(path, '..') }
    const old = { [join(home, 'bin/java')]: { error: 'java version "1.8.0_292"' } }
    const recent = { [path]: { error: 'openjdk version "21.0.2" 2024-01-16' } }
    expect(findJava(fakeMachine({ ...old, ...recent }, { environment }))).toEqual({
      there: true,
      found: `21.0.2, ${path}`,
      path,
    })
  })

  it('names one that is too old', () => {
    const path = join(folderOf('java'), 'java')
    const machine = fakeMachine(
      { [path]: { error: 'openjdk version "11.0.2"' } },
      { environment: { PATH: join(path, '..') } },
    )
    expect(findJava(machine)).toEqual({
      there: false,
      found: `11.0.2 is too old, ${path}`,
      mend: 'install Java 17 or later, headless; on Debian openjdk-17-jre-headless',
    })
  })
})

describe('the finder of QuestDB', () => {
  it('refuses an archive with another checksum', () => {
    const cache = temporaryFolder()
    mkdirSync(join(cache, 'ghtrader'))
    const path = join(cache, 'ghtrader/questdb-9.3.4.jar')
    writeFileSync(path, 'something else')
    expect(findQuestdb(fakeMachine({}, { environment: { XDG_CACHE_HOME: cache } }))).toEqual({
      there: false,
      found: `${path} is not the archive of 9.3.4`,
      mend: 'delete it, then run: npm run setup',
    })
  })

  it('keeps nothing of what Maven could not fetch', () => {
    const cache = temporaryFolder()
    const said = { ok: false, out: '[ERROR] Unknown host\n[ERROR] more\n' }
    const machine = fakeMachine({ mvn: said }, { environment: { XDG_CACHE_HOME: cache } })
    expect(fetchQuestdb('mvn', machine)).toBe('Maven did not fetch it: Unknown host')
    expect(findQuestdb(machine).found).toBe('absent')
  })

  it('tells the first error of Maven alone', () => {
    expect([mavenReason(''), mavenReason('x\n[ERROR] one\n[ERROR] two')]).toEqual([
      'no reason told',
      'one',
    ])
  })
})

describe('the finder of packages', () => {
  it('says that nothing is installed', () => {
    const root = projectOf({ ws: '8.23.0' }, {})
    expect(findPackages(root)).toEqual({
      there: false,
      found: 'not installed',
      mend: 'run: npm ci',
    })
  })

  it('names what is missing and what is another version', () => {
    const root = projectOf(
      { pg: '8.23.1', ws: '8.23.0', ok: '1.0.0' },
      { ws: '8.1.0', ok: '1.0.0' },
    )
    expect(findPackages(root).found).toBe('missing or outdated: pg, ws 8.1.0 instead of 8.23.0')
  })

  it('is content with the pinned versions', () => {
    const root = projectOf({ '@types/ws': '8.18.2' }, { '@types/ws': '8.18.2' })
    expect(findPackages(root)).toEqual({ there: true, found: '1 as package.json wants them' })
  })
})

describe('the finder of native modules', () => {
  it('loads them for real', () => {
    const root = projectOf({}, { broken: '1.0.0' })
    const run = fakeMachine({
      [process.execPath]: {
        ok: false,
        error: 'node:internal\n  throw e\nError: libfoo.so: cannot open shared object file\n  at x',
      },
    }).run
    expect(findNativeModule(root, 'broken', run)).toEqual({
      there: false,
      found: '1.0.0 does not load: Error: libfoo.so: cannot open shared object file',
      mend: 'run: npm ci on this machine',
    })
  })

  it('finds the line that tells the reason', () => {
    expect([reasonOf('TypeError [X]: y'), reasonOf('\nkilled'), reasonOf('')]).toEqual([
      'TypeError [X]: y',
      'killed',
      'no reason told',
    ])
  })
})

describe('the finder of Electron', () => {
  it('wants the program, not the package alone', () => {
    const root = projectOf({}, { electron: '45.4.1' })
    const before = findElectron(root, {})
    const dist = join(root, 'node_modules/electron/dist')
    mkdirSync(dist)
    symlinkSync(process.execPath, join(dist, 'electron'))
    expect([before.there, findElectron(root, {})]).toEqual([
      false,
      { there: true, found: `45.4.1, ${join(dist, 'electron')}`, path: join(dist, 'electron') },
    ])
  })
})
