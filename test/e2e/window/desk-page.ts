import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { HEAD, ladderLayout } from '../../../src/renderer/panels/ladder/ladder-layout.ts'
import type { WindowPage } from './browser.ts'

/** Other processes may want the machine just now. */
export const PATIENCE = { timeout: 60_000, interval: 100 }

/** The cells of a table's rows, from the top. */
export function rowsOf(page: Page, table: string): Promise<readonly (readonly string[])[]> {
  return page
    .getByRole('grid', { name: table, exact: true })
    .evaluate((grid) =>
      [...grid.querySelectorAll<HTMLElement>('.pool-row:not([hidden])')]
        .sort((one, other) => Number(one.dataset['index']) - Number(other.dataset['index']))
        .map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    )
}

/** An order as the table of orders tells it. */
export interface ShownOrder {
  readonly id: string
  readonly side: string
  readonly price: string
  readonly filled: string
  readonly state: string
}

/** Orders of the hand, the newest first but for those that work. */
export async function ordersOf(page: Page): Promise<readonly ShownOrder[]> {
  const rows = await rowsOf(page, 'Orders')
  return rows
    .filter((cells) => cells.at(-1) === 'hand')
    .map(([, id = '', , side = '', , price = '', filled = '', state = '']) => {
      return { id, side, price, filled, state }
    })
}

export async function workingOf(page: Page): Promise<readonly ShownOrder[]> {
  return (await ordersOf(page)).filter(({ state }) => state === 'working')
}

export const ticket = (window: WindowPage): Locator => window.panel(/^Ticket/)

/** The best prices as the quote panel tells them. */
export async function bestPrices(window: WindowPage): Promise<{ bid: number; ask: number }> {
  const text = await window.panel(/^Quote/).innerText()
  const found = /Bid\s+([\d,.]+)[\s\S]*?Ask\s+([\d,.]+)/.exec(text)
  const number = (words: string | undefined): number => Number((words ?? '').replaceAll(',', ''))
  return { bid: number(found?.[1]), ask: number(found?.[2]) }
}

export async function fillTicket(
  window: WindowPage,
  { price, lots = 1 }: { readonly price?: number; readonly lots?: number },
): Promise<void> {
  const panel = ticket(window)
  await panel.getByRole('textbox', { name: 'Lots' }).fill(String(lots))
  if (price === undefined) await panel.getByRole('button', { name: 'Best', exact: true }).click()
  else await panel.getByRole('textbox', { name: 'Price' }).fill(String(price))
}

export const sideButton = (window: WindowPage, side: 'BUY' | 'SELL'): Locator =>
  ticket(window).getByRole('button', { name: new RegExp(`^${side}`) })

/** Where a row of the ladder stands on the page, in the middle of a column. */
export async function ladderSpot(
  window: WindowPage,
  price: string,
  column: 'bid' | 'ask' | 'bidOrders' | 'askOrders',
): Promise<{ readonly x: number; readonly y: number }> {
  const { page } = window
  const canvas = page.locator('.ladder-canvas:visible')
  const box = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  // With the pointer over it, it stands still.
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4)
  let before: readonly string[] = []
  await expect
    .poll(
      async () => {
        const last = before
        before = await ladderPrices(window)
        return before.includes(price) && before.join() === last.join()
      },
      { ...PATIENCE, interval: 1_200 },
    )
    .toBe(true)
  const layout = ladderLayout(box.width, box.height, 18, price.length)
  const { x, width } = layout[column]
  const y = HEAD + (before.indexOf(price) + 0.5) * layout.row
  return { x: box.x + x + width / 2, y: box.y + y }
}

/** Prices of the ladder's rows from the top, as readers of screens are told. */
async function ladderPrices(window: WindowPage): Promise<readonly string[]> {
  const heads = await window.page
    .getByRole('grid', { name: /^Depth ladder/ })
    .getByRole('rowheader')
    .allTextContents()
  return heads.map((text) => text.replace(/ last$/, ''))
}

/** What the ladder tells of own orders at a price. */
export async function ladderOrders(window: WindowPage, price: string): Promise<string> {
  const rows = await window.page
    .getByRole('grid', { name: /^Depth ladder/ })
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))
  const found = rows.find((cells) => cells[2]?.replace(/ last$/, '') === price)
  return `${found?.[0] ?? ''}${found?.[4] ?? ''}`
}

export function isOver(state: string): boolean {
  return /filled$|cancelled|refused/.test(state) && !state.startsWith('part')
}
