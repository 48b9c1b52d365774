import type { Page } from 'playwright-core'
import type { Look } from './looked-page.ts'
import type { LookedAt } from './workstation.ts'

/** A state of the window, and how it comes about. */
export interface Scene {
  readonly args?: readonly string[]
  readonly sizes?: readonly string[]
  /** One picture of each; as a window comes, unless said otherwise. */
  readonly looks?: readonly Look[]
  /** Pixels of the screen to one of the page: 2 is a window zoomed to 200 %. */
  readonly scale?: number
  /** Brings it about; gives another page where that is to be looked at. */
  set(page: Page, workstation: LookedAt): Promise<Page | void>
}

/** As it comes, and as different from that as can be. */
export const OPPOSITES: readonly Look[] = [{}, { theme: 'light', language: 'zh' }]

export const seconds = (page: Page, count: number): Promise<void> =>
  page.waitForTimeout(count * 1000)

export function pressed(...keys: readonly string[]): Scene {
  return {
    async set(page) {
      await seconds(page, 10)
      for (const key of keys) {
        await page.keyboard.press(key)
        await seconds(page, 0.3)
      }
    },
  }
}
