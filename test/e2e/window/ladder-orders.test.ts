import { describe, expect, it } from 'vitest'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import { PATIENCE, bestPrices, ladderOrders, ladderSpot, ordersOf, workingOf } from './desk-page.ts'
import { cancelAll, ordered, placeAway } from './orders-by-hand.ts'
import { letSecondPass } from './page-keys.ts'

const inWords = (price: number): string => price.toLocaleString('en-US')

async function arm({ page }: WindowPage): Promise<void> {
  const button = page.locator('.ladder-arm')
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
  await expect.poll(() => button.getAttribute('aria-pressed'), PATIENCE).toBe('true')
}

describe.skipIf(CHROMIUM.isAbsent)(`orders by hand from the ladder${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('are not sent while it is not armed', async () => {
    const { window } = started()
    const { page } = window
    const { bid } = await bestPrices(window)
    const spot = await ladderSpot(window, inWords(bid - 60), 'bid')
    await page.mouse.click(spot.x, spot.y)
    const panel = window.panel(/^Ladder/)
    await expect.poll(() => panel.getByRole('status').innerText(), PATIENCE).toMatch(/not armed/)
    await letSecondPass(window)
    expect([window.sentOf('order.submit'), await ordersOf(page)]).toEqual([[], []])
  })

  it('armed, a click places there, a drag moves, the right button takes back', async () => {
    const { window } = started()
    const { page } = window
    await arm(window)
    const { bid } = await bestPrices(window)
    const [price, other] = [inWords(bid - 70), inWords(bid - 50)]
    const place = (delay: number) => async (): Promise<void> => {
      const spot = await ladderSpot(window, price, 'bid')
      await page.mouse.dblclick(spot.x, spot.y, { delay })
    }
    const works = (at: string) => async () =>
      (await workingOf(page)).map((each) => `${each.side} ${each.filled} ${each.price}`).join() ===
      `Buy 0/1 ${at}`
    let sent = 0
    // A double click is one wish, however slowly a person double-clicks.
    for (const delay of [300, 0]) {
      await cancelAll(window)
      sent += await ordered(window, place(delay), works(price))
      await letSecondPass(window)
      expect(await works(price)()).toBe(true)
      expect(window.sentOf('order.submit')).toHaveLength(sent)
    }
    await expect.poll(() => ladderOrders(window, price), PATIENCE).toMatch(/^1 · /)
    const drag = async (): Promise<void> => {
      const from = await ladderSpot(window, price, 'bidOrders')
      const to = await ladderSpot(window, other, 'bidOrders')
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(to.x, (from.y + to.y) / 2)
      await page.mouse.move(to.x, to.y)
      await page.mouse.up()
    }
    const amended = await ordered(window, drag, works(other))
    expect(window.sentOf('order.amend')).toHaveLength(amended)
    const elsewhere = await placeAway(window, 11)
    const again = await ladderSpot(window, other, 'bid')
    await page.mouse.click(again.x, again.y, { button: 'right' })
    const ids = async () => (await workingOf(page)).map(({ id }) => id)
    await expect.poll(ids, PATIENCE).toEqual([elsewhere.id])
    await letSecondPass(window)
    expect(await ids()).toEqual([elsewhere.id])
    expect(window.sentOf('order.cancel')).toHaveLength(1)
    await cancelAll(window)
  })

  it('armed, B and S place at the cursor, once if held or pressed twice, Ctrl ↓ moves it, X takes back there', async () => {
    const { window } = started()
    const { page } = window
    await page.mouse.move(700, 20)
    await arm(window)
    const before = window.sentOf('order.submit').length
    await page.keyboard.press('Control+5')
    await page.locator('.ladder-canvas:visible').focus()
    for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowDown')
    // As fast as a hand: a test that waits for each would press twice, slowly, on a slow machine.
    const hold = (): Promise<unknown> =>
      Promise.all([
        page.keyboard.down('b'),
        page.keyboard.down('b'),
        page.keyboard.down('b'),
        page.keyboard.up('b'),
        page.keyboard.press('b'),
      ])
    const works = async () =>
      (await workingOf(page)).map(({ side, filled }) => `${side} ${filled}`).join()
    const sent = await ordered(window, hold, async () => (await works()) === 'Buy 0/1')
    await letSecondPass(window)
    expect(await works()).toBe('Buy 0/1')
    expect(window.sentOf('order.submit')).toHaveLength(before + sent)
    const price = async () =>
      Number((await workingOf(page))[0]?.price.replaceAll(',', '') ?? Number.NaN)
    const from = await price()
    const moves = window.sentOf('order.amend').length
    const lower = async (): Promise<void> => {
      await page.keyboard.down('Control')
      for (let time = 0; time < 3; time++) await page.keyboard.down('ArrowDown')
      await page.keyboard.up('ArrowDown')
      await page.keyboard.up('Control')
    }
    const moved = await ordered(window, lower, async () => (await price()) < from)
    expect(window.sentOf('order.amend')).toHaveLength(moves + moved)
    await page.keyboard.press('x')
    await expect.poll(async () => (await workingOf(page)).length, PATIENCE).toBe(0)
    for (let step = 0; step < 16; step++) await page.keyboard.press('ArrowUp')
    await ordered(
      window,
      () => page.keyboard.press('s'),
      async () => (await works()) === 'Sell 0/1',
    )
    await page.keyboard.press('x')
    await expect.poll(async () => (await workingOf(page)).length, PATIENCE).toBe(0)
    expect(window.complaints).toEqual([])
  })
})
