import type { Page } from 'playwright-core'
import { pricesCome } from './looked-page.ts'
import type { Scene } from './scene.ts'
import { OPPOSITES, pidOf, seconds } from './scene.ts'

async function period(page: Page, name: string): Promise<void> {
  const select = page.locator('.chart-periods-narrow:visible')
  if ((await select.count()) > 0) await select.selectOption(name)
  else await page.locator('.chart-periods button', { hasText: new RegExp(`^${name}$`) }).click()
}

function inBars(name: string, wait: number): Scene {
  return {
    async set(page) {
      await seconds(page, wait)
      await period(page, name)
      await seconds(page, 3)
    },
  }
}

/** The chart: its periods, what it draws over the price, and what it does not know. */
export const CHART_SCENES: Readonly<Record<string, Scene>> = {
  'chart-1s': inBars('1s', 60),
  'chart-1m': inBars('1m', 80),
  'chart-layers': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 45)
      await page.locator('.stepped-field input').first().fill('69900')
      await page.keyboard.press('Control+b')
      await seconds(page, 15)
    },
  },
  'chart-bare': {
    async set(page) {
      await seconds(page, 30)
      for (const layer of await page.locator('.chart-layer:visible').all()) await layer.click()
      await seconds(page, 1)
    },
  },
  'chart-table': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 20)
      await page.locator('.chart-tools button:has-text("▤")').click()
      await seconds(page, 1)
    },
  },
  'chart-earlier': {
    async set(page) {
      await seconds(page, 30)
      await page.locator('.chart-host').focus()
      for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
      await seconds(page, 1)
    },
  },
  'chart-gap': {
    looks: OPPOSITES,
    async set(page) {
      let passing = true
      await page.routeWebSocket(/\/ws\/trading/, (line) => {
        const server = line.connectToServer()
        server.onMessage((message) => {
          if (passing || typeof message === 'string') line.send(message)
        })
      })
      await page.reload()
      await pricesCome(page)
      await seconds(page, 25)
      // History could tell of what is missed next.
      process.kill(await pidOf(page, 'history'), 'SIGSTOP')
      passing = false
      await seconds(page, 4)
      passing = true
      await page.waitForFunction(() => document.documentElement.dataset['phase'] === 'following')
      await seconds(page, 1.5)
    },
  },
}
