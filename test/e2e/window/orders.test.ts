import { describe, expect, it } from 'vitest'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import {
  PATIENCE,
  bestPrices,
  cancelAll,
  fillTicket,
  ladderOrders,
  ordersOf,
  placeAway,
  rowsOf,
  sideButton,
  ticket,
  workingOf,
} from './desk-page.ts'

describe.skipIf(CHROMIUM.isAbsent)(`orders by hand from the ticket${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('that cross are filled either way, and stand in every list', async () => {
    const { window } = started()
    const { page } = window
    await fillTicket(window, { lots: 2 })
    await sideButton(window, 'BUY').click()
    await expect
      .poll(async () => (await rowsOf(page, 'Positions'))[0], PATIENCE)
      .toEqual(expect.arrayContaining(['cu', 'Long', '2', 'hand']))
    await fillTicket(window, { lots: 1 })
    await sideButton(window, 'SELL').click()
    await expect
      .poll(async () => (await rowsOf(page, 'Positions'))[0], PATIENCE)
      .toEqual(expect.arrayContaining(['cu', 'Long', '1', 'hand']))
    const orders = await ordersOf(page)
    expect(orders.map(({ side, filled, state }) => [side, filled, state])).toEqual([
      ['Sell', '1/1', '✓ filled'],
      ['Buy', '2/2', '✓ filled'],
    ])
    const fills = await rowsOf(page, 'Fills')
    expect(fills.every((cells) => cells[1] === 'cu')).toBe(true)
    expect(new Set(fills.map((cells) => cells[2]))).toEqual(new Set(['Sell', 'Buy']))
    await page.getByRole('tab', { name: 'Event log' }).click()
    await expect
      .poll(async () => (await rowsOf(page, 'Event log')).map((cells) => cells[1]), PATIENCE)
      .toEqual(expect.arrayContaining(['ord', 'fill']))
    expect(window.sentOf('order.submit')).toHaveLength(2)
    expect(window.complaints).toEqual([])
  })

  it('that lie away from the market work: in Orders, ladder and chart; Esc Esc takes them back', async () => {
    const { window } = started()
    const { page } = window
    const order = await placeAway(window, 7)
    await expect.poll(() => ladderOrders(window, order.price), PATIENCE).toMatch(/^1 · /)
    const chart = page.locator('.chart-host:visible')
    await expect.poll(() => chart.getAttribute('aria-label'), PATIENCE).toMatch(/ 1 working orders/)
    await expect.poll(() => ticket(window).innerText(), PATIENCE).toContain('Cancel all (1)')
    await cancelAll(window)
    expect(await workingOf(page)).toEqual([])
    const all = await ordersOf(page)
    expect(all.find(({ id }) => id === order.id)?.state).toBe('✕ cancelled')
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
      const why = async () => (await button.getAttribute('title')) ?? ''
      await expect.poll(why, PATIENCE).toMatch(words)
      expect(await button.getAttribute('aria-disabled')).toBe('true')
      await page.keyboard.press('Control+b')
      const told = ticket(window).getByRole('status')
      await expect.poll(() => told.innerText(), PATIENCE).toMatch(/^! Not sent: /)
      expect(await told.innerText()).toMatch(words)
    }
    expect(window.sentOf('order.submit')).toHaveLength(sent)
    await fillTicket(window, { lots: 1 })
  })

  it('that work outlive a page that is loaded anew: once, and not sent again', async () => {
    const { window } = started()
    const { page } = window
    const order = await placeAway(window, 8)
    const [orders, sent] = [(await ordersOf(page)).length, window.sentOf('order.submit').length]
    await page.reload()
    await window.follows()
    await expect
      .poll(async () => (await workingOf(page)).map(({ id }) => id), PATIENCE)
      .toEqual([order.id])
    expect((await ordersOf(page)).length).toBe(orders)
    expect(window.sentOf('order.submit')).toHaveLength(sent)
    await cancelAll(window)
  })

  it('that are large are asked about; the question closes when the market moves off', async () => {
    const { window } = started()
    const { page } = window
    const sent = window.sentOf('order.submit').length
    const { bid } = await bestPrices(window)
    await fillTicket(window, { price: bid - 200, lots: 9 })
    await sideButton(window, 'BUY').click()
    const dialog = page.getByRole('dialog', { name: 'Send order' })
    await expect.poll(() => dialog.innerText(), PATIENCE).toContain('more than the quick size of 5')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Back/)
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count(), PATIENCE).toBe(0)
    expect(window.sentOf('order.submit')).toHaveLength(sent)
    await sideButton(window, 'BUY').click()
    await dialog.waitFor()
    await page.keyboard.press('Control+Enter')
    await expect
      .poll(async () => (await workingOf(page)).map(({ filled }) => filled), PATIENCE)
      .toEqual(['0/9'])
    expect(window.sentOf('order.submit')).toHaveLength(sent + 1)
    await cancelAll(window)
    await fillTicket(window, { lots: 1 })
    expect(window.complaints).toEqual([])
  })
})
