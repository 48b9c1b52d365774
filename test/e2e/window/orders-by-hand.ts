import process from 'node:process'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import type { WindowPage } from './browser.ts'
import type { ShownOrder } from './desk-page.ts'
import { PATIENCE, bestPrices, fillTicket, isOver, ordersOf, sideButton } from './desk-page.ts'
import { letSecondPass, twoFrames } from './page-keys.ts'

/** What panels that send orders say of the last one, each in a line. */
async function toldOfOrder(page: Page): Promise<readonly string[]> {
  const told = ['ticket', 'ladder', 'chart'].map(
    (kind) => `[data-panel-kind="${kind}"] [role=status]`,
  )
  const all = await page.locator(told.join()).allInnerTexts()
  return all.flatMap((text) => text.split('\n').map((line) => line.trim()))
}

/** An order that a window, the gate or the venue did not take. */
const NOT_TAKEN = /Not sent: |■ (refused|rejected|expired)/

/**
 * The one thing for which a market may rightly have an order refused that was good a moment ago:
 * its last price, or the feed's last word, became too old. The gate says so by its code, a window
 * that knew it before in words. Nothing else is tried again.
 */
const QUOTE_TOO_OLD = new RegExp(
  ['\\(risk\\.stale\\)', said('entry.stale'), said('entry.feed-silent')].join('|'),
)

/** A pattern of words that have figures in them. */
function said(key: 'entry.stale' | 'entry.feed-silent'): string {
  return TEXTS.en[key].replaceAll(/\{\w+\}/g, '.+')
}

/**
 * Acts until an order came to be what it should. Where the quote was too old just then it is done
 * again, which is printed; any other refusal fails at once, in its own words.
 *
 * @param act sends once.
 * @returns how many of the tries were sent.
 */
export async function ordered(
  window: WindowPage,
  act: () => Promise<unknown>,
  isSo: () => Promise<boolean>,
): Promise<number> {
  // Panels may still say what became of another order, long ago.
  const old = new Set(await toldOfOrder(window.page))
  const deadline = performance.now() + PATIENCE.timeout
  let sent = 0
  for (let tries = 1; ; tries++) {
    await act()
    // What is told of the try before is gone by then.
    await (tries === 1 ? twoFrames(window.page) : letSecondPass(window))
    const refusal = await refusalOf(window.page, isSo, old, deadline)
    if (refusal?.includes('Not sent') !== true) sent++
    if (refusal === undefined) return sent
    if (!QUOTE_TOO_OLD.test(refusal)) throw new Error(`the order was not taken: ${refusal}`)
    process.stderr.write(`an order is tried again [risk.stale], try ${tries}: ${refusal}\n`)
  }
}

/**
 * Waits for what becomes of an order.
 *
 * @param old what was told before it; what is told no more is taken out.
 * @returns undefined where it became what it should.
 */
async function refusalOf(
  page: Page,
  isSo: () => Promise<boolean>,
  old: Set<string>,
  deadline: number,
): Promise<string | undefined> {
  for (;;) {
    if (await isSo()) return undefined
    const told = await toldOfOrder(page)
    for (const line of old) if (!told.includes(line)) old.delete(line)
    const refusal = told.find((line) => NOT_TAKEN.test(line) && !old.has(line))
    // It may have become so between the two looks.
    if (refusal !== undefined) return (await isSo()) ? undefined : refusal
    if (performance.now() > deadline) throw new Error(`it was not so; told: ${told.join(' | ')}`)
    await twoFrames(page)
  }
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
