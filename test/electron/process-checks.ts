import { spawn } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { expect } from 'vitest'
import { isAlive } from '../../src/adapters/instance/process-mark.ts'
import { until } from '../until.ts'
import type { Check } from './page-checks.ts'
import { Probe } from './probe.ts'
import type { StartedShell } from './started-shell.ts'

/** All processes have to start first. */
const READY_WITHIN = 60_000
/** A page that got no line asks for one, later than this. */
const UNASKED_WITHIN = 5000

/** On a slow machine that is said before anybody listens; what it says each second is not. */
function ready({ log }: StartedShell): boolean {
  return log.includes('everything that trades is ready') || / active {2}\d+ ticks /.test(log)
}

/** From the exchange through gateway and main to the page. */
export const showsLivePrices: Check = async (shell) => {
  const probe = await Probe.open(shell)
  await probe.prices(3)
  const [opening] = probe.frames
  expect([opening?.kind, opening?.kind === 'opening' && opening.about.host]).toEqual([
    'opening',
    'electron',
  ])
}

/** Without being asked: the line that comes with the page. */
export const getsItsLineUnasked: Check = async ({ page }) => {
  await page.reload()
  await until(async () => (await Probe.lines(page)).length > 0, UNASKED_WITHIN)
  const [line] = await Probe.lines(page)
  expect(line).toEqual(['ghtrader.line', 1, 'app://workstation'])
}

/** The page that was built, not a probe: it says on its root how far it is. */
export const followsByItself: Check = async ({ page }) => {
  const following = (): boolean => document.documentElement.dataset['phase'] === 'following'
  await page.waitForFunction(following, null, { timeout: READY_WITHIN })
}

export const carriesCommandsOut: Check = async (shell) => {
  await until(() => ready(shell), READY_WITHIN)
  const probe = await Probe.open(shell)
  const halted = await probe.ask('account.halt', { person: 'ann', reason: 'a test' })
  const lifted = await probe.ask('account.unlock', { person: 'ann' })
  const wrong = await probe.ask('order.submit', { instrument: 'none', lots: -1 })
  expect([halted, lifted, wrong]).toMatchObject([
    { outcome: 'accepted' },
    { outcome: 'accepted' },
    { outcome: 'refused', code: 'command.shape' },
  ])
  await probe.say('no request at all')
  await until(async () => (await probe.end()) !== null, shell.patience)
  expect(await probe.end()).toMatchObject([1007, expect.any(String)])
}

export const startsKilledWorkersAgain: Check = async (shell) => {
  await until(() => ready(shell) && shell.workers().size === 5, READY_WITHIN)
  const probe = await Probe.open(shell)
  await probe.prices(1)
  const before = shell.workers().get('gateway')?.pid ?? 0
  process.kill(before, 'SIGKILL')
  await until(() => (shell.workers().get('gateway')?.pid ?? before) !== before, shell.patience)
  await probe.take()
  await probe.prices(3)
  await until(() => shell.workers().size === 5, shell.patience)
}

export const showsDeadPagesAnew: Check = async (shell) => {
  const drawing = await shell.renderer()
  const next = shell.app.waitForEvent('window', { timeout: shell.patience })
  process.kill(drawing, 'SIGKILL')
  shell.page = await next
  const probe = await Probe.open(shell)
  await probe.prices(2)
  const count = await shell.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  )
  expect([count, shell.page.url()]).toEqual([1, 'app://workstation/'])
}

export const isOneInstance: Check = async ({ app, plan, environment, patience }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const { binary, flags } = plan.electron
  const second = spawn(binary, [...flags, plan.app], { env: environment, stdio: 'pipe' })
  let said = ''
  second.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const code = await new Promise((resolve) => {
    const late = setTimeout(() => second.kill('SIGKILL'), patience)
    second.once('close', (code, signal) => {
      clearTimeout(late)
      resolve(code ?? signal)
    })
  })
  expect([code, said.includes('it runs already')]).toEqual([0, true])
  const shown = (): Promise<boolean> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true)
  await until(shown, patience)
}

/** What of Chromium's sandbox can be read off a process: namespaces of its own, and no right. */
export const drawsInASandbox: Check = async (shell) => {
  // Elsewhere there is no such place to read it.
  if (process.platform !== 'linux') return
  const pid = await shell.renderer()
  const spaces = ['user', 'net', 'pid'].filter(
    (space) => readlinkSync(`/proc/${pid}/ns/${space}`) !== readlinkSync(`/proc/self/ns/${space}`),
  )
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const rights = /^CapEff:\s*(\S+)$/m.exec(status)?.[1]
  expect([spaces, Number(`0x${rights}`)]).toEqual([['user', 'net', 'pid'], 0])
}

export const leavesInGoodOrder: Check = async (shell) => {
  // A worker writes itself down a moment after it works.
  await until(() => ready(shell) && shell.workers().size === 5, READY_WITHIN)
  const workers = [...shell.workers().values()]
  await shell.app.evaluate(({ app }) => app.quit()).catch(() => undefined)
  expect(await shell.ended).toBe(0)
  expect([workers.filter((each) => isAlive(each)), shell.leftovers()]).toEqual([[], []])
  expect(shell.log).toContain('simulated of the profile default')
}
