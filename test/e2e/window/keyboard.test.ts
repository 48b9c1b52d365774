import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import { PATIENCE, ordersOf, rowsOf, ticket, workingOf } from './desk-page.ts'
import { cancelAll, ordered } from './orders-by-hand.ts'
import {
  closed,
  command,
  focusedPanel,
  letSecondPass,
  opened,
  symbol,
  walkTo,
} from './page-keys.ts'

const workspace = (page: Page) => page.locator('[aria-current="page"]').getAttribute('aria-label')

const lots = (page: Page) => page.getByRole('textbox', { name: 'Lots' }).inputValue()

describe.skipIf(CHROMIUM.isAbsent)(`a trade by keyboard alone${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('chooses a symbol, sets lots and price, sells, and takes the order back', async () => {
    const { window } = started()
    const { page } = window
    await symbol(page, 'ag')
    await window.panel('Ticket ag').waitFor()
    await walkTo(page, 'ticket')
    await page.keyboard.press('Escape')
    await page.keyboard.press('2')
    await expect.poll(() => lots(page), PATIENCE).toBe('2')
    await page.keyboard.press('Shift+ArrowUp')
    const sent = await ordered(
      window,
      () => page.keyboard.press('Control+s'),
      async () =>
        (await workingOf(page)).map((each) => each.side + each.filled).join() === 'Sell0/2',
    )
    await expect.poll(() => focusedPanel(page)).toBe('ticket')
    await walkTo(page, 'orders')
    await page.keyboard.press('Tab')
    await page.getByRole('grid', { name: 'Orders' }).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Delete')
    await expect.poll(() => workingOf(page), PATIENCE).toEqual([])
    expect([window.sentOf('order.submit').length, window.sentOf('order.cancel').length]).toEqual([
      sent,
      1,
    ])
  })

  it('sends one order for a key that is held down', async () => {
    const { window } = started()
    const { page } = window
    const [orders, before] = [(await ordersOf(page)).length, window.sentOf('order.submit').length]
    await walkTo(page, 'ticket')
    await page.keyboard.press('Escape')
    await page.keyboard.press('1')
    await expect.poll(() => lots(page), PATIENCE).toBe('1')
    // Beyond the market's best: it is filled, whatever the market does meanwhile.
    for (let tick = 0; tick < 5; tick++) await page.keyboard.press('ArrowUp')
    const hold = async (): Promise<void> => {
      await page.keyboard.down('Control')
      for (let time = 0; time < 12; time++) await page.keyboard.down('b')
      await page.keyboard.up('b')
      await page.keyboard.up('Control')
    }
    const sent = await ordered(
      window,
      hold,
      async () => (await rowsOf(page, 'Positions')).length === 1,
    )
    await letSecondPass(window)
    expect((await ordersOf(page)).length).toBe(orders + 1)
    expect(window.sentOf('order.submit')).toHaveLength(before + sent)
  })

  it('flattens the symbol by a hold of Ctrl Del', async () => {
    const { window } = started()
    const { page } = window
    const letGo = async (): Promise<void> => {
      await page.keyboard.up('Delete')
      await page.keyboard.up('Control')
    }
    const hold = async (): Promise<void> => {
      await letGo()
      await page.keyboard.down('Control')
      await page.keyboard.down('Delete')
    }
    const held = async () => (await rowsOf(page, 'Positions')).length
    await ordered(window, hold, async () => (await held()) === 0)
    await letGo()
    expect(await held()).toBe(0)
  })

  it('sends nothing from text fields of others, nor from behind a dialog', async () => {
    const { window } = started()
    const { page } = window
    const sent = window.sentOf('order.submit').length
    await opened(page, 'Control+k', page.getByRole('dialog'))
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+s')
    await closed(page)
    await page.getByRole('textbox', { name: 'Quick' }).focus()
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Escape')
    await opened(page, 'Control+/', page.getByRole('dialog'))
    await page.keyboard.press('Control+b')
    await closed(page)
    await letSecondPass(window)
    expect(window.sentOf('order.submit')).toHaveLength(sent)
  })

  it('takes all back by a command that is found by its name', async () => {
    const { window } = started()
    const { page } = window
    await command(page, 'cancel all')
    await expect.poll(() => window.sentOf('orders.cancel').length, PATIENCE).toBeGreaterThan(0)
  })
})

describe.skipIf(CHROMIUM.isAbsent)(`a window by keyboard alone${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('goes to each workspace, and lists every key', async () => {
    const { window } = started()
    const { page } = window
    for (const [key, name] of [
      ['F2', 'Analyst'],
      ['F3', 'Models & strategies'],
      ['F4', 'System'],
      ['F1', 'Desk'],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => workspace(page), PATIENCE).toBe(name)
    }
    const list = page.getByRole('dialog', { name: 'Keys' })
    await opened(page, 'Control+/', list)
    const words = await list.innerText()
    for (const key of ['Ctrl B', 'Ctrl S', 'F12', 'Ctrl K', 'Ctrl P', 'F6', 'Ctrl Shift L']) {
      expect(words).toContain(key)
    }
    await closed(page, list)
  })

  it('walks all panels by F6 and comes round', async () => {
    const { window } = started()
    const { page } = window
    const all = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.dock-panel')]
        .filter((panel) => panel.offsetParent !== null)
        .map((panel) => panel.dataset['panel']),
    )
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    for (const panel of [...all, all[0]]) {
      await page.keyboard.press('F6')
      await expect.poll(() => focusedPanel(page), PATIENCE).toBe(panel)
    }
  })

  it('reaches everything by Tab, is nowhere trapped, and always shows where it is', async () => {
    const { window } = started()
    const { page } = window
    await page.locator('.workspace-tab').first().focus()
    const places: { readonly name: string; readonly seen: boolean; readonly ring: boolean }[] = []
    for (let step = 0; step < 200; step++) {
      await page.keyboard.press('Tab')
      const place = await page.evaluate(() => {
        const focus = document.activeElement as HTMLElement | null
        if (focus === null || focus === document.body) return undefined
        const { width, height, right, bottom } = focus.getBoundingClientRect()
        const style = getComputedStyle(focus)
        const around = focus.parentElement === null ? style : getComputedStyle(focus.parentElement)
        const ringed = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration): boolean =>
          (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
        return {
          name: `${focus.className} ${focus.getAttribute('aria-label') ?? focus.textContent}`,
          seen: width > 0 && height > 0 && right > 0 && bottom > 0,
          ring: ringed(style) || ringed(around),
        }
      })
      if (place === undefined) break
      places.push(place)
    }
    expect(places.filter(({ seen, ring }) => !seen || !ring)).toEqual([])
    expect(places.length).toBeGreaterThan(40)
    expect(places.length).toBeLessThan(200)
    const names = places.map(({ name }) => name).join('\n')
    for (const part of ['flatten-button', 'pool-scroller Watch list', 'BUY', 'ladder-canvas']) {
      expect(names).toContain(part)
    }
    await cancelAll(window)
    expect(await ticket(window).count()).toBe(1)
    expect(window.complaints).toEqual([])
  })
})
