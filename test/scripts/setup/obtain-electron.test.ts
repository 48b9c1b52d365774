import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { obtainElectron, obtainOnce } from '../../../scripts/setup/obtain-electron.mjs'
import { temporaryFolder } from '../../temporary-folder.ts'
import { fakeMachine } from './surroundings.ts'

/** A project whose package electron has an installer that does this. */
function projectOf(installer: string) {
  const root = temporaryFolder()
  const folder = join(root, 'node_modules/electron')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}')
  const count = join(root, 'count')
  const counted = `require('fs').appendFileSync(${JSON.stringify(count)}, 'x');`
  writeFileSync(join(folder, 'install.js'), `${counted}${installer}`)
  writeFileSync(count, '')
  const environment = { XDG_CACHE_HOME: temporaryFolder() }
  const attempt = {
    root,
    surroundings: fakeMachine({}, { environment }),
    tell: () => undefined,
    patience: 1500,
  }
  return { attempt, tries: () => readFileSync(count, 'utf8').length }
}

const FAILS = 'console.error("TypeError: fetch failed\\n at x"); process.exit(1)'
const STALLS = 'setInterval(() => undefined, 1000)'
const WORKS = `const dist = require('path').join(__dirname, 'dist')
  require('fs').mkdirSync(dist); require('fs').writeFileSync(dist + '/electron', 'x')`
/** Longer than patience, but never without a byte for that long. */
const DRIPS = `let left = 12; const file = process.env.TMPDIR + '/part'
  const timer = setInterval(() => { require('fs').appendFileSync(file, 'x')
    if (--left === 0) { clearInterval(timer); ${WORKS} } }, 200)`

describe('the fetching of Electron', () => {
  it('leaves its program', async () => {
    const { attempt, tries } = projectOf(WORKS)
    expect([await obtainOnce(attempt), await obtainOnce(attempt), tries()]).toEqual(['', '', 2])
  })

  it('is tried once, and again when a person wants it', async () => {
    const { attempt, tries } = projectOf(FAILS)
    expect([await obtainOnce(attempt), await obtainOnce(attempt), tries()]).toEqual([
      'Electron could not be fetched: TypeError: fetch failed',
      'Electron could not be fetched; npm run setup -- --electron tries again',
      1,
    ])
    expect([await obtainElectron(attempt), tries()]).toEqual([
      'Electron could not be fetched: TypeError: fetch failed',
      2,
    ])
  })

  it('is given up when nothing more comes', async () => {
    const { attempt } = projectOf(STALLS)
    expect(await obtainOnce(attempt)).toBe('Electron could not be fetched: nothing came for 2 s')
  })

  it('goes on as long as something comes', async () => {
    const { attempt } = projectOf(DRIPS)
    expect(await obtainOnce(attempt)).toBe('')
  })

  it('is left to CI itself', async () => {
    const { attempt, tries } = projectOf(WORKS)
    const surroundings = fakeMachine({}, { environment: { CI: 'true' } })
    expect([await obtainOnce({ ...attempt, surroundings }), tries()]).toEqual([
      'Electron is not fetched with CI=true',
      0,
    ])
  })
})
