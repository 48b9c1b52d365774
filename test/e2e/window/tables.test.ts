import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CHROMIUM, shareHost } from './browser.ts'
import { PATIENCE } from './desk-page.ts'
import { closed, copiedFrom, opened, twoFrames } from './page-keys.ts'

const table = (page: Page, name: string): Locator => page.getByRole('grid', { name })

const rowCount = async (grid: Locator): Promise<number> =>
  Number(await grid.getAttribute('aria-rowcount')) - 1

/** What stands in the rows that are there, by their order. */
const rowsOf = (grid: Locator) =>
  grid.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('.pool-row:not([hidden])')]
      .sort((one, other) => Number(one.dataset['index']) - Number(other.dataset['index']))
      .map((row) => row.textContent ?? ''),
  )

/** What lies there now: the browser's own word of what is hovered comes a moment after a layout. */
const rowAt = (page: Page, place: { readonly x: number; readonly y: number }) =>
  page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('.pool-row')?.textContent ?? '',
    place,
  )

const WIDE = { width: 1920, height: 1080 }

const shared = shareHost()

describe.skipIf(CHROMIUM.isAbsent)(`tables of a window${CHROMIUM.why}`, () => {
  it('are walked and copied by keys, and an order tells its life', async () => {
    const window = await shared().open(WIDE)
    const { page } = window
    const orders = table(page, 'Orders')
    await expect.poll(() => rowCount(orders), PATIENCE).toBeGreaterThan(1)
    await orders.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+ArrowUp')
    const chosen = orders.locator('[aria-selected="true"]')
    await expect.poll(() => chosen.count()).toBe(2)
    await expect
      .poll(() =>
        orders.evaluate((grid) =>
          document
            .getElementById(grid.getAttribute('aria-activedescendant') ?? '')
            ?.getAttribute('aria-selected'),
        ),
      )
      .toBe('true')
    const lines = (await copiedFrom(orders)).split('\n')
    expect(lines.map((line) => line.split('\t').length)).toEqual([10, 10])
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const life = page.getByRole('dialog', { name: /^Order / })
    await expect.poll(() => life.locator('tbody tr').count()).toBeGreaterThan(1)
    await closed(page, life)
    await expect
      .poll(() => orders.evaluate((element) => element === document.activeElement))
      .toBe(true)
    expect(window.complaints).toEqual([])
  })

  it('export what they show, with its mode, account and time above', async () => {
    const window = await shared().open(WIDE)
    const { page } = window
    const log = table(page, 'Event log')
    await expect.poll(() => rowCount(log), PATIENCE).toBeGreaterThan(1)
    await log.focus()
    await page.keyboard.press('Shift+F10')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Export CSV' }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    expect(download.suggestedFilename()).toMatch(/^event-log-\d{8}-\d{6}\.csv$/)
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      '\ufeffTable,Event log',
      'Mode,SIM',
      'Account,default',
    ])
    expect(text).toContain('\r\n\r\nTime,Kind,Event\r\n')
  })

  it('of every kind leave the window: by their menu, by Ctrl C, and as a file', async () => {
    const window = await shared().open(WIDE)
    const { page } = window
    const orders = table(page, 'Orders')
    await expect.poll(() => rowCount(orders), PATIENCE).toBeGreaterThan(1)
    await orders.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Copy all rows' }).click()
    await opened(page, 'Control+k', page.getByRole('dialog'))
    await page.keyboard.press('Control+v')
    const typed = page.locator('.palette-input')
    await expect.poll(() => typed.inputValue(), PATIENCE).toMatch(/^Time\s*Id\s*Symbol/)
    await closed(page)
    await page.keyboard.press('F4')
    const gate = page.locator('.simple-table-place[aria-label="Risk gate"]')
    await gate.waitFor()
    expect((await copiedFrom(gate)).split('\n')[0]).toMatch(/^Rule\tNow\tLimit\tUsed\t/)
    await gate.click({ button: 'right' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Export CSV' }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toMatch(/\r\n\r\nRule,Now,Limit,Used,\S+\r\n"?Daily loss,/)
    expect(window.complaints).toEqual([])
  })

  it('keep the row under the pointer in its place while others come above it', async () => {
    const window = await shared().open(WIDE)
    const { page } = window
    const log = table(page, 'Event log')
    await expect.poll(() => rowCount(log), PATIENCE).toBeGreaterThan(4)
    const box = await log.boundingBox()
    const place = { x: (box?.x ?? 0) + 80, y: (box?.y ?? 0) + 60 }
    await page.mouse.move(place.x, place.y)
    await twoFrames(page)
    const held = await rowAt(page, place)
    const count = await rowCount(log)
    await expect.poll(() => rowCount(log), PATIENCE).toBeGreaterThan(count + 2)
    await expect.poll(() => rowAt(page, place)).toBe(held)
    const above = page.getByRole('button', { name: /new above$/ })
    await expect.poll(() => above.count()).toBe(1)
    await page.mouse.move(5, 5)
    await expect.poll(() => above.count()).toBe(0)
    await expect.poll(() => log.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  })

  it('filter events by their words, and show all again', async () => {
    const window = await shared().open(WIDE)
    const { page } = window
    const log = table(page, 'Event log')
    await expect.poll(() => rowCount(log), PATIENCE).toBeGreaterThan(4)
    await log.focus()
    await page.keyboard.press('f')
    await page.keyboard.type('sent')
    await expect
      .poll(async () => (await rowsOf(log)).filter((row) => !row.includes('sent')))
      .toEqual([])
    await page.keyboard.press('Escape')
    await expect
      .poll(async () => (await rowsOf(log)).some((row) => !row.includes('sent')))
      .toBe(true)
  })

  it('say that nothing fits a filter, and how it ends: of events, and of the audit log', async () => {
    const { page } = await shared().open(WIDE)
    const said = page.getByText('Nothing fits the filter').filter({ visible: true })
    const audit = page.locator('[data-panel-kind="audit"] .simple-table-place')
    const filter = async (place: Locator): Promise<void> => {
      await place.focus()
      await page.keyboard.press('f')
      await page.keyboard.type('qqqq')
      await expect.poll(() => said.count(), PATIENCE).toBe(1)
      await page.keyboard.press('Escape')
      await expect.poll(() => said.count(), PATIENCE).toBe(0)
    }
    await filter(table(page, 'Event log'))
    await page.keyboard.press('F4')
    await expect.poll(() => audit.count(), PATIENCE).toBe(1)
    await filter(audit)
  })
})

describe.skipIf(CHROMIUM.isAbsent)(`the watch list${CHROMIUM.why}`, () => {
  it('is searched by typing, links panels, and keeps what was taken off', async () => {
    const window = await shared().open(WIDE)
    const { page } = window
    const list = table(page, 'Watch list')
    await expect.poll(() => rowCount(list)).toBe(3)
    await list.focus()
    await page.keyboard.type('gold')
    await page.keyboard.press('Enter')
    await expect.poll(() => window.panel(/^Quote/).innerText()).toContain('tick 0.02')
    await page.keyboard.press('Delete')
    await expect.poll(() => rowCount(list)).toBe(2)
    await page.reload()
    await window.follows()
    await expect.poll(() => rowCount(list)).toBe(2)
    await page.getByRole('button', { name: 'Add an instrument' }).click()
    await page.keyboard.type('gol')
    await page.keyboard.press('Enter')
    await expect.poll(() => rowCount(list)).toBe(3)
    expect(window.complaints).toEqual([])
  })
})
