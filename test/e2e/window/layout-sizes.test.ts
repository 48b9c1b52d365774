import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CHROMIUM, shareHost } from './browser.ts'
import { PATIENCE } from './desk-page.ts'
import { command } from './page-keys.ts'
import { focusedPanel, seenPanels } from './seen-panels.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Of each width class two. */
const SIZES: readonly (readonly [Size, Size])[] = [
  [
    { width: 1920, height: 1080 },
    { width: 1999, height: 1000 },
  ],
  [
    { width: 1440, height: 900 },
    { width: 1500, height: 850 },
  ],
  [
    { width: 1280, height: 800 },
    { width: 1240, height: 760 },
  ],
  [
    { width: 800, height: 600 },
    { width: 720, height: 450 },
  ],
]

/** Where groups of tabs stand, in whole pixels. */
const groups = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.dv-groupview')]
      .map((group) => group.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' '))
      .toSorted(),
  )

/** Gives the window a size, and waits until its panels have theirs. */
async function sized(page: Page, size: Size): Promise<void> {
  await page.setViewportSize(size)
  const inside = () =>
    page.evaluate(() => {
      const place = document.querySelector('.workspace-dock:not([hidden])')
      const dock = place?.querySelector('.dv-dockview')
      return Math.abs((place?.clientHeight ?? 0) - (dock?.clientHeight ?? NaN)) < 2
    })
  await expect.poll(() => page.evaluate(() => innerHeight), PATIENCE).toBe(size.height)
  await expect.poll(inside, PATIENCE).toBe(true)
}

/** The chart alone, or all again. */
async function maximized(page: Page): Promise<void> {
  await page.locator('.dv-tab', { hasText: 'Chart' }).first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Maximize / restore' }).click()
}

const shared = shareHost()

describe.skipIf(CHROMIUM.isAbsent)(`the default layout of a window${CHROMIUM.why}`, () => {
  it('has its sizes as the window is sized, and the same tabs in front', async () => {
    const window = await shared().open()
    const { page } = window
    for (const [before, after] of SIZES) {
      await sized(page, before)
      await page.keyboard.press('t')
      await expect.poll(() => focusedPanel(page), PATIENCE).toBe('tape')
      const shown = await seenPanels(page)
      await sized(page, after)
      expect([after, await seenPanels(page), await focusedPanel(page)]).toEqual([
        after,
        shown,
        'tape',
      ])
      const fitted = await groups(page)
      await command(page, 'default layout')
      await expect.poll(() => groups(page), PATIENCE).toEqual(fitted)
    }
    expect(window.complaints).toEqual([])
  })

  it('leaves alone what is being typed, and a panel that fills the window', async () => {
    const window = await shared().open()
    const { page } = window
    await sized(page, { width: 1440, height: 900 })
    const lots = page.locator('.ticket').getByRole('textbox', { name: 'Lots' })
    await lots.fill('')
    await lots.pressSequentially('12')
    await sized(page, { width: 1440, height: 870 })
    await page.keyboard.press('3')
    expect(await lots.inputValue()).toBe('123')
    const whole = await groups(page)
    await maximized(page)
    await expect.poll(() => seenPanels(page)).toEqual(['chart'])
    await sized(page, { width: 1440, height: 840 })
    expect(await seenPanels(page)).toEqual(['chart'])
    await page.keyboard.press('F6')
    expect(await focusedPanel(page)).toBe('chart')
    await maximized(page)
    await expect.poll(async () => (await seenPanels(page)).length).toBeGreaterThan(3)
    await sized(page, { width: 1440, height: 870 })
    await expect.poll(() => groups(page), PATIENCE).toEqual(whole)
  })
})
