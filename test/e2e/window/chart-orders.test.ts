import { describe, expect, it } from 'vitest'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import { PATIENCE, workingOf } from './desk-page.ts'
import { cancelAll, ordered, placeAway } from './orders-by-hand.ts'
import { letSecondPass, twoFrames } from './page-keys.ts'

/** Looks with the pointer for a place of the chart that has a cursor, as a person does. */
async function findOnChart(
  { page }: WindowPage,
  cursor: string,
  row: (x: number, y: number) => { readonly x: number; readonly y: number },
  count: number,
): Promise<{ readonly x: number; readonly y: number } | undefined> {
  const box = await page.locator('.chart-host:visible').boundingBox()
  if (box === null) throw new Error('there is no chart on the screen')
  for (let step = 0; step < count; step++) {
    const { x, y } = row(step, step)
    await page.mouse.move(box.x + x, box.y + y)
    const found = await page
      .locator('.chart-host:visible')
      .evaluate((host) => (host as HTMLElement).style.cursor)
    if (found === cursor) return { x: box.x + x, y: box.y + y }
  }
  return undefined
}

async function lineOnChart(window: WindowPage) {
  let found: { readonly x: number; readonly y: number } | undefined
  await expect
    .poll(async () => {
      found = await findOnChart(window, 'ns-resize', (_, step) => ({ x: 20, y: 4 + 6 * step }), 75)
      return found !== undefined
    }, PATIENCE)
    .toBe(true)
  return found!
}

/** Clicks where an order's ✕ is found; found anew where prices moved it from under the pointer. */
async function takeBackAt(window: WindowPage, find: () => ReturnType<typeof findOnChart>) {
  const { page } = window
  const before = window.sentOf('order.cancel').length
  await expect
    .poll(async () => {
      if (window.sentOf('order.cancel').length === before) {
        const cross = await find()
        if (cross !== undefined) await page.mouse.click(cross.x, cross.y)
        await twoFrames(page)
      }
      return workingOf(page)
    }, PATIENCE)
    .toEqual([])
}

describe.skipIf(CHROMIUM.isAbsent)(`orders by hand from the chart${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('are dragged by their line, once, and taken back by their ✕', async () => {
    const { window } = started()
    const { page } = window
    // Within what the chart shows by itself, and dragged nearer: it stays there.
    const order = await placeAway(window, 5)
    const amends = (): number => window.sentOf('order.amend').length
    const drag = async (): Promise<void> => {
      const before = amends()
      // Prices may move the line from under the pointer before it is pressed: then nothing is sent.
      await expect
        .poll(async () => {
          const line = await lineOnChart(window)
          await page.mouse.move(line.x, line.y)
          await page.mouse.down()
          await page.mouse.move(line.x, line.y - 10)
          await page.mouse.move(line.x, line.y - 24)
          await page.mouse.up()
          await letSecondPass(window)
          return amends() - before
        }, PATIENCE)
        .toBe(1)
    }
    const isMoved = async (): Promise<boolean> => {
      const prices = (await workingOf(page)).map(({ price }) => price)
      return prices.length === 1 && prices[0] !== order.price
    }
    const amended = await ordered(window, drag, isMoved)
    expect(amends()).toBe(amended)
    await takeBackAt(window, async () => {
      const tag = await lineOnChart(window)
      const host = await page.locator('.chart-host:visible').boundingBox()
      const y = tag.y + 4 - (host?.y ?? 0)
      return findOnChart(window, 'pointer', (step) => ({ x: 20 + 4 * step, y }), 60)
    })
    expect(window.sentOf('order.cancel')).toHaveLength(1)
  })

  it('far from the market are marked at the edge: not dragged from there, taken back by their ✕', async () => {
    const { window } = started()
    const { page } = window
    const order = await placeAway(window, 60)
    const pane = page.locator('.chart-host:visible canvas').first()
    const height = (await pane.boundingBox())?.height ?? NaN
    const atEdge = (step: number) => ({ x: 20 + 4 * step, y: height - 9 })
    const cancels = window.sentOf('order.cancel').length
    const cross = () => findOnChart(window, 'pointer', atEdge, 75)
    await expect.poll(async () => (await cross()) !== undefined, PATIENCE).toBe(true)
    expect(await findOnChart(window, 'ns-resize', atEdge, 75)).toBeUndefined()
    expect((await workingOf(page)).map(({ id }) => id)).toEqual([order.id])
    await takeBackAt(window, cross)
    expect(window.sentOf('order.cancel')).toHaveLength(cancels + 1)
  })

  it('stand on it after a reload, before anything more happens to them', async () => {
    const { window } = started()
    const { page } = window
    await placeAway(window, 5)
    const told = () => page.locator('.chart-host:visible').getAttribute('aria-label')
    await expect.poll(told, PATIENCE).toMatch(/\bworking orders 1\b/)
    await page.reload()
    await window.follows()
    await expect.poll(told, PATIENCE).toMatch(/\bworking orders 1\b/)
    await cancelAll(window)
    await expect.poll(told, PATIENCE).toMatch(/\bworking orders 0\b/)
  })

  it('are placed by Shift and a double click; a double click alone fills the ticket', async () => {
    const { window } = started()
    const { page } = window
    const box = await page.locator('.chart-host:visible').boundingBox()
    const [x, y] = [(box?.x ?? 0) + 150, (box?.y ?? 0) + 330]
    const before = window.sentOf('order.submit').length
    await page.mouse.dblclick(x, y)
    await expect
      .poll(() => window.panel(/^Chart/).innerText(), PATIENCE)
      .toContain('is in the ticket')
    await letSecondPass(window)
    expect(window.sentOf('order.submit')).toHaveLength(before)
    const place = async (): Promise<void> => {
      await page.keyboard.down('Shift')
      await page.mouse.dblclick(x, y)
      await page.keyboard.up('Shift')
    }
    const works = async () =>
      (await workingOf(page)).map(({ side, filled }) => `${side} ${filled}`).join()
    const sent = await ordered(window, place, async () => (await works()) === 'Buy 0/1')
    expect(window.sentOf('order.submit')).toHaveLength(before + sent)
    await cancelAll(window)
    expect(window.complaints).toEqual([])
  })
})
