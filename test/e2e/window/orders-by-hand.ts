import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { WindowPage } from './browser.ts'
import type { ShownOrder } from './desk-page.ts'
import { PATIENCE, bestPrices, fillTicket, isOver, ordersOf, sideButton } from './desk-page.ts'
import { twoFrames } from './page-keys.ts'

/** What panels that send orders say of the last one. */
async function toldOfOrder(page: Page): Promise<string> {
  const told = ['ticket', 'ladder', 'chart'].map(
    (kind) => `[data-panel-kind="${kind}"] [role=status]`,
  )
  return (await page.locator(told.join()).allInnerTexts()).join('\n')
}

/** Why a machine that stood still for a moment has an order refused, or has the ticket keep it. */
const STOOD_STILL =
  /Not sent: .*(\bold\b|silent|being asked|catching up)|\((risk\.stale|command\.expired)\)/

/**
 * Acts until an order came to be what it should. It is done again only where the last try is told
 * to have failed because the machine stood still: prices were too old just then.
 *
 * @param act sends once.
 * @returns how many of the tries were sent.
 */
export async function ordered(
  { page }: WindowPage,
  act: () => Promise<unknown>,
  isSo: () => Promise<boolean>,
): Promise<number> {
  let sent = 0
  let again = true
  await expect
    .poll(async () => {
      if (again) {
        again = false
        sent++
        await act()
        // What is told of the try before is gone by then.
        await twoFrames(page)
      }
      if (await isSo()) return 'so'
      const told = await toldOfOrder(page)
      again = STOOD_STILL.test(told)
      if (again && told.includes('Not sent')) sent--
      return told
    }, PATIENCE)
    .toBe('so')
  return sent
}

/** The best prices, once the quote panel tells them. */
async function knownPrices(window: WindowPage): Promise<{ bid: number; ask: number }> {
  let prices = { bid: 0, ask: 0 }
  await expect
    .poll(async () => {
      prices = await bestPrices(window)
      return prices.bid > 0 && prices.ask > 0
    }, PATIENCE)
    .toBe(true)
  return prices
}

/** Ticks of ten beyond the other side's best: further than the market goes while an order travels. */
const BEYOND = 5

/**
 * Trades by the ticket, at a price that crosses, until positions are what they should be.
 *
 * @returns how many orders were sent.
 */
export function trade(
  window: WindowPage,
  side: 'BUY' | 'SELL',
  lots: number,
  isSo: () => Promise<boolean>,
): Promise<number> {
  const act = async (): Promise<void> => {
    const { bid, ask } = await knownPrices(window)
    await fillTicket(window, {
      lots,
      price: side === 'BUY' ? ask + 10 * BEYOND : bid - 10 * BEYOND,
    })
    await sideButton(window, side).click()
  }
  return ordered(window, act, isSo)
}

/** Places a working order by the ticket, so many ticks of ten away from the market. */
export async function placeAway(window: WindowPage, ticks: number): Promise<ShownOrder> {
  const known = new Set((await ordersOf(window.page)).map(({ id }) => id))
  let price = NaN
  let placed: ShownOrder | undefined
  const act = async (): Promise<void> => {
    price = (await knownPrices(window)).bid - 10 * ticks
    await fillTicket(window, { price })
    await sideButton(window, 'BUY').click()
  }
  await ordered(window, act, async () => {
    const fresh = (await ordersOf(window.page)).filter(({ id }) => !known.has(id))
    placed = fresh[0]
    return fresh.length === 1 && placed?.state === 'working'
  })
  expect(placed?.price).toBe(price.toLocaleString('en-US'))
  return placed!
}

/** Presses until it is so: on a loaded machine two presses may come apart. */
export async function cancelAll({ page }: WindowPage): Promise<void> {
  await expect
    .poll(async () => {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      return (await ordersOf(page)).filter(({ state }) => !isOver(state)).length
    }, PATIENCE)
    .toBe(0)
}
