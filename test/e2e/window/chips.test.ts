import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CHIPS } from '../../../src/core/desk/chips.ts'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import { CHROMIUM, shareWindow } from './browser.ts'
import { PATIENCE } from './desk-page.ts'

const WIDTHS = Array.from({ length: 31 }, (_, index) => 1920 - 40 * index)
/** As wide as 888,888,888.88 and −88,888,888.88: what figures take is not there for the chips. */
const WIDE = '13ch'

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['chip'] ?? '')

/** Chips that are cut, and what else of the top bar is not wholly there. */
function cut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const box = (place: string): DOMRect | undefined =>
      document.querySelector(place)?.getBoundingClientRect()
    const bar = box('.bar-chips')
    const chips = [...document.querySelectorAll<HTMLElement>('.bar-chip')].filter((chip) => {
      const { left, right, width } = chip.getBoundingClientRect()
      return bar === undefined || width < 14 || left < bar.left - 0.5 || right > bar.right + 0.5
    })
    const others = ['.mode-badge', '.bar-equity', '.bar-clock', '.flatten-button'].filter(
      (place) => {
        const { left = -1, right = Infinity, width = 0 } = box(place) ?? {}
        return width === 0 || left < (bar?.left ?? 0) - 300 || right > innerWidth
      },
    )
    return [...chips.map((chip) => chip.dataset['chip'] ?? ''), ...others]
  })
}

async function cutAtAll(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  await page.locator('.bar-account').evaluate((account, width) => {
    for (const figure of account.querySelectorAll('b')) figure.style.minWidth = width
  }, WIDE)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    found.push(...(await cut(page)).map((what) => `${width}: ${what}`))
  }
  return found
}

describe.skipIf(CHROMIUM.isAbsent)(`the chips of the top bar${CHROMIUM.why}`, () => {
  const started = shareWindow()

  it('open their details by Alt 1 to 6, and have the focus back once they close', async () => {
    const { page } = started().window
    // Their keys are there with them.
    await expect.poll(() => page.locator('.bar-chip').count(), PATIENCE).toBe(CHIPS.length)
    for (const [index, name] of CHIPS.entries()) {
      await page.keyboard.press(`Alt+${index + 1}`)
      const dialog = page.getByRole('dialog', { name: TEXTS.en[`chip.${name}`], exact: true })
      await dialog.waitFor()
      expect(await dialog.locator('dd').first().innerText()).not.toBe('')
      const flatten = await page.locator('.flatten-button').boundingBox()
      const box = await dialog.boundingBox()
      expect(box!.y).toBeGreaterThanOrEqual(flatten!.y + flatten!.height)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      expect(await focused(page)).toBe(name)
    }
  }, 120_000)

  it('open in each other’s place, and once closed the last one has the focus', async () => {
    const { page } = started().window
    const dialog = (name: (typeof CHIPS)[number]) =>
      page.getByRole('dialog', { name: TEXTS.en[`chip.${name}`], exact: true })
    await expect.poll(() => page.locator('.bar-chip').count(), PATIENCE).toBe(CHIPS.length)
    await page.keyboard.press('Alt+1')
    await dialog('feed').waitFor()
    await page.keyboard.press('Alt+2')
    await dialog('gateway').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(1)
    expect(await focused(page)).toBe('')
    await page.locator('[data-chip="history"]').click()
    await dialog('history').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count(), PATIENCE).toBe(0)
    expect(await focused(page)).toBe('history')
    await page.keyboard.press('Alt+1')
    await dialog('feed').waitFor()
    await page.keyboard.press('Alt+1')
    await expect.poll(() => page.getByRole('dialog').count(), PATIENCE).toBe(0)
    expect(await focused(page)).toBe('feed')
  }, 60_000)

  it('stand in the list of keys', async () => {
    const { page } = started().window
    await page.keyboard.press('Control+/')
    const list = page.getByRole('dialog', { name: TEXTS.en['keys.title'] })
    await list.waitFor()
    const words = await list.innerText()
    for (const place of [1, 2, 3, 4, 5, 6] as const) {
      expect(words).toContain(TEXTS.en[`key.chip.${place}`])
    }
    await page.keyboard.press('Escape')
  }, 60_000)

  it('and the rest of the bar are whole at every width, whether all is well or nothing is', async () => {
    const { window, host } = started()
    const { page } = window
    const states = (): Promise<number> => page.locator('.bar-chip-off').count()
    await expect.poll(states, PATIENCE).toBe(0)
    const well = await cutAtAll(page)
    host.kill('SIGKILL')
    await window.phase('lost')
    await expect.poll(states, PATIENCE).toBe(CHIPS.length)
    expect([well, await cutAtAll(page)]).toEqual([[], []])
  }, 120_000)
})
