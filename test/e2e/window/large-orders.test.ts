import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import {
  PATIENCE,
  bestPrices,
  cancelAll,
  fillTicket,
  letSecondPass,
  sideButton,
  ticket,
  workingOf,
} from './desk-page.ts'

const question = ({ page }: WindowPage): Locator => page.getByRole('dialog', { name: 'Send order' })

const submits = (window: WindowPage): number => window.sentOf('order.submit').length

/** More than the quick size of 5, so far from the market that it stays there; or where it is not. */
async function fillLarge(window: WindowPage, away: number): Promise<number> {
  const { bid } = await bestPrices(window)
  await fillTicket(window, { price: bid + away, lots: 9 })
  return bid + away
}

async function calledOff(window: WindowPage): Promise<void> {
  await window.page.keyboard.press('Escape')
  await expect.poll(() => question(window).count(), PATIENCE).toBe(0)
}

describe.skipIf(CHROMIUM.isAbsent)(`a large order by hand${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('is asked about, by key and by mouse, with all that would be sent; Escape sends nothing', async () => {
    const { window } = started()
    const { page } = window
    const ways = [
      ['Buy', -200, () => page.keyboard.press('Control+b')],
      ['Sell', 200, () => page.keyboard.press('Control+s')],
      ['Buy', -200, () => sideButton(window, 'BUY').click()],
      ['Sell', 200, () => sideButton(window, 'SELL').click()],
    ] as const
    for (const [side, away, open] of ways) {
      const price = await fillLarge(window, away)
      await open()
      const told = async () => (await question(window).innerText()).replaceAll(/\s+/g, ' ')
      await question(window).waitFor()
      expect(await told()).toContain(`${side} 9 cu @ ${price.toLocaleString('en-US')}`)
      expect(await told()).toContain('Limit · Open · good for day · quote ')
      expect(await told()).toContain(`Notional ${(price * 5 * 9).toLocaleString('en-US')}`)
      expect(await told()).toContain('9 lots are more than the quick size of 5.')
      await calledOff(window)
    }
    await letSecondPass(window)
    expect([submits(window), await workingOf(page)]).toEqual([0, []])
  })

  it('is not sent by a held key, nor by Ctrl Enter while nothing is asked', async () => {
    const { window } = started()
    const { page } = window
    await fillLarge(window, -200)
    await page.keyboard.press('Control+Enter')
    await page.keyboard.down('Control')
    for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('b')
    await page.keyboard.up('b')
    await page.keyboard.up('Control')
    await question(window).waitFor()
    await calledOff(window)
    // Held since before there was a question.
    await page.keyboard.down('Control')
    await page.keyboard.down('Enter')
    await sideButton(window, 'BUY').click()
    await question(window).waitFor()
    for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await page.keyboard.up('Control')
    await page.keyboard.press('Escape')
    await expect.poll(() => question(window).count(), PATIENCE).toBe(0)
    await letSecondPass(window)
    expect([submits(window), await question(window).count()]).toEqual([0, 0])
  })

  it('is sent once, however often it is confirmed within a moment', async () => {
    const { window } = started()
    const { page } = window
    const confirm = [
      async () => {
        await page.keyboard.down('Control')
        for (let press = 0; press < 3; press++) {
          await page.keyboard.down('Enter')
          await page.keyboard.up('Enter')
        }
        await page.keyboard.up('Control')
      },
      () => page.getByRole('button', { name: /^Send now/ }).dblclick(),
      // Both presses before the page has drawn anything of the first.
      () =>
        page.evaluate(() => {
          const send = document.querySelector<HTMLElement>('.confirm-send')
          send?.click()
          send?.click()
        }),
    ]
    for (const [index, send] of confirm.entries()) {
      await fillLarge(window, -200)
      await page.keyboard.press('Control+b')
      await question(window).waitFor()
      await send()
      await expect.poll(() => question(window).count(), PATIENCE).toBe(0)
      await expect
        .poll(async () => (await workingOf(page)).map(({ filled }) => filled), PATIENCE)
        .toEqual(['0/9'])
      await letSecondPass(window)
      expect(submits(window)).toBe(index + 1)
      expect((await workingOf(page)).length).toBe(1)
      await cancelAll(window)
    }
  })

  it('that would cross closes by itself once the price moved, and says why', async () => {
    const { window } = started()
    const { page } = window
    const sent = submits(window)
    await fillTicket(window, { lots: 9 })
    await page.keyboard.press('Control+b')
    const told = ticket(window).getByRole('status')
    await expect
      .poll(async () => (await told.allInnerTexts()).join(), PATIENCE)
      .toBe('! Not sent: the price moved while you looked')
    expect([await question(window).count(), submits(window)]).toEqual([0, sent])
    await fillTicket(window, { lots: 1 })
    expect(window.complaints).toEqual([])
  })
})
