import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import { freePorts } from '../../servers/index.ts'
import { Home, StartedHost } from '../started-host.ts'
import { CHROMIUM, WindowPage, linkOf, startBrowser, startWindow } from './browser.ts'
import { OLD, ageOfAccount, buyTitle, watchAccount } from './old-account.ts'

const PATIENCE = { timeout: 60_000, interval: 50 }

/** Up to the first figure of what is said. */
const beginning = (key: 'bar.lost' | 'bar.silent'): string => TEXTS.en[key].split('{')[0]!.trim()

/** The words of a process in the table of processes. */
async function rowOf({ page }: WindowPage, name: string): Promise<string> {
  const cell = page.locator('td:first-child').filter({ hasText: new RegExp(`^${name}$`) })
  const row = page.locator('tr').filter({ has: cell })
  return (await row.count()) === 0 ? '' : (await row.first().innerText()).replace(/\s+/g, ' ')
}

/** The pid of a worker that runs, as the window and the worker itself say. */
async function runs(window: WindowPage, home: Home, name: string): Promise<number> {
  await expect.poll(() => rowOf(window, name), PATIENCE).toMatch(/● running/)
  await expect.poll(() => home.workers().has(name), PATIENCE).toBe(true)
  return home.workers().get(name)?.pid ?? NaN
}

/** From here on the page keeps what the row of a process says, each time that it is drawn. */
async function watchRow({ page }: WindowPage, name: string): Promise<() => Promise<string>> {
  await page.evaluate((process) => {
    const said = new Set<string>()
    Object.assign(globalThis, { said })
    const look = (): void => {
      if (Reflect.get(globalThis, 'said') !== said) return
      for (const row of document.querySelectorAll('tr')) {
        const cells = [...row.children].map((cell) => cell.textContent.trim())
        if (cells[0] === process) said.add(cells[2] ?? '')
      }
      requestAnimationFrame(look)
    }
    look()
  }, name)
  return () => page.evaluate(() => [...(Reflect.get(globalThis, 'said') as Set<string>)].join('\n'))
}

/** Started again at least once: a machine that stands still may cost a worker more. */
const AGAIN = /● running [1-9]\d* /

