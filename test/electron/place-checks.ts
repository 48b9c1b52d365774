import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readPlacements } from '../../src/main/electron/placement.ts'
import type { Placement } from '../../src/main/electron/placement.ts'
import { until } from '../until.ts'
import type { Check } from './page-checks.ts'
import { Probe } from './probe.ts'
import { StartedShell } from './started-shell.ts'

const PLACE = { x: 160, y: 90, width: 1000, height: 640 }

function kept({ home }: StartedShell, name: string): Placement | undefined {
  try {
    const path = join(home, 'data/simulated/default/window/windows.json')
    return readPlacements(readFileSync(path, 'utf8'))[name]
  } catch {
    return undefined
  }
}

/** Ends the shell, and another one of the same home. */
export const comesBackWhereItWas: Check = async (shell) => {
  await shell.app.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    PLACE,
  )
  const opening = shell.app.waitForEvent('window', { timeout: shell.patience })
  await shell.page.evaluate(() => {
    const { ghtrader } = globalThis as unknown as {
      ghtrader: { openPanel: (id: string) => Promise<void> }
    }
    return ghtrader.openPanel('book')
  })
  await opening
  await until(
    () => kept(shell, 'book')?.open === true && kept(shell, 'desk') !== undefined,
    shell.patience,
  )
  await until(() => kept(shell, 'desk')?.bounds.width === PLACE.width, shell.patience)
  await shell.app.evaluate(({ app }) => app.quit()).catch(() => undefined)
  expect(await shell.ended).toBe(0)
  const again = await StartedShell.start(shell.plan, shell.home)
  try {
    const places = () =>
      again.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .map((window) => ({ address: window.webContents.getURL(), bounds: window.getBounds() }))
          .sort((one, other) => one.address.length - other.address.length),
      )
    // A window has no address before its page is on its way.
    await until(async () => {
      const now = await places()
      return now.length === 2 && now.every(({ address }) => address !== '')
    }, shell.patience)
    const found = await places()
    expect(found).toEqual([
      { address: 'app://workstation/', bounds: PLACE },
      { address: 'app://workstation/?panel=book', bounds: expect.any(Object) as object },
    ])
  } finally {
    await again.close()
  }
}

/** In milliseconds. A busy machine is silent for half a second as well, but not for so long. */
const SLEEPS_FOR = 3000

/** The built-in market rests while the machine sleeps, so prices tell that workers were told. */
export const tellsWorkersOfSleep: Check = async (shell) => {
  const probe = await Probe.open(shell)
  await probe.prices(1)
  const say = (event: string): Promise<boolean> =>
    shell.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
  await say('suspend')
  await until(() => probe.silentFor(SLEEPS_FOR), shell.patience)
  await say('resume')
  await probe.prices(2)
}

/** While orders can come about the machine may not fall asleep by itself. */
export const keepsTheMachineAwake: Check = async (shell) => {
  const held = (): Promise<boolean> =>
    shell.app.evaluate(({ powerSaveBlocker }) =>
      Array.from({ length: 9 }, (_, id) => id).some((id) => powerSaveBlocker.isStarted(id)),
    )
  await until(held, 30_000)
  const probe = await Probe.open(shell)
  await probe.ask('account.halt', { person: 'ann', reason: 'a test' })
  await until(async () => !(await held()), shell.patience)
  await probe.ask('account.unlock', { person: 'ann' })
  await until(held, shell.patience)
}
