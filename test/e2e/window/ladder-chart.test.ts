import { describe, expect, it } from 'vitest'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import { PATIENCE, bestPrices, ladderOrders, ladderSpot, ordersOf, workingOf } from './desk-page.ts'
import { cancelAll, ordered, placeAway } from './orders-by-hand.ts'
import { letSecondPass, twoFrames } from './page-keys.ts'

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
    const place = async (): Promise<void> => {
      const spot = await ladderSpot(window, price, 'bid')
      await page.mouse.dblclick(spot.x, spot.y)
    }
    const works = (at: string) => async () =>
      (await workingOf(page)).map((each) => `${each.side} ${each.filled} ${each.price}`).join() ===
      `Buy 0/1 ${at}`
    const sent = await ordered(window, place, works(price))
    await letSecondPass(window)
    expect(await works(price)()).toBe(true)
    expect(window.sentOf('order.submit')).toHaveLength(sent)
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

  it('armed, B and S place at the cursor once a press, Ctrl ↓ moves it, X takes back there', async () => {
    const { window } = started()
    const { page } = window
    await page.mouse.move(700, 20)
    await arm(window)
    const before = window.sentOf('order.submit').length
    await page.keyboard.press('Control+5')
    await page.locator('.ladder-canvas:visible').focus()
    for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowDown')
    const hold = async (): Promise<void> => {
      for (let time = 0; time < 3; time++) await page.keyboard.down('b')
      await page.keyboard.up('b')
    }
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
    await expect.poll(told, PATIENCE).toMatch(/\b1 working orders\b/)
    await page.reload()
    await window.follows()
    await expect.poll(told, PATIENCE).toMatch(/\b1 working orders\b/)
    await cancelAll(window)
    await expect.poll(told, PATIENCE).toMatch(/\b0 working orders\b/)
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
