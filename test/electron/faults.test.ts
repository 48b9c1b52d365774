import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HiddenScreen, findTestElectron, project } from './electron-of-tests.ts'
import { FAULTS, breakCopy } from './faults.ts'
import { StartedShell } from './started-shell.ts'

const electron = findTestElectron()
const LACKS =
  typeof electron === 'string'
    ? electron
    : electron.standsIn
      ? ''
      : 'only a lowered build is broken on purpose'
const WHY = LACKS === '' ? '' : ` (SKIPPED: ${LACKS})`

/** What does not come will not come later. */
const PATIENCE = 8000

/** Each check of the shell is worth something only if it fails where it should. */
describe.skipIf(LACKS !== '')(`the checks of the shell notice that${WHY}`, () => {
  const folder = join(project, `.cache/stand-in/faults-${process.pid}`)
  let screen: HiddenScreen | undefined
  let whole = ''

  beforeAll(async () => {
    if (typeof electron === 'string') return
    screen = await HiddenScreen.open()
    whole = await electron.prepare(join(folder, 'whole'))
  })
  afterAll(() => {
    screen?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(FAULTS.map((fault, index) => [fault.title, fault, index] as const))(
    '%s',
    async (_title, fault, index) => {
      if (typeof electron === 'string' || screen === undefined) return
      const app = breakCopy(whole, join(folder, String(index)), fault)
      const shell = await StartedShell.start({
        electron,
        app,
        display: screen.name,
        patience: PATIENCE,
      })
      try {
        await expect(fault.check(shell)).rejects.toBeInstanceOf(Error)
      } finally {
        await shell.close()
      }
    },
  )
})
