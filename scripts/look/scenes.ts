import { CHART_SCENES } from './chart-scenes.ts'
import { DESK_SCENES } from './desk-scenes.ts'
import { holdKey, pricesCome } from './looked-page.ts'
import { DIALOG_SCENES } from './dialog-scenes.ts'
import { REPLAY_SCENES } from './replay-scenes.ts'
import type { Scene } from './scene.ts'
import { OPPOSITES, nobody, pidOf, pressed, seconds } from './scene.ts'
import { SYSTEM_SCENES } from './system-scenes.ts'
import { TROUBLE_SCENES } from './trouble-scenes.ts'

/** Stops workers while they are looked at: who is silent is killed after a while, started anew. */
function stopped(wait: number, ...workers: readonly string[]): Scene {
  return {
    async set(page) {
      await seconds(page, 8)
      for (const worker of workers) process.kill(await pidOf(page, worker), 'SIGSTOP')
      await seconds(page, wait)
    },
  }
}

export const SCENES: Readonly<Record<string, Scene>> = {
  loading: {
    async set(page) {
      await page.reload({ waitUntil: 'commit' })
    },
  },
  trading: {
    set: (page) => seconds(page, 90),
  },
  empty: { args: nobody(), set: (page) => seconds(page, 3) },
  halted: {
    async set(page) {
      await seconds(page, 20)
      await holdKey(page, 'F12')
    },
  },
  lost: {
    async set(page, { child }) {
      await seconds(page, 10)
      child.kill('SIGKILL')
      await seconds(page, 4)
    },
  },
  // The watchdog would kill it within a second.
  'stopped-gateway': stopped(1.5, 'watchdog', 'gateway'),
  'stopped-exchange': stopped(3, 'exchange'),
  'stopped-strategy': stopped(2.5, 'strategy.model'),
  'stopped-history': stopped(3, 'history'),
  confirm: {
    async set(page) {
      await seconds(page, 6)
      await page.getByRole('textbox', { name: 'Lots' }).fill('8')
      await page.getByRole('button', { name: 'Best', exact: true }).click()
      await page.keyboard.press('Control+b')
      await seconds(page, 1)
    },
  },
  'not-sent': {
    async set(page) {
      await seconds(page, 6)
      await page.getByRole('textbox', { name: 'Lots' }).fill('9999')
      await seconds(page, 1)
    },
  },
  refused: {
    args: nobody(),
    async set(page) {
      await seconds(page, 6)
      await page.getByRole('textbox', { name: 'Price' }).fill('1')
      await page.keyboard.press('Control+b')
      await seconds(page, 2)
    },
  },
  working: {
    args: nobody(),
    async set(page) {
      await seconds(page, 12)
      const price = page.getByRole('textbox', { name: 'Price' })
      await page.getByRole('button', { name: 'Best', exact: true }).click()
      const best = Number((await price.inputValue()).replaceAll(',', ''))
      for (const ticks of [2, 4, 7]) {
        await price.fill(String(best - 10 * ticks))
        await page.keyboard.press('Control+b')
        await seconds(page, 1.5)
      }
      await seconds(page, 6)
    },
  },
  palette: { looks: OPPOSITES, ...pressed('Control+k') },
  symbols: pressed('Control+p'),
  keys: pressed('Control+/'),
  life: {
    async set(page) {
      await seconds(page, 20)
      await page.getByRole('grid', { name: 'Orders', exact: true }).focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('Enter')
      await seconds(page, 0.5)
    },
  },
  measure: {
    async set(page) {
      await seconds(page, 20)
      const box = await page.locator('.chart-host:visible').boundingBox()
      if (box === null) throw new Error('there is no chart')
      await page.mouse.click(box.x + 200, box.y + 200)
      await page.keyboard.press('m')
      await page.mouse.move(box.x + 200, box.y + 200)
      await page.mouse.down()
      await page.mouse.move(box.x + 420, box.y + 120, { steps: 8 })
      await seconds(page, 0.5)
    },
  },
  system: pressed('F4'),
  'system-narrow': {
    sizes: ['1280x800', '800x600', '720x450'],
    looks: OPPOSITES,
    ...pressed('F4'),
  },
  analyst: { looks: OPPOSITES, ...pressed('F2') },
  models: pressed('F3'),
  'zoomed-system': { scale: 2, sizes: ['720x450'], looks: OPPOSITES, ...pressed('F4') },
  'zoomed-desk': { scale: 2, sizes: ['720x450'], set: (page) => seconds(page, 10) },
  narrow: {
    sizes: ['800x600', '720x450', '1100x700', '1280x800'],
    set: (page) => seconds(page, 10),
  },
  'torn-off': {
    sizes: ['720x900'],
    async set(page) {
      await seconds(page, 6)
      const other = await page.context().newPage()
      await other.goto(new URL('/?panel=ladder&letter=A', page.url()).href)
      await pricesCome(other)
      await seconds(other, 4)
      return other
    },
  },
  ...CHART_SCENES,
  ...DESK_SCENES,
  ...SYSTEM_SCENES,
  ...REPLAY_SCENES,
  ...DIALOG_SCENES,
  ...TROUBLE_SCENES,
}
