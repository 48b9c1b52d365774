import { describe, expect, it } from 'vitest'
import type { OrderTerms } from '../../../src/core/domain/index.ts'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import { ordered } from './orders-by-hand.ts'
import { PATIENCE, bestPrices, fillTicket, ordersOf, rowsOf, ticket } from './desk-page.ts'

/**
 * Money for one lot of copper at its price (margin of 7 %, 24,500 CNY), and not for one at the
 * day's upper limit, at which the exchange reckons a market order; the gate takes the last price.
 */
const CASH = '25200'

/**
 * The ticket sends nothing that the gate would refuse. So the wish is changed on its way: as where
 * limits or prices are others at the gateway already than in the window.
 */
async function changeNext({ page }: WindowPage, change: Partial<OrderTerms>): Promise<void> {
  await page.evaluate((changed) => {
    const { prototype } = WebSocket
    const send = Reflect.get(prototype, 'send') as (this: WebSocket, data: unknown) => void
    prototype.send = function changing(this: WebSocket, data) {
      if (typeof data !== 'string') return send.call(this, data)
      const frame = JSON.parse(data) as { name: string; body: object }
      if (frame.name !== 'order.submit') return send.call(this, data)
      prototype.send = send
      send.call(this, JSON.stringify({ ...frame, body: { ...frame.body, ...changed } }))
    }
  }, change)
}

const told = (window: WindowPage) => window.page.locator('.ticket-command').innerText()

/** What happened, and its code, as the table of refusals tells them; the newest first. */
async function refused({ page }: WindowPage, table = 'Refused') {
  await page.getByRole('tab', { name: table }).click()
  const rows = await rowsOf(page, table)
  // Prices that were old just then are the machine's doing, and such an order is sent again.
  return rows.map((cells) => cells.slice(1, 5)).filter((cells) => cells[3] !== 'risk.stale')
}

async function nothingCameOf({ page }: WindowPage) {
  await page.getByRole('tab', { name: 'Orders' }).click()
  await page.getByRole('grid', { name: 'Orders', exact: true }).waitFor()
  const orders = (await ordersOf(page)).map(({ state }) => state)
  return { orders, positions: await rowsOf(page, 'Positions') }
}

/** Buys, with what is changed on the way, until that is told of it. @returns how many were sent. */
function buy(window: WindowPage, change: Partial<OrderTerms>, words: string): Promise<number> {
  const act = async (): Promise<void> => {
    await changeNext(window, change)
    await window.page.keyboard.press('Control+b')
  }
  return ordered(window, act, async () => (await told(window)).includes(words))
}

describe.skipIf(CHROMIUM.isAbsent)(`what is refused${CHROMIUM.why}`, () => {
  const started = shareWindow((home) => [...handsOnly(home), '--cash', CASH])
  let sent = 0

  it('by the gate for its lots, or its price, is told in the ticket and in Refused', async () => {
    const { window } = started()
    await fillTicket(window, { lots: 1 })
    const tooMany = '■ refused: too many lots, or none (risk.size)'
    sent += await buy(window, { volume: 900 as never }, tooMany)
    const lots = ['hand', 'order', TEXTS.en['code.risk.size'], 'risk.size']
    await expect.poll(() => refused(window), PATIENCE).toEqual([lots])
    const { ask } = await bestPrices(window)
    const tooFar = '■ refused: outside of the collar (risk.collar)'
    sent += await buy(window, { limit: Math.round((ask * 1.03) / 10) as never }, tooFar)
    const price = ['hand', 'order', TEXTS.en['code.risk.collar'], 'risk.collar']
    await expect.poll(() => refused(window), PATIENCE).toEqual([price, lots])
    expect(window.sentOf('order.submit')).toHaveLength(sent)
    expect(await nothingCameOf(window)).toEqual({ orders: [], positions: [] })
  })

  it('by the venue after the gate let it pass is an order that is over, with the reason', async () => {
    const { window } = started()
    await ticket(window).getByRole('button', { name: 'Market', exact: true }).click()
    const tooPoor = '■ rejected: the venue finds too few funds (venue.funds)'
    sent += await buy(window, {}, tooPoor)
    const funds = ['hand', 'order cu', TEXTS.en['code.venue.funds'], 'venue.funds']
    await expect.poll(async () => (await refused(window))[0], PATIENCE).toEqual(funds)
    await expect
      .poll(() => nothingCameOf(window), PATIENCE)
      .toEqual({ orders: ['■ refused'], positions: [] })
    expect(window.sentOf('order.submit')).toHaveLength(sent)
  })

  it('is told in Chinese as well, without a word of English', async () => {
    const { window } = started()
    const { page } = window
    const { zh } = TEXTS
    await page.keyboard.press('Control+Shift+l')
    await expect
      .poll(() => told(window), PATIENCE)
      .toContain(`■ ${zh['sent.rejected']}: ${zh['short.venue.funds']} (venue.funds)`)
    const hand = zh['hand']
    await expect
      .poll(() => refused(window, zh['panel.refusals']), PATIENCE)
      .toEqual([
        [hand, `${zh['command.Order']} cu`, zh['code.venue.funds'], 'venue.funds'],
        [hand, zh['command.OrderIntent'], zh['code.risk.collar'], 'risk.collar'],
        [hand, zh['command.OrderIntent'], zh['code.risk.size'], 'risk.size'],
      ])
    await page.keyboard.press('Control+Shift+l')
    expect(window.complaints).toEqual([])
  })
})
