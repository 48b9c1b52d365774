import { describe, expect, it } from 'vitest'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import {
  PATIENCE,
  fillTicket,
  ordersOf,
  rowsOf,
  sideButton,
  ticket,
  workingOf,
} from './desk-page.ts'
import { cancelAll, placeAway, trade } from './orders-by-hand.ts'
import { closed, letSecondPass, opened } from './page-keys.ts'

const isHalted = ({ page }: WindowPage) =>
  page.evaluate(() => document.documentElement.dataset['halted'] !== undefined)

const bar = ({ page }: WindowPage) => page.locator('.halt-bar')

const positions = async ({ page }: WindowPage): Promise<number> =>
  (await rowsOf(page, 'Positions')).length

/** Something that is held down until it did what it does. */
async function hold(window: WindowPage, selector: string, until: () => Promise<boolean>) {
  const { page } = window
  // Waits until it stands still, and fails where something lies over it.
  await page.locator(selector).hover()
  await page.mouse.down()
  await expect.poll(until, PATIENCE).toBe(true)
  await page.mouse.up()
}

async function holdKey(window: WindowPage, key: string, until: () => Promise<boolean>) {
  await window.page.keyboard.down(key)
  await expect.poll(until, PATIENCE).toBe(true)
  await window.page.keyboard.up(key)
}

async function unlock(window: WindowPage): Promise<void> {
  await hold(window, '.halt-bar-button', async () => !(await isHalted(window)))
  await expect.poll(() => bar(window).count(), PATIENCE).toBe(0)
}

/** Buys a lot, so that there is something to flatten. */
async function buyOne(window: WindowPage): Promise<void> {
  const before = await positions(window)
  await trade(window, 'BUY', 1, async () => (await positions(window)) === before + 1)
}

describe.skipIf(CHROMIUM.isAbsent)(`flatten and lock${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('does nothing where it is let go too early, by mouse or key', async () => {
    const { window } = started()
    const { page } = window
    await page.locator('.flatten-button').hover()
    await page.mouse.down()
    await page.mouse.up()
    await page.keyboard.down('F12')
    await page.keyboard.up('F12')
    await page.mouse.down()
    await page.mouse.move(200, 300)
    await page.mouse.up()
    await letSecondPass(window)
    expect([window.sentOf('account.flatten'), await isHalted(window)]).toEqual([[], false])
  })

  it('by mouse: takes back, closes, halts; says when; entry is off until it is unlocked', async () => {
    const { window } = started()
    await buyOne(window)
    await placeAway(window, 7)
    await hold(window, '.flatten-button', () => isHalted(window))
    const time = String.raw`\d\d:\d\d:\d\d\.\d{3}`
    await expect
      .poll(() => bar(window).innerText(), PATIENCE)
      .toMatch(new RegExp(`first cancel ${time} · last cancel ${time} · .*no lots are left`))
    await expect
      .poll(async () => [await positions(window), await workingOf(window.page)], PATIENCE)
      .toEqual([0, []])
    expect(window.sentOf('account.flatten')).toHaveLength(1)
    await expect.poll(() => ticket(window).innerText(), PATIENCE).toContain('locked by halt')
    const [orders, sent] = [(await ordersOf(window.page)).length, submits(window)]
    await window.page.keyboard.press('Control+b')
    await expect
      .poll(() => ticket(window).getByRole('status').innerText(), PATIENCE)
      .toMatch(/Not sent: trading is halted/)
    await letSecondPass(window)
    expect([(await ordersOf(window.page)).length, submits(window)]).toEqual([orders, sent])
    await unlock(window)
    await buyOne(window)
    expect(window.sentOf('account.unlock')).toHaveLength(1)
  })

  it('by F12, while a question is open: nothing covers it, and the position goes', async () => {
    const { window } = started()
    const { page } = window
    if ((await positions(window)) === 0) await buyOne(window)
    await opened(page, 'Control+k', page.getByRole('dialog'))
    await holdKey(window, 'F12', () => isHalted(window))
    await expect.poll(() => positions(window), PATIENCE).toBe(0)
    await expect.poll(() => bar(window).innerText(), PATIENCE).toContain('no lots are left')
    await closed(page)
    await unlock(window)
  })

  it('by mouse over an open question of an order, which then sends nothing', async () => {
    const { window } = started()
    const { page } = window
    await fillTicket(window, { lots: 9 })
    const sent = submits(window)
    const dialog = page.getByRole('dialog', { name: 'Send order' })
    await expect
      .poll(async () => {
        if ((await dialog.count()) === 0) await sideButton(window, 'BUY').click()
        return dialog.count()
      }, PATIENCE)
      .toBe(1)
    await hold(window, '.flatten-button', () => isHalted(window))
    await expect.poll(() => dialog.count(), PATIENCE).toBe(0)
    await letSecondPass(window)
    expect(submits(window)).toBe(sent)
    await unlock(window)
    await fillTicket(window, { lots: 1 })
  })

  it('from the System workspace, by mouse and key', async () => {
    const { window } = started()
    const { page } = window
    await buyOne(window)
    await page.keyboard.press('F4')
    await expect.poll(() => page.locator('.ticket:visible').count(), PATIENCE).toBe(0)
    await holdKey(window, 'F12', () => isHalted(window))
    await expect.poll(() => bar(window).innerText(), PATIENCE).toContain('no lots are left')
    await unlock(window)
    await hold(window, '.flatten-button', () => isHalted(window))
    await unlock(window)
    await page.keyboard.press('F1')
    await expect.poll(() => positions(window), PATIENCE).toBe(0)
    await cancelAll(window)
    expect(window.complaints).toEqual([])
  })
})

const submits = (window: WindowPage): number => window.sentOf('order.submit').length
