import { userInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import { PATIENCE, rowsOf, workingOf } from './desk-page.ts'
import { cancelAll, placeAway, trade } from './orders-by-hand.ts'
import { closed, letSecondPass } from './page-keys.ts'

const ASKED = TEXTS.en['account.reset']

/** A figure of the account as it stands there. */
async function figure(window: WindowPage, name: string): Promise<string> {
  const row = window.panel(/^Account/).locator('.account-rows div')
  return row
    .filter({ has: window.page.getByText(name, { exact: true }) })
    .locator('dd')
    .innerText()
}

const reset = (window: WindowPage) => window.panel(/^Account/).getByRole('button', { name: ASKED })

async function confirm(window: WindowPage): Promise<void> {
  const dialog = window.page.getByRole('dialog', { name: ASKED })
  await reset(window).click()
  await dialog.getByRole('button', { name: ASKED }).click()
  await expect.poll(() => dialog.count(), PATIENCE).toBe(0)
}

const told = (window: WindowPage) => window.page.locator('.account-reset [role=status]').innerText()

const held = async ({ page }: WindowPage): Promise<number> =>
  (await rowsOf(page, 'Positions')).length

describe.skipIf(CHROMIUM.isAbsent)(`paper money${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('does not begin anew while anything works or is held, and says so', async () => {
    const { window } = started()
    await expect.poll(() => figure(window, 'Equity'), PATIENCE).toBe('10,000,000.00')
    await trade(window, 'BUY', 2, async () => (await held(window)) === 1)
    const order = await placeAway(window, 7)
    await confirm(window)
    await expect.poll(() => told(window), PATIENCE).toBe(TEXTS.en['account.reset-refused'])
    expect((await workingOf(window.page)).map(({ id }) => id)).toEqual([order.id])
    expect(await held(window)).toBe(1)
    await cancelAll(window)
    await confirm(window)
    await expect.poll(() => window.sentOf('account.reset').length, PATIENCE).toBe(2)
    await letSecondPass(window)
    await expect.poll(() => told(window), PATIENCE).toBe(TEXTS.en['account.reset-refused'])
    expect(await held(window)).toBe(1)
    await trade(window, 'SELL', 2, async () => (await held(window)) === 0)
    await expect.poll(() => figure(window, 'Commission'), PATIENCE).toMatch(/^−\d/)
  })

  it('begins anew once a person confirms it: the start’s balance, and who did it', async () => {
    const { window } = started()
    const { page } = window
    const before = await figure(window, 'Equity')
    expect(before).not.toBe('10,000,000.00')
    await reset(window).click()
    await page.getByRole('dialog').waitFor()
    await closed(page)
    await letSecondPass(window)
    expect(window.sentOf('account.reset')).toHaveLength(2)
    expect(await figure(window, 'Equity')).toBe(before)
    await confirm(window)
    await expect.poll(() => told(window), PATIENCE).toBe(TEXTS.en['account.reset-done'])
    for (const name of ['Equity', 'Available']) {
      await expect.poll(() => figure(window, name), PATIENCE).toBe('10,000,000.00')
    }
    await expect.poll(() => figure(window, 'Commission'), PATIENCE).toBe('0.00')
    await expect
      .poll(async () => [await workingOf(page), await rowsOf(page, 'Positions')], PATIENCE)
      .toEqual([[], []])
    expect(window.sentOf('account.reset')).toHaveLength(3)
    await page.getByRole('tab', { name: 'Event log' }).click()
    const words = `${userInfo().username} reset the account: it begins anew, `
    await expect
      .poll(async () => (await rowsOf(page, 'Event log')).map((cells) => cells.at(-1)), PATIENCE)
      .toContainEqual(expect.stringContaining(words))
    await page.reload()
    await window.follows()
    await expect.poll(() => figure(window, 'Equity'), PATIENCE).toBe('10,000,000.00')
    expect(window.complaints).toEqual([])
  })
})
