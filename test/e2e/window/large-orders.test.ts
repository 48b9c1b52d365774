import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import { PATIENCE, bestPrices, fillTicket, sideButton, ticket, workingOf } from './desk-page.ts'
import { cancelAll, ordered } from './orders-by-hand.ts'
import { closed, letSecondPass } from './page-keys.ts'

const question = ({ page }: WindowPage): Locator => page.getByRole('dialog', { name: 'Send order' })

const submits = (window: WindowPage): number => window.sentOf('order.submit').length

/** More than the quick size of 5, so far from the market that it stays there; or where it is not. */
async function fillLarge(window: WindowPage, away: number): Promise<number> {
  const { bid } = await bestPrices(window)
  await fillTicket(window, { price: bid + away, lots: 9 })
  return bid + away
}

/** Asks for a large order, until the question is there. */
async function asked(window: WindowPage, act: () => Promise<unknown>): Promise<void> {
  await ordered(window, act, async () => (await question(window).count()) === 1)
}

const byKey = (window: WindowPage) => () => window.page.keyboard.press('Control+b')

describe.skipIf(CHROMIUM.isAbsent)(`a large order by hand${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('is asked about, by key and by mouse, with all that would be sent; Escape sends nothing', async () => {
    const { window } = started()
    const { page } = window
    const ways = [
      ['Buy', -200, byKey(window)],
      ['Sell', 200, () => page.keyboard.press('Control+s')],
      ['Buy', -200, () => sideButton(window, 'BUY').click()],
      ['Sell', 200, () => sideButton(window, 'SELL').click()],
    ] as const
    for (const [side, away, open] of ways) {
      const price = await fillLarge(window, away)
      await asked(window, open)
      const told = async () => (await question(window).innerText()).replaceAll(/\s+/g, ' ')
      for (const words of [
        `${side} 9 cu @ ${price.toLocaleString('en-US')}`,
        'Limit · Open · good for day · quote ',
        `Notional ${(price * 5 * 9).toLocaleString('en-US')}`,
        '9 lots are more than the quick size of 5.',
      ]) {
        await expect.poll(told, PATIENCE).toContain(words)
      }
      await closed(page, question(window))
    }
    await letSecondPass(window)
    expect([submits(window), await workingOf(page)]).toEqual([0, []])
  })

  it('is not sent by a held key, nor by Ctrl Enter while nothing is asked', async () => {
    const { window } = started()
    const { page } = window
    await fillLarge(window, -200)
    await page.keyboard.press('Control+Enter')
    await asked(window, async () => {
      await page.keyboard.down('Control')
      for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('b')
      await page.keyboard.up('b')
      await page.keyboard.up('Control')
    })
    await closed(page, question(window))
    // Held since before there was a question.
    await page.keyboard.down('Control')
    await page.keyboard.down('Enter')
    await asked(window, () => sideButton(window, 'BUY').click())
    for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await page.keyboard.up('Control')
    await closed(page, question(window))
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
    for (const send of confirm) {
      const before = submits(window)
      await fillLarge(window, -200)
      const confirmed = async (): Promise<void> => {
        await asked(window, byKey(window))
        await send()
        await expect.poll(() => question(window).count(), PATIENCE).toBe(0)
      }
      const filled = async () => (await workingOf(page)).map((each) => each.filled).join()
      const sent = await ordered(window, confirmed, async () => (await filled()) === '0/9')
      await letSecondPass(window)
      expect([submits(window), await filled()]).toEqual([before + sent, '0/9'])
      await cancelAll(window)
    }
  })

  it('that would cross closes by itself once the price moved, and says why', async () => {
    const { window } = started()
    const sent = submits(window)
    await fillTicket(window, { lots: 9 })
    const told = ticket(window).getByRole('status')
    const closedItself = async () =>
      (await told.allInnerTexts()).join() === '! Not sent: the price moved while you looked'
    await ordered(window, byKey(window), closedItself)
    await letSecondPass(window)
    expect([await question(window).count(), submits(window)]).toEqual([0, sent])
    await fillTicket(window, { lots: 1 })
    expect(window.complaints).toEqual([])
  })
})
