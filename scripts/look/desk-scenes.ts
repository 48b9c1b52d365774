import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { pricesCome } from './looked-page.ts'
import type { Scene } from './scene.ts'
import { OPPOSITES, nobody, pidOf, seconds, withConfig } from './scene.ts'

const price = (page: Page) => page.locator('.stepped-field input').first()

async function tab(page: Page, ...titles: readonly string[]): Promise<void> {
  await page.locator('.dock-tab:visible', { hasText: new RegExp(titles.join('|')) }).click()
}

/** A day of a contract that rises until its upper limit, where nobody sells any more. */
function limitUp(): readonly string[] {
  const path = join(tmpdir(), 'look-CFFEX.IF2101.csv')
  const head =
    'exchange,instrument,trading_date,action_date,time,last,open,high,low,upper_limit,lower_limit,total_volume,volume,total_turnover,turnover,open_interest,diff_interest,pre_close,pre_settle,pre_interest,bid_price1,ask_price1,bid_volume1,ask_volume1'
  const rows = Array.from({ length: 400 }, (_, step) => {
    const last = Math.min(5737.8, 5737.8 + (step - 60) * 0.2)
    const [bid, ask] = last === 5737.8 ? [last, 0] : [last - 0.2, last]
    const time = new Date(Date.UTC(2021, 0, 4, 10) + step * 500).toISOString().slice(11, 23)
    const volume = 1000 + step * 3
    const turnover = volume * 1_720_000
    return `CFFEX,IF2101,20210104,20210104,${time},${last.toFixed(1)},5700.0,${last.toFixed(1)},5690.0,5737.8,4694.6,${volume},3,${turnover.toFixed(1)},5160000.0,90767,-59,5227.0,5216.2,90826,${bid.toFixed(1)},${ask.toFixed(1)},37,${ask === 0 ? 0 : 4}`
  })
  writeFileSync(path, `${[head, ...rows].join('\n')}\n`)
  return ['--replay', path, '--speed', '5']
}

/** An order that is sent while who would answer it stands still. */
function unanswered(worker: string): Scene {
  return {
    args: nobody(),
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 6)
      const pid = await pidOf(page, worker)
      await seconds(page, 3)
      process.kill(pid, 'SIGSTOP')
      await page.keyboard.press('Control+b')
      await seconds(page, 0.4)
    },
  }
}

/** The same request, but for the lots of an order. */
function enlarged(message: string | Buffer): string | Buffer {
  if (typeof message !== 'string' || !message.includes('"order.submit"')) return message
  const frame = JSON.parse(message) as { readonly body: object }
  return JSON.stringify({ ...frame, body: { ...frame.body, volume: 900 } })
}

function filteredLog(words: string, wait: number): Scene {
  return {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, wait)
      await tab(page, 'Event log', '事件日志')
      await page.locator('[data-panel-kind="event-log"] [role="grid"]').focus()
      await page.keyboard.press('f')
      await page.keyboard.type(words)
      await seconds(page, 1)
    },
  }
}

/** Ticket, lists and strategies of the desk. */
export const DESK_SCENES: Readonly<Record<string, Scene>> = {
  'empty-lists': {
    args: nobody(),
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 6)
      await tab(page, 'Refused', '拒单')
      await tab(page, 'Event log', '事件日志')
      await tab(page, 'Tape', '分笔')
    },
  },
  'empty-watch-list': {
    args: nobody(),
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 4)
      await page.locator('[data-panel-kind="watch-list"] [role="grid"]').first().focus()
      for (let row = 0; row < 3; row++) {
        await page.keyboard.press('Home')
        await page.keyboard.press('Delete')
        await seconds(page, 0.3)
      }
      await seconds(page, 0.5)
    },
  },
  'watch-list-chooser': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 6)
      await page.locator('[data-panel-kind="watch-list"] [role="grid"]').first().focus()
      await page.keyboard.press('End')
      await page.keyboard.press('Delete')
      await page.locator('.dock-tools[data-panel-kind="watch-list"] button').last().click()
      await seconds(page, 0.5)
    },
  },
  'limit-up': {
    args: limitUp(),
    looks: OPPOSITES,
    set: (page) => seconds(page, 12),
  },
  'ticket-collar': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 6)
      await price(page).fill('75000')
      await seconds(page, 1)
    },
  },
  'ticket-refused': {
    args: nobody(),
    looks: OPPOSITES,
    async set(page) {
      // The gate's word is heard, too: of an order that the window would not have sent.
      await page.routeWebSocket(/\/ws\/trading/, (line) => {
        const server = line.connectToServer()
        line.onMessage((message) => server.send(enlarged(message)))
      })
      await page.reload()
      await pricesCome(page)
      await seconds(page, 3)
      await page.keyboard.press('Control+b')
      await seconds(page, 1)
      await tab(page, 'Refused', '拒单')
      await seconds(page, 0.5)
    },
  },
  'order-unknown': unanswered('gateway'),
  'order-asking': unanswered('exchange'),
  'loss-limit': {
    args: withConfig('loss', { limits: { maxDailyLoss: 120 } }),
    looks: OPPOSITES,
    set: (page) => seconds(page, 75),
  },
  'not-allowed': {
    args: withConfig('allowed', { limits: { allowed: ['SIM.ag'] } }),
    looks: OPPOSITES,
    set: (page) => seconds(page, 10),
  },
  'strategy-paused': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 30)
      await page.locator('.strategy-button').click()
      await seconds(page, 2)
    },
  },
  'strategy-model': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 30)
      await page.locator('.strategy-tabs button').nth(1).click()
      await seconds(page, 8)
    },
  },
  'log-filtered': filteredLog('cu', 30),
  'log-nothing-fits': filteredLog('qqqq', 12),
  'tape-frozen': {
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 12)
      await tab(page, 'Tape', '分笔')
      await page.locator('[data-panel-kind="tape"] canvas').first().click()
      await page.keyboard.press('Space')
      await seconds(page, 3)
    },
  },
  books: {
    args: nobody(),
    looks: OPPOSITES,
    async set(page, workstation) {
      await seconds(page, 6)
      await page.keyboard.press('Control+b')
      await seconds(page, 3)
      // The journal is lost while nothing runs: the venue still has the lot.
      const link = await workstation.again((data) =>
        rmSync(join(data, 'simulated/default/gateway'), { recursive: true }),
      )
      await page.goto(link)
      await pricesCome(page)
      await page.locator('.halt-bar button').first().click()
      await seconds(page, 1)
    },
  },
}
