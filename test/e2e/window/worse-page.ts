import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { StartedWindow } from './browser.ts'
import { WindowPage } from './browser.ts'
import { PATIENCE } from './desk-page.ts'

/** A page more of the same person, in the browser that was let in. */
export async function openPage(
  { window }: StartedWindow,
  prepare: (page: Page) => Promise<unknown>,
  path = '/',
): Promise<WindowPage> {
  const page = await window.context.newPage()
  await page.setViewportSize({ width: 1440, height: 900 })
  await prepare(page)
  const opened = new WindowPage(page, window.context)
  await page.goto(new URL(path, window.page.url()).href)
  await opened.follows()
  return opened
}

/** Nothing of the page is made worse. */
export const asIs = (): Promise<void> => Promise.resolve()

/** Runs in the page: a browser that forbids even to look at what it keeps. */
export function forbidStorage(): void {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
    Object.defineProperty(globalThis, name, {
      get: () => {
        throw new DOMException(`${name} is forbidden`, 'SecurityError')
      },
    })
  }
}

/** Runs in the page: a browser that has no room left. */
export function fillStorage(): void {
  Storage.prototype.setItem = () => {
    throw new DOMException('the quota has been exceeded', 'QuotaExceededError')
  }
}

export const letters = (page: Page) => page.locator('.dock-letter:visible').allTextContents()
export const notices = (page: Page) => page.locator('.notice-bar').allInnerTexts()
export const kept = (page: Page, name: string) =>
  page.evaluate((key) => localStorage.getItem(key), name)

export async function pricesMove({ page }: WindowPage): Promise<void> {
  const quotes = () => page.evaluate(() => Number(document.documentElement.dataset['quotes']))
  const before = await quotes()
  await expect.poll(quotes, PATIENCE).not.toBe(before)
}

/** Runs in the page: places of the top bar's end where something lies over the button. */
export function uncovered(): readonly string[] {
  const button = document.querySelector('.flatten-button')!
  const { left, right, top, bottom } = button.getBoundingClientRect()
  const trouble = right <= innerWidth && top >= 0 ? [] : ['it is off the screen']
  for (let x = left + 2; x < right - 1; x += 5) {
    for (let y = top + 2; y < bottom - 1; y += 5) {
      const over = document.elementFromPoint(x, y)
      if (over?.closest('.flatten-button') !== button) trouble.push(`${over?.className} lies over`)
    }
  }
  return trouble
}
