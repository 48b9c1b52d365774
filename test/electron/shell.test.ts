import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HiddenScreen, findTestElectron, project } from './electron-of-tests.ts'
import type { Check } from './page-checks.ts'
import * as pages from './page-checks.ts'
import * as places from './place-checks.ts'
import * as processes from './process-checks.ts'
import { StartedShell } from './started-shell.ts'

const electron = findTestElectron()
const LACKS = typeof electron === 'string' ? electron : ''
if (LACKS !== '') process.stderr.write(`SKIPPED: the Electron shell was not run: ${LACKS}\n`)
const ON = typeof electron !== 'string' && electron.standsIn ? 'an old Electron' : 'Electron'
const WHY = LACKS === '' ? `, under ${ON}` : ` (SKIPPED: ${LACKS})`

/** On a machine that has much to do besides. */
const PATIENCE = 30_000

/** In this order on one shell, of which the last leaves nothing. */
const CHECKS: readonly (readonly [string, Check])[] = [
  ['opens one window on its own scheme, titled by the mode', pages.opensOnItsScheme],
  ['gives the page one bridge of three things, and nothing of Node', pages.hasItsBridgeAlone],
  ['stops code, styles, pictures and requests that are not the page’s', pages.runsNoForeignCode],
  ['serves the page’s files and no other', pages.readsItsOwnFilesAlone],
  ['lets the page go nowhere', pages.goesNowhere],
  ['lets the page open no window', pages.opensNoWindow],
  ['gives no permission', pages.hasNoPermission],
  ['answers no page but its own', pages.answersNoForeignPage],
  ['draws in a sandbox', processes.drawsInASandbox],
  ['brings prices from the exchange to the page', processes.showsLivePrices],
  ['hands the page its line unasked', processes.getsItsLineUnasked],
  ['shows a page that follows by itself', processes.followsByItself],
  ['carries commands out, and refuses what makes no sense', processes.carriesCommandsOut],
  ['opens a torn-off panel by its name', pages.opensPanelsByName],
  ['tells workers that the machine sleeps, and wakes', places.tellsWorkersOfSleep],
  ['keeps the machine awake while orders can come about', places.keepsTheMachineAwake],
  ['starts a killed worker again, and goes on', processes.startsKilledWorkersAgain],
  ['shows a page anew whose process was killed', processes.showsDeadPagesAnew],
  ['is shown by a second start, which leaves', processes.isOneInstance],
  ['leaves in good order: nothing runs, nothing is left, and 0', processes.leavesInGoodOrder],
]

describe.skipIf(LACKS !== '')(`the shell${WHY}`, () => {
  const folder = join(project, `.cache/stand-in/shell-${process.pid}`)
  let screen: HiddenScreen | undefined
  let shell: StartedShell | undefined

  beforeAll(async () => {
    if (typeof electron === 'string') return
    screen = await HiddenScreen.open()
    const app = await electron.prepare(folder)
    shell = await StartedShell.start({ electron, app, display: screen.name, patience: PATIENCE })
  })
  afterAll(async () => {
    await shell?.close()
    screen?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('comes back where its windows were, torn-off panels too', async () => {
    if (typeof electron === 'string' || screen === undefined) return
    const app = electron.standsIn ? folder : project
    const other = await StartedShell.start({
      electron,
      app,
      display: screen.name,
      patience: PATIENCE,
    })
    try {
      await expect(places.comesBackWhereItWas(other)).resolves.toBeUndefined()
    } finally {
      await other.close()
    }
  })

  it.each(CHECKS)('%s', async (_title, check) => {
    await expect(check(shell!)).resolves.toBeUndefined()
  })
})