describe.skipIf(CHROMIUM.isAbsent)(`a window tells the truth${CHROMIUM.why}`, () => {
  it('about workers that are killed: each comes back, counted, with prices again', async () => {
    const home = new Home()
    const { window } = await startWindow(home)
    await window.page.keyboard.press('F4')
    for (const name of ['history', 'strategy.rule', 'exchange', 'gateway']) {
      const pid = await runs(window, home, name)
      process.kill(pid, 'SIGKILL')
      const isBack = async (): Promise<boolean> => {
        const row = await rowOf(window, name)
        return AGAIN.test(row) && !row.includes(` ${pid} `)
      }
      await expect.poll(isBack, PATIENCE).toBe(true)
    }
    await pricesMove(window)
    expect(window.complaints).toEqual([])
  }, 240_000)

  it('about what happened to a worker that was killed, by the keyboard, and to who looks later', async () => {
    const home = new Home()
    const { window } = await startWindow(home)
    const { page } = window
    await page.keyboard.press('F4')
    const first = await runs(window, home, 'history')
    process.kill(first, 'SIGKILL')
    await expect.poll(() => rowOf(window, 'history'), PATIENCE).toMatch(AGAIN)
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    const second = await runs(window, home, 'history')
    await page.keyboard.press('F6')
    for (let row = 0; row < 20 && (await focused()) !== 'history'; row++) {
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    const story = [
      `start 2 since main began, process ${second}`,
      'main says',
      `process ${first} ended: signal SIGKILL`,
    ]
    const events = timelineEvents(window)
    await expect.poll(events, PATIENCE).toContain(`first beat of process ${second}`)
    const seen = await events()
    const end = seen.indexOf(story[2]!)
    expect(seen.slice(end - 2, end + 1)).toEqual(story)
    expect(seen.at(-1)).toBe(`start 1 since main began, process ${first}`)
    const band = page.getByRole('figure', { name: 'The last 15 minutes' })
    await expect.poll(() => band.innerText(), PATIENCE).toMatch(/up .* down .* not known/s)
    const dialog = page.getByRole('dialog')
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count(), PATIENCE).toBe(0)
    expect(await focused()).toBe('history')
    await page.reload()
    await window.follows()
    await page.keyboard.press('F4')
    await page.locator('.system-process[data-process="history"]').click()
    await expect.poll(events, PATIENCE).toEqual(expect.arrayContaining([...seen]))
    await page.keyboard.press('Escape')
    await page.keyboard.down('Control')
    await page.keyboard.down('r')
    const asked = () => window.sentOf('worker.restart')
    await expect.poll(asked, PATIENCE).toEqual([expect.objectContaining({ name: 'history' })])
    await page.keyboard.up('r')
    await page.keyboard.up('Control')
    await page.keyboard.press('Enter')
    await expect.poll(events, PATIENCE).toContain(`process ${second} ended: code 0`)
    expect(window.complaints).toEqual([])
  }, 240_000)

  it('about workers that are stopped: silent while they are, and back by themselves', async () => {
    const home = new Home()
    const { window } = await startWindow(home)
    await window.page.keyboard.press('F4')
    for (const name of ['history', 'strategy.rule', 'exchange', 'gateway']) {
      const pid = await runs(window, home, name)
      const said = await watchRow(window, name)
      process.kill(pid, 'SIGSTOP')
      await expect.poll(said, PATIENCE).toMatch(/\bsilent\b/)
      await expect.poll(() => rowOf(window, name), PATIENCE).toMatch(AGAIN)
    }
    await pricesMove(window)
    expect(window.complaints).toEqual([])
  }, 240_000)

  it('about the account of a gateway that is stopped: its age, and why nothing is opened', async () => {
    const home = new Home()
    const { window } = await startWindow(home)
    const { page } = window
    await expect.poll(() => ageOfAccount(page), PATIENCE).toEqual(['', ''])
    await expect.poll(() => home.workers().has('watchdog'), PATIENCE).toBe(true)
    const { gateway = NaN, watchdog = NaN } = home.pids()
    const seen = await watchAccount(page)
    // Whoever would start the gateway again at once stands still for longer.
    process.kill(watchdog, 'SIGSTOP')
    process.kill(gateway, 'SIGSTOP')
    await expect.poll(seen, PATIENCE).toMatchObject({ bar: OLD, panel: OLD, italic: true })
    expect((await seen()).title).toMatch(/^the gateway is silent for [\d.]+s; the account is as of/)
    await expect.poll(async () => (await seen()).elsewhere, PATIENCE).toBe(true)
    // Another life of the gateway vouches for it again.
    await expect.poll(() => ageOfAccount(page), PATIENCE).toEqual(['', ''])
    await expect.poll(() => page.locator('.dock-tools .old').count(), PATIENCE).toBe(0)
    await expect.poll(() => buyTitle(page), PATIENCE).toBe('')
    expect(window.complaints).toEqual([])
  }, 240_000)

  it('about main that is stopped: that nothing is heard, that nothing is sent, and all again', async () => {
    const { host, window } = await startWindow(new Home())
    const { page } = window
    const line = page.locator('.line-bar')
    const buy = page.getByRole('button', { name: /^BUY/ })
    host.kill('SIGSTOP')
    await expect.poll(() => line.innerText(), PATIENCE).toContain(beginning('bar.silent'))
    await expect.poll(() => buy.getAttribute('aria-disabled'), PATIENCE).toBe('true')
    // It is given up after a while, and tried again.
    await expect.poll(() => line.innerText(), PATIENCE).toContain(beginning('bar.lost'))
    await page.keyboard.press('Control+b')
    host.kill('SIGCONT')
    await window.follows()
    await expect.poll(() => line.count(), PATIENCE).toBe(0)
    await pricesMove(window)
    // What was silence's alone lifts itself.
    await expect.poll(() => buy.getAttribute('aria-disabled'), PATIENCE).toBe('false')
    expect(window.sentOf('order.submit')).toEqual([])
    expect(window.complaints.filter((words) => !words.includes('WebSocket'))).toEqual([])
  }, 240_000)

  it('about main that is killed: since when, that nothing can be sent, and all again after', async () => {
    const home = new Home()
    const [port = 0] = await freePorts(1)
    const args = ['--web-port', String(port)]
    const first = new StartedHost(home, args)
    const window = await WindowPage.open(await startBrowser(), await linkOf(first))
    first.kill('SIGKILL')
    await window.phase('lost')
    const alert = window.page.getByRole('alert').filter({ hasText: 'broke' })
    await expect.poll(() => alert.count(), PATIENCE).toBe(1)
    await expect.poll(() => alert.innerText(), PATIENCE).toMatch(/nothing can be sent/)
    const buy = window.page.getByRole('button', { name: /^buy/i }).first()
    await expect.poll(() => buy.isDisabled(), PATIENCE).toBe(true)
    const second = new StartedHost(home, args)
    await window.follows()
    await expect.poll(() => alert.count(), PATIENCE).toBe(0)
    await pricesMove(window)
    second.kill('SIGINT')
    await second.ended
  }, 240_000)
})

/** What is said to have happened to the process whose timeline is open, newest first. */
function timelineEvents({ page }: WindowPage): () => Promise<readonly string[]> {
  return () => page.locator('.timeline-rows td:nth-child(3)').allInnerTexts()
}

async function pricesMove({ page }: WindowPage): Promise<void> {
  const quotes = () => page.evaluate(() => Number(document.documentElement.dataset['quotes']))
  const before = await quotes()
  await expect.poll(quotes, PATIENCE).not.toBe(before)
}
