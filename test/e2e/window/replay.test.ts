import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeRecordings } from '../../main/app/one-process/recording-fixture.ts'
import type { Home } from '../started-host.ts'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, shareWindow } from './browser.ts'
import { PATIENCE, rowsOf, sideButton, ticket } from './desk-page.ts'
import { copiedFrom, letSecondPass } from './page-keys.ts'

/** Long enough that a machine which stands still for a while does not play it to its end. */
const SECONDS = 420

/** Two contracts of the built-in market from 10:00:00 on, two quotes a second each. */
function recording(home: Home): readonly string[] {
  const folder = join(home.path, 'recorded')
  mkdirSync(folder)
  recorded = writeRecordings(folder, SECONDS)
  return ['--replay', folder, '--speed', '1']
}
let recorded = NaN

const bar = ({ page }: WindowPage) => page.getByRole('group', { name: 'REPLAY' })

const key = (window: WindowPage, name: string) =>
  bar(window).getByRole('button', { name, exact: true })

const phase = (window: WindowPage) => bar(window).locator('.replay-bar-place b').innerText()

/** How many quotes the gateway has told of, as the status bar says. */
async function quotes({ page }: WindowPage): Promise<number> {
  const words = await page.locator('.status-bar').innerText()
  return Number(/([\d,]+) quotes/.exec(words)?.[1]?.replaceAll(',', ''))
}

/** Session time as the bar tells it: seconds of the day. */
async function sessionTime(window: WindowPage): Promise<number> {
  return secondsOf(await bar(window).locator('.replay-bar-place').innerText())
}

/** The first time of day in a text. */
function secondsOf(text: string): number {
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d(?:\.\d+)?)/.exec(text) ?? []
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** Everything that moves with session time. */
async function moving(window: WindowPage): Promise<readonly unknown[]> {
  const { page } = window
  const clock = await page.locator('.bar-clock b').innerText()
  const quote = await window.panel(/^Quote/).innerText()
  return [await sessionTime(window), await quotes(window), clock, quote]
}

/** Pauses, and waits until nothing is under way any more. */
async function pause(window: WindowPage): Promise<void> {
  await expect.poll(() => phase(window), PATIENCE).toMatch(/playing|paused/)
  if ((await phase(window)) === 'playing') await key(window, 'Pause').click()
  await expect.poll(() => phase(window), PATIENCE).toBe('paused')
  let now = await moving(window)
  await expect
    .poll(async () => {
      const before = now
      await letSecondPass(window)
      now = await moving(window)
      return now.join() === before.join()
    }, PATIENCE)
    .toBe(true)
}

async function seek(window: WindowPage, time: string): Promise<void> {
  await bar(window).getByRole('textbox', { name: 'Go to' }).fill(time)
  await window.page.keyboard.press('Enter')
}

/** All fills, as they are copied: those that are not on the screen, too. */
async function fills({ page }: WindowPage): Promise<readonly (readonly string[])[]> {
  const table = page.getByRole('grid', { name: 'Fills' })
  await table.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  return (await copiedFrom(table)).split('\n').map((line) => line.split('\t'))
}

/** Lots by contract: bought less sold. */
function netOf(traded: readonly (readonly string[])[]): Readonly<Record<string, number>> {
  const net: Record<string, number> = {}
  for (const [, symbol = '', side, , lots] of traded) {
    net[symbol] = (net[symbol] ?? 0) + (side === 'Buy' ? 1 : -1) * Number(lots)
  }
  return Object.fromEntries(Object.entries(net).filter(([, lots]) => lots !== 0))
}

async function positions({ page }: WindowPage): Promise<Readonly<Record<string, number>>> {
  const rows = (await rowsOf(page, 'Positions')).filter(([symbol]) => symbol !== 'Total')
  return Object.fromEntries(
    rows.map(([symbol = '', side, lots]) => [symbol, (side === 'Long' ? 1 : -1) * Number(lots)]),
  )
}

/** The time of the newest trade that the tape shows. */
async function newestOfTape({ page }: WindowPage): Promise<number> {
  return secondsOf((await page.locator('.tape .only-spoken li').allInnerTexts())[0] ?? '')
}

/** The time of the newest bar in the chart's table. */
async function newestOfChart({ page }: WindowPage): Promise<number> {
  const times = await page.locator('.chart-table tbody td:first-child').allInnerTexts()
  return Math.max(...times.map(secondsOf))
}

