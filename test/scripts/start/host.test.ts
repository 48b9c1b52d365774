import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseHost, lineOf, whyNoElectron } from '../../../scripts/start/host.mjs'
import { onlyPrints, wishesOf } from '../../../scripts/start/wishes.mjs'
import type { Surroundings } from '../../../scripts/setup/surroundings.mjs'
import { temporaryFolder } from '../../temporary-folder.ts'
import { fakeMachine } from '../setup/surroundings.ts'

const NOTHING = { noElectron: false, oneProcess: false, noWeb: false }
const DESKTOP = { environment: { DISPLAY: ':0' }, user: 1000 }

/** Before a desktop of Linux, as an ordinary user whose programs may make a sandbox. */
function desktop(more: Partial<Surroundings> = {}) {
  return fakeMachine({ unshare: {} }, { ...DESKTOP, ...more })
}

function projectWith(program: boolean): string {
  const root = temporaryFolder()
  const folder = join(root, 'node_modules/electron')
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}')
  if (program) writeFileSync(join(folder, 'dist/electron'), '')
  return root
}

describe('Electron', () => {
  it('may be used by an ordinary user before a desktop', () => {
    const machines = [
      desktop(),
      desktop({ environment: { WAYLAND_DISPLAY: 'wayland-0' } }),
      desktop({ platform: 'darwin', environment: {} }),
      desktop({ platform: 'win32', environment: {}, user: undefined }),
    ]
    expect(machines.map((machine) => whyNoElectron(NOTHING, machine))).toEqual(
      machines.map(() => undefined),
    )
  })

  it('is not used where it cannot keep its sandbox, or nobody would see it, or wants it', () => {
    expect([
      whyNoElectron(NOTHING, desktop({ user: 0 })),
      whyNoElectron(NOTHING, desktop({ environment: {} })),
      whyNoElectron(NOTHING, desktop({ environment: { DISPLAY: ':10', SSH_TTY: 'pts/1' } })),
      whyNoElectron(NOTHING, fakeMachine({}, DESKTOP)),
      whyNoElectron({ ...NOTHING, noElectron: true }, desktop()),
      whyNoElectron({ ...NOTHING, oneProcess: true }, desktop()),
    ]).toEqual([
      'Electron keeps its sandbox, and root has none',
      'there is no desktop',
      'this is a remote shell',
      'this system lets programs make no sandbox for Electron',
      'Electron is not wanted',
      'with --one-process there is none',
    ])
  })
})

describe('the host', () => {
  it('is Electron where its program is there, and nothing is fetched then', async () => {
    const root = projectWith(true)
    let asked = 0
    const host = await chooseHost(root, NOTHING, desktop(), () => Promise.resolve(String(++asked)))
    const electron = join(root, 'node_modules/electron/dist/electron')
    expect([host, asked]).toEqual([{ electron, version: '45.4.1' }, 0])
  })

  it('is Electron where its program could be fetched', async () => {
    const root = projectWith(false)
    const electron = join(root, 'node_modules/electron/dist/electron')
    const host = await chooseHost(root, NOTHING, desktop(), () => {
      writeFileSync(electron, '')
      return Promise.resolve('')
    })
    expect(host).toEqual({ electron, version: '45.4.1' })
  })

  it('is a browser where it could not, and says why', async () => {
    const host = await chooseHost(projectWith(false), NOTHING, desktop(), () =>
      Promise.resolve('Electron could not be fetched: no network'),
    )
    expect([host, lineOf(host, NOTHING), lineOf(host, { ...NOTHING, noWeb: true })]).toEqual([
      { why: 'Electron could not be fetched: no network' },
      "the window is a browser's: Electron could not be fetched: no network",
      'there is no window: Electron could not be fetched: no network',
    ])
  })

  it('is not fetched where it may not be used', async () => {
    let asked = 0
    const machine = desktop({ user: 0 })
    await chooseHost(projectWith(false), NOTHING, machine, () => Promise.resolve(String(++asked)))
    expect(asked).toBe(0)
  })
})

describe('what a start says about its host', () => {
  const here = temporaryFolder
  const wished = (args: readonly string[], environment: Record<string, string> = {}) =>
    wishesOf(args, { platform: 'linux', environment, home: here() }, here())

  it('is a flag, a variable, or a member of the config file', () => {
    const file = join(here(), 'a.json')
    writeFileSync(file, '{"noElectron":true,"noWeb":false}')
    expect([
      wished([]),
      wished(['--no-electron', '--no-web']),
      wished([], { GHTRADER_NO_ELECTRON: '1', GHTRADER_ONE_PROCESS: 'true' }),
      wished(['--config', file]).noElectron,
      wished([`--config=${file}`]).noElectron,
      wished([], { GHTRADER_CONFIG: file }).noElectron,
      wished(['--config', file], { GHTRADER_NO_ELECTRON: 'false' }).noElectron,
      wished(['--terminal']).noElectron,
    ]).toEqual([
      NOTHING,
      { noElectron: true, oneProcess: false, noWeb: true },
      { noElectron: true, oneProcess: true, noWeb: false },
      true,
      true,
      true,
      false,
      true,
    ])
  })

  it('is not asked where it only prints', () => {
    expect([['--help'], ['--seed', '1', '--version'], ['--seed']].map(onlyPrints)).toEqual([
      true,
      true,
      false,
    ])
  })
})
