import type { Page } from 'playwright-core'
import type { Scene } from './scene.ts'
import { OPPOSITES, nobody, seconds } from './scene.ts'

/** Clicked, one after the other, a while after the first prices. */
function clicked(...places: readonly string[]): Scene {
  return {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 8)
      await click(page, places)
    },
  }
}

async function click(page: Page, places: readonly string[]): Promise<void> {
  for (const place of places) {
    await page.locator(place).first().click()
    await seconds(page, 0.5)
  }
}

async function typed(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(text)
  await seconds(page, 0.5)
}

/** What opens over the panels. */
export const DIALOG_SCENES: Readonly<Record<string, Scene>> = {
  preferences: clicked('.workspace-preferences'),
  'paper-reset': clicked('.account-reset button'),
  'paper-reset-refused': {
    args: nobody(),
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 6)
      // Whoever holds a lot has it refused.
      await page.keyboard.press('Control+b')
      await seconds(page, 2)
      await click(page, ['.account-reset button', '.dialog-foot button:last-child'])
      await seconds(page, 1)
    },
  },
  'csv-menu': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 8)
      await typed(page, 'csv')
    },
  },
  'nothing-found': {
    async set(page) {
      await seconds(page, 4)
      await typed(page, 'qqqq')
    },
  },
  'panel-menu': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 8)
      await page.locator('.dock-tab:visible').nth(3).click({ button: 'right' })
      await seconds(page, 0.5)
    },
  },
  'key-changed': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 4)
      await page.keyboard.press('Control+/')
      await page
        .locator('.dialog button:has-text("Change"), .dialog button:has-text("更改")')
        .first()
        .click()
      await seconds(page, 0.3)
      await page.keyboard.press('Control+s')
      await seconds(page, 0.5)
    },
  },
}
