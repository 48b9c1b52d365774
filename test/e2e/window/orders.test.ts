import { describe, expect, it } from 'vitest'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import {
  PATIENCE,
  bestPrices,
  fillTicket,
  ladderOrders,
  ordersOf,
  rowsOf,
  sideButton,
  ticket,
  workingOf,
} from './desk-page.ts'
import { cancelAll, ordered, placeAway, trade } from './orders-by-hand.ts'
import { closed, letSecondPass } from './page-keys.ts'

describe.skipIf(CHROMIUM.isAbsent)(`orders by hand from the ticket${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('that cross are filled either way, and stand in every list', async () => {
    const { window } = started()
    const { page } = window
    const holds = (lots: string) => async () => {
      const [cells = []] = await rowsOf(page, 'Positions')
      return ['cu', 'Long', lots, 'hand'].every((word) => cells.includes(word))
    }
    const bought = await trade(window, 'BUY', 2, holds('2'))
    const sold = await trade(window, 'SELL', 1, holds('1'))
    await expect
      .poll(
        async () => (await ordersOf(page)).map(({ side, filled, state }) => [side, filled, state]),
        PATIENCE,
      )
      .toEqual([
        ['Sell', '1/1', '✓ filled'],
        ['Buy', '2/2', '✓ filled'],
      ])
    await expect
      .poll(
        async () => new Set((await rowsOf(page, 'Fills')).map((cells) => cells.slice(1, 3).join())),
        PATIENCE,
      )
      .toEqual(new Set(['cu,Sell', 'cu,Buy']))
    await page.getByRole('tab', { name: 'Event log' }).click()
    await expect
      .poll(async () => (await rowsOf(page, 'Event log')).map((cells) => cells[1]), PATIENCE)
      .toEqual(expect.arrayContaining(['ord', 'fill']))
    expect(window.sentOf('order.submit')).toHaveLength(bought + sold)
    expect(window.complaints).toEqual([])
  })

  it('that lie away from the market work: in Orders, ladder and chart; Esc Esc takes them back', async () => {
    const { window } = started()
    const { page } = window
    const order = await placeAway(window, 7)
    await expect.poll(() => ladderOrders(window, order.price), PATIENCE).toMatch(/^1 · /)
    const chart = page.locator('.chart-host:visible')
    await expect
      .poll(() => chart.getAttribute('aria-label'), PATIENCE)
      .toMatch(/\bworking orders 1\b/)
    await expect.poll(() => ticket(window).innerText(), PATIENCE).toContain('Cancel all (1)')
    await cancelAll(window)
    await expect
      .poll(async () => (await ordersOf(page)).find(({ id }) => id === order.id)?.state, PATIENCE)
      .toBe('✕ cancelled')
    expect(await workingOf(page)).toEqual([])
    await expect.poll(() => ladderOrders(window, order.price), PATIENCE).toBe('')
  })

  it('are not sent beyond size, limits or ticks: the button says why, keys say it too', async () => {
    const { window } = started()
    const { page } = window
    const sent = window.sentOf('order.submit').length
    const cases = [
      [{ lots: 1_000 }, /lots/i],
      [{ price: 90_000 }, /limit/i],
      [{ price: 71_500 }, /collar|far/i],
      [{ price: 70_005 }, /tick/i],
      [{ lots: 0 }, /lots/i],
    ] as const
    for (const [wish, words] of cases) {
      await fillTicket(window, wish)
      const button = sideButton(window, 'BUY')
      const why = async () => [
        await button.getAttribute('title'),
        await button.getAttribute('aria-disabled'),
      ]
      await expect.poll(why, PATIENCE).toEqual([expect.stringMatching(words), 'true'])
      const told = ticket(window).getByRole('status')
      // A quote that is old just now is the reason that comes first.
      await expect
        .poll(async () => {
          await page.keyboard.press('Control+b')
          return told.innerText()
        }, PATIENCE)
        .toMatch(new RegExp(`^! Not sent: .*(${words.source})`, 'i'))
    }
    await letSecondPass(window)
    expect(window.sentOf('order.submit')).toHaveLength(sent)
    await fillTicket(window, { lots: 1 })
  })

  it('that work outlive a page that is loaded anew: once, and not sent again', async () => {
    const { window } = started()
    const { page } = window
    const order = await placeAway(window, 8)
    const ids = async () => (await ordersOf(page)).map(({ id }) => id)
    const [orders, sent] = [await ids(), window.sentOf('order.submit').length]
    await page.reload()
    await window.follows()
    await expect.poll(ids, PATIENCE).toEqual(orders)
    expect((await workingOf(page)).map(({ id }) => id)).toEqual([order.id])
    await letSecondPass(window)
    expect(await ids()).toEqual(orders)
    expect(window.sentOf('order.submit')).toHaveLength(sent)
    await cancelAll(window)
  })

  it('that are large are asked about; the question closes when the market moves off', async () => {
    const { window } = started()
    const { page } = window
    const sent = window.sentOf('order.submit').length
    const { bid } = await bestPrices(window)
    await fillTicket(window, { price: bid - 200, lots: 9 })
    const dialog = page.getByRole('dialog', { name: 'Send order' })
    const isAsked = async () => (await dialog.count()) === 1
    await ordered(window, () => sideButton(window, 'BUY').click(), isAsked)
    await expect.poll(() => dialog.innerText(), PATIENCE).toContain('more than the quick size of 5')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent), PATIENCE)
      .toMatch(/^Back/)
    await closed(page, dialog)
    await letSecondPass(window)
    expect(window.sentOf('order.submit')).toHaveLength(sent)
    const confirm = async (): Promise<void> => {
      await ordered(window, () => sideButton(window, 'BUY').click(), isAsked)
      await page.keyboard.press('Control+Enter')
    }
    const tries = await ordered(
      window,
      confirm,
      async () => (await workingOf(page)).map(({ filled }) => filled).join() === '0/9',
    )
    expect(window.sentOf('order.submit')).toHaveLength(sent + tries)
    await cancelAll(window)
    await fillTicket(window, { lots: 1 })
    expect(window.complaints).toEqual([])
  })
})