describe.skipIf(CHROMIUM.isAbsent)(`a window on a replay${CHROMIUM.why}`, () => {
  const started = shareWindow(recording)

  beforeEach(async ({ task }) => {
    if (!task.name.startsWith('is over')) await pause(started().window)
  })

  it('is unmistakably one: badge, frame, the recorded time, and nothing to trade with', async () => {
    const { window } = started()
    const { page } = window
    await expect.poll(() => page.locator('.mode-badge').innerText(), PATIENCE).toBe('⟲ REPLAY')
    const frame = page.locator('.workstation')
    const look = await frame.evaluate((element) => {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element)
      const badge = getComputedStyle(document.querySelector('.mode-badge')!)
      return [borderTopStyle, borderTopWidth, borderTopColor === badge.backgroundColor]
    })
    expect(look).toEqual(['dotted', '2px', true])
    await expect
      .poll(() => page.locator('.bar-clock').innerText(), PATIENCE)
      .toMatch(/2026-01-05\s+10:0\d:\d\d\.\d/)
    await expect
      .poll(() => ticket(window).innerText(), PATIENCE)
      .toContain('a replay: strategies trade, hands do not')
    for (const kind of ['ticket', 'ladder', 'chart']) {
      const tools = page.locator(`.dock-tools[data-panel-kind="${kind}"]:visible`)
      await expect.poll(() => tools.innerText(), PATIENCE).toContain('⟲ read-only')
    }
    for (const side of ['BUY', 'SELL'] as const) {
      const shown = sideButton(window, side).filter({ visible: true })
      await expect.poll(() => shown.count(), PATIENCE).toBe(0)
    }
    await ticket(window).focus()
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+s')
    await letSecondPass(window)
    expect(window.sentOf('order.submit')).toEqual([])
  })

  it('stands still while it is paused', async () => {
    const { window } = started()
    const before = await moving(window)
    await letSecondPass(window)
    expect(await moving(window)).toEqual(before)
  })

  it('goes on by one quote with each step, by keys alone', async () => {
    const { window } = started()
    const before = await quotes(window)
    const time = await sessionTime(window)
    await key(window, 'Step').focus()
    for (const [index, press] of ['Enter', 'Space', 'Enter'].entries()) {
      await window.page.keyboard.press(press)
      await expect.poll(() => quotes(window), PATIENCE).toBe(before + index + 1)
      await expect.poll(() => phase(window), PATIENCE).toBe('paused')
    }
    await letSecondPass(window)
    expect(await quotes(window)).toBe(before + 3)
    expect((await sessionTime(window)) - time).toBeLessThanOrEqual(1)
  })

  it('shows the speed that was chosen, and goes by it', async () => {
    const { window } = started()
    await key(window, '10×').click()
    const chosen = bar(window).locator('[aria-pressed="true"]')
    await expect.poll(() => chosen.allInnerTexts(), PATIENCE).toEqual(['10×'])
    const from = await sessionTime(window)
    await key(window, 'Play').click()
    // By its first speed that would take longer than is waited for.
    await expect
      .poll(() => sessionTime(window), { timeout: 18_000, interval: 50 })
      .toBeGreaterThan(from + 20)
    await key(window, 'Pause').click()
    await key(window, '1×').click()
    await expect.poll(() => chosen.allInnerTexts(), PATIENCE).toEqual(['1×'])
  })

  it('goes to a time ahead, and every panel is of that moment', async () => {
    const { window } = started()
    const { page } = window
    const wanted = secondsOf('10:06:30')
    await seek(window, '10:06:30')
    await expect.poll(() => sessionTime(window), PATIENCE).toBeGreaterThanOrEqual(wanted - 1)
    await pause(window)
    const now = await sessionTime(window)
    expect(now).toBeLessThanOrEqual(wanted)
    const clock = async () => secondsOf(await page.locator('.bar-clock').innerText())
    await expect.poll(async () => Math.abs((await clock()) - now), PATIENCE).toBeLessThan(0.11)
    const ofThen = (at: number): string => (at > wanted - 5 && at <= now ? 'of then' : `${at}`)
    const tools = page.getByRole('toolbar', { name: 'Chart tools' })
    await tools.getByRole('button', { name: 'Data table' }).click()
    await expect.poll(async () => ofThen(await newestOfChart(window)), PATIENCE).toBe('of then')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: /^Tape/ }).click()
    await expect.poll(async () => ofThen(await newestOfTape(window)), PATIENCE).toBe('of then')
    const traded = await fills(window)
    expect(Math.max(...traded.map(([time = '']) => secondsOf(time)))).toBeLessThanOrEqual(now)
    await expect.poll(() => positions(window), PATIENCE).toEqual(netOf(traded))
  })

  it('does not go back, says so, and sends nothing', async () => {
    const { window } = started()
    const before = await moving(window)
    const sent = window.sentOf('replay.control').length
    await seek(window, '10:00:01')
    const told = bar(window).getByRole('alert')
    await expect.poll(() => told.innerText(), PATIENCE).toContain('forward only')
    await letSecondPass(window)
    expect([await moving(window), window.sentOf('replay.control').length]).toEqual([before, sent])
  })

  it('is over at the end of the recording, says so, and takes no more', async () => {
    const { window, host } = started()
    await key(window, 'full speed').click()
    await key(window, 'Play').click()
    await expect.poll(() => phase(window), PATIENCE).toBe('the replay is over')
    await expect.poll(() => bar(window).innerText(), PATIENCE).toContain('10:00:00–10:07:00')
    // The workstation ends with its replay, and that is no line that broke.
    await host.ended
    expect(host.row('ticks')).toBe(recorded.toLocaleString('en-US'))
    await window.phase('lost')
    const told = window.page.getByRole('alert').filter({ hasText: 'replay is over' })
    await expect.poll(() => told.count(), PATIENCE).toBe(1)
    const usable = bar(window).locator('button:enabled, input:enabled')
    await expect.poll(() => usable.count(), PATIENCE).toBe(0)
    await expect.poll(() => sessionTime(window), PATIENCE).toBe(secondsOf('10:07:00'))
    expect(await window.page.locator('header').innerText()).not.toContain('broke')
    expect(window.complaints.filter((each) => !each.includes('ERR_CONNECTION_REFUSED'))).toEqual([])
  })
})
