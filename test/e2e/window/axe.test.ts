import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import { CHROMIUM, shareWindow } from './browser.ts'
import { PATIENCE, fillTicket, rowsOf, sideButton } from './desk-page.ts'
import { foundByAxe } from './found-by-axe.ts'
import { closed, command, opened } from './page-keys.ts'
import { asIs, openPage } from './worse-page.ts'

async function setTheme(page: Page, theme: 'dark' | 'light'): Promise<void> {
  await command(page, `theme: ${theme}`)
  const shown = () => page.evaluate(() => document.documentElement.dataset['theme'])
  await expect.poll(shown, PATIENCE).toBe(theme)
}

describe.skipIf(CHROMIUM.isAbsent)(`a window is plain to all by axe${CHROMIUM.why}`, () => {
  const started = shareWindow(undefined, { width: 1920, height: 1080 })

  it.each(['dark', 'light'] as const)('in %s: desk and system', async (theme) => {
    const { window } = started()
    const { page } = window
    await setTheme(page, theme)
    await expect
      .poll(async () => (await rowsOf(page, 'Orders')).length, PATIENCE)
      .toBeGreaterThan(2)
    expect(await foundByAxe(page)).toEqual([])
    await page.keyboard.press('F4')
    await page.getByRole('region', { name: 'Processes' }).waitFor()
    expect(await foundByAxe(page)).toEqual([])
    await page.keyboard.press('F1')
    await page.getByRole('region', { name: /^Chart/ }).waitFor()
  })

  it.each(['dark', 'light'] as const)('in %s: palette, keys, preferences', async (theme) => {
    const { window } = started()
    const { page } = window
    await setTheme(page, theme)
    for (const key of ['Control+k', 'Control+/']) {
      await opened(page, key, page.getByRole('dialog'))
      expect(await foundByAxe(page, '[role="dialog"]')).toEqual([])
      await closed(page)
    }
    await page.getByRole('button', { name: 'Preferences' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await foundByAxe(page, '[role="dialog"]')).toEqual([])
    await closed(page)
  })

  it.each(['dark', 'light'] as const)(
    'in %s: symbols, a reset, one more symbol to watch, a torn-off panel',
    async (theme) => {
      const { window } = started()
      const { page } = window
      await setTheme(page, theme)
      const dialog = page.getByRole('dialog')
      await opened(page, 'Control+p', dialog)
      expect(await foundByAxe(page, '[role="dialog"]')).toEqual([])
      await closed(page)
      for (const name of [TEXTS.en['account.reset'], TEXTS.en['watch.add']]) {
        await page.getByRole('button', { name, exact: true }).click()
        await dialog.waitFor()
        expect(await foundByAxe(page, '[role="dialog"]')).toEqual([])
        await closed(page)
      }
      const alone = await openPage(started(), asIs, '/?panel=ladder&letter=A')
      await alone.panel(/^Ladder/).waitFor()
      await setTheme(alone.page, theme)
      expect(await foundByAxe(alone.page)).toEqual([])
      expect([window.complaints, alone.complaints]).toEqual([[], []])
      await alone.page.close()
    },
  )

  it.each(['dark', 'light'] as const)(
    'in %s: a question about an order, and a halt',
    async (theme) => {
      const { window } = started()
      const { page } = window
      await setTheme(page, theme)
      await fillTicket(window, { lots: 9 })
      // It closes with the market: what axe saw counts where it was there to the end.
      const dialog = page.getByRole('dialog', { name: 'Send order' })
      let found: readonly string[] = []
      await expect
        .poll(async () => {
          if ((await dialog.count()) === 0) await sideButton(window, 'BUY').click()
          found = await foundByAxe(page, '[role="dialog"]').catch(() => ['it closed'])
          return dialog.count()
        }, PATIENCE)
        .toBe(1)
      expect(found).toEqual([])
      await closed(page)
      await page.keyboard.down('F12')
      const bar = page.locator('.halt-bar-button')
      await expect.poll(() => bar.count(), PATIENCE).toBe(1)
      await page.keyboard.up('F12')
      expect(await foundByAxe(page, '.halt-bar')).toEqual([])
      await bar.focus()
      await page.keyboard.down('Enter')
      await expect.poll(() => page.locator('.halt-bar').count(), PATIENCE).toBe(0)
      await page.keyboard.up('Enter')
      await fillTicket(window, { lots: 1 })
      expect(window.complaints).toEqual([])
    },
  )
})
