import type { Page, WebSocketRoute } from 'playwright-core'
import { pricesCome } from './looked-page.ts'
import type { Scene } from './scene.ts'
import { OPPOSITES, seconds } from './scene.ts'

const LINE = /\/ws\/trading/
const LAYOUT = 'ghtrader.layout.desk.middle.one-1440x900'

/** Loads the page anew on a line that is held in between. */
async function held(page: Page): Promise<WebSocketRoute[]> {
  const lines: WebSocketRoute[] = []
  await page.routeWebSocket(LINE, (line) => {
    line.connectToServer()
    lines.push(line)
  })
  await page.reload()
  await pricesCome(page)
  return lines
}

function keptLayout(text: string): Scene {
  return {
    looks: OPPOSITES,
    async set(page) {
      await page.evaluate(([name, kept]) => localStorage.setItem(name, kept), [
        LAYOUT,
        text,
      ] as const)
      await page.reload()
      await pricesCome(page)
      await seconds(page, 3)
    },
  }
}

/** The text that is shown instead of the window. */
function door(path: string): Scene {
  return {
    async set(page) {
      await page.context().clearCookies()
      await page.goto(new URL(path, page.url()).href)
    },
  }
}

/** The window where something of its surroundings is not as it should be. */
export const TROUBLE_SCENES: Readonly<Record<string, Scene>> = {
  connecting: {
    looks: OPPOSITES,
    async set(page) {
      await page.routeWebSocket(LINE, () => undefined)
      await page.reload()
      await seconds(page, 4)
    },
  },
  'connecting-system': {
    async set(page) {
      await page.routeWebSocket(LINE, () => undefined)
      await page.reload()
      await seconds(page, 3)
      await page.keyboard.press('F4')
      await seconds(page, 1)
    },
  },
  'lost-system': {
    looks: OPPOSITES,
    async set(page, { child }) {
      await seconds(page, 12)
      await page.keyboard.press('F4')
      child.kill('SIGKILL')
      await seconds(page, 4)
    },
  },
  'silent-line': {
    async set(page) {
      let passing = true
      await page.routeWebSocket(LINE, (line) => {
        const server = line.connectToServer()
        server.onMessage((message) => {
          if (passing) line.send(message)
        })
      })
      await page.reload()
      await pricesCome(page)
      await seconds(page, 10)
      passing = false
      await seconds(page, 3)
    },
  },
  'session-over': {
    looks: OPPOSITES,
    async set(page) {
      const lines = await held(page)
      await seconds(page, 6)
      await page.context().clearCookies()
      for (const line of lines) await line.close().catch(() => undefined)
      await page.waitForFunction(
        () => document.documentElement.dataset['phase'] === 'refused',
        null,
        { timeout: 30_000 },
      )
      await seconds(page, 1)
    },
  },
  'newer-main': {
    looks: OPPOSITES,
    async set(page) {
      const lines = await held(page)
      await seconds(page, 6)
      lines.at(-1)?.send(Buffer.from([201, 99, 0, 0, 0x90]))
      await seconds(page, 1)
    },
  },
  'door-used': door('/enter?code=used'),
  'door-shut': door('/'),
  'layout-broken': keptLayout('{"version":1,"dock":'),
  'layout-newer': keptLayout('{"version":7}'),
  'storage-full': {
    looks: OPPOSITES,
    async set(page) {
      await page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('the quota has been exceeded', 'QuotaExceededError')
        }
      })
      await page.reload()
      await pricesCome(page)
      await seconds(page, 4)
      await page.locator('.status-bar button').first().click()
      await seconds(page, 1)
    },
  },
  'unknown-panel': {
    async set(page) {
      await page.goto(new URL('/?panel=crystal-ball&letter=B', page.url()).href)
      await seconds(page, 3)
    },
  },
  'unknown-symbol': {
    async set(page) {
      await seconds(page, 3)
      await page.evaluate(() => localStorage.setItem('ghtrader.links', '{"A":"SIM.zz"}'))
      const other = await page.context().newPage()
      await other.goto(page.url())
      await pricesCome(other)
      await other.evaluate(() => localStorage.setItem('ghtrader.links', '{"A":"SIM.yy"}'))
      await seconds(page, 2)
    },
  },
}
