import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HiddenScreen, findTestElectron, project } from './electron-of-tests.ts'
import type { Check } from './page-checks.ts'
import * as pages from './page-checks.ts'
import * as places from './place-checks.ts'
import * as processes from './process-checks.ts'
import { StartedShell } from './started-shell.ts'
import { tried } from './tried.ts'

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
  ['lets the page copy, with no right to the clipboard', pages.copiesTexts],
  ['zooms by keys', pages.zoomsByKeys],
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
  let app = ''
  let shell: StartedShell | undefined
  const started: StartedShell[] = []

  async function start(): Promise<StartedShell> {
    if (typeof electron === 'string' || screen === undefined) throw new Error(LACKS)
    const plan = { electron, app, display: screen.name, patience: PATIENCE }
    const one = await StartedShell.start(plan)
    started.push(one)
    return one
  }

  beforeAll(async () => {
    if (typeof electron === 'string') return
    screen = await HiddenScreen.open()
    app = await electron.prepare(folder)
    shell = await start()
  })
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()))
    screen?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('comes back where its windows were, torn-off panels too', async () => {
    const passed = tried(await start(), places.comesBackWhereItWas, start)
    await expect(passed).resolves.toBeInstanceOf(StartedShell)
  })

  it.each(CHECKS)('%s', async (_title, check) => {
    const passed = tried(shell!, check, start).then((one) => (shell = one))
    await expect(passed).resolves.toBeInstanceOf(StartedShell)
  })
})
