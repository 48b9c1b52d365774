import type { Page } from 'playwright-core'
import type { Look } from './looked-page.ts'
import { holdKey } from './looked-page.ts'
import type { Scene } from './scene.ts'
import { OPPOSITES, pidOf, pressed, seconds } from './scene.ts'

/** A chip of the top bar, opened by its key. */
function chip(place: number): Scene {
  return { looks: OPPOSITES, ...pressed(`Alt+${place}`) }
}

/** The timeline of the process, opened from its row. */
async function timelineOf(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F4')
  await page.locator(`.system-process[data-process="${name}"]:visible`).focus()
  await page.keyboard.press('Enter')
  await seconds(page, 1)
}

function filteredAudit(text: string): Scene {
  return {
    async set(page) {
      await seconds(page, 20)
      await page.keyboard.press('F4')
      await page.locator('[data-panel-kind="audit"]:visible table').first().click()
      await page.keyboard.press('f')
      await page.keyboard.type(text)
      await seconds(page, 1)
    },
  }
}

async function inOwnColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
}

const SCHEMES: readonly Look[] = [
  { scheme: 'cb' },
  { scheme: 'cb', theme: 'light', language: 'zh' },
  { scheme: 'intl', language: 'zh' },
  { scheme: 'cn', language: 'en' },
]

/** The system workspace, the chips that lead to it, and other colours. */
export const SYSTEM_SCENES: Readonly<Record<string, Scene>> = {
  'chip-feed': chip(1),
  'chip-gateway': chip(2),
  'chip-orders': chip(3),
  'chip-strategies': chip(4),
  'chip-history': chip(5),
  'chip-window': chip(6),
  'chip-off': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 10)
      process.kill(await pidOf(page, 'history'), 'SIGSTOP')
      await seconds(page, 2.5)
      await page.keyboard.press('Alt+5')
      await seconds(page, 0.5)
    },
  },
  timeline: {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 12)
      process.kill(await pidOf(page, 'strategy.rule'), 'SIGKILL')
      await seconds(page, 10)
      await timelineOf(page, 'strategy.rule')
    },
  },
  'audit-filtered': filteredAudit('start'),
  'audit-nothing-fits': filteredAudit('qqqq'),
  'forced-desk': {
    async set(page) {
      await inOwnColours(page)
      await seconds(page, 30)
    },
  },
  'forced-system': {
    async set(page) {
      await inOwnColours(page)
      await seconds(page, 15)
      await page.keyboard.press('F4')
    },
  },
  'forced-halted': {
    async set(page) {
      await inOwnColours(page)
      await seconds(page, 15)
      await holdKey(page, 'F12')
    },
  },
  schemes: { looks: SCHEMES, set: (page) => seconds(page, 40) },
}
