import { describe, expect, it } from 'vitest'
import { CHROMIUM, shareWindow } from './browser.ts'
import { PATIENCE, sideButton } from './desk-page.ts'
import { letSecondPass } from './page-keys.ts'
import { HeldLine } from './held-line.ts'
import {
  asIs,
  fillStorage,
  forbidStorage,
  kept,
  letters,
  notices,
  openPage,
  pricesMove,
  uncovered,
} from './worse-page.ts'

const LAYOUT = 'ghtrader.layout.desk.middle.one-1440x900'

const NEWER = Buffer.from([201, 99, 0, 0, 0x90])
const NONSENSE = Buffer.from([201, 1, 0, 0, 0x90])

describe.skipIf(CHROMIUM.isAbsent)(`a window is robust${CHROMIUM.why}:`, () => {
  const started = shareWindow()

  describe('a browser that keeps nothing', () => {
    it.each([
      ['forbids it', forbidStorage],
      ['is full', fillStorage],
    ])('because it %s: all works, it is said, and the layout lasts', async (_, breakStorage) => {
      const window = await openPage(started(), (page) => page.addInitScript(breakStorage))
      const { page } = window
      await page.keyboard.press('Control+4')
      await page.keyboard.press('Control+l')
      await expect.poll(() => letters(page), PATIENCE).toEqual(['A', 'A', 'B', 'A', 'A', 'A'])
      const told = page.getByRole('alert').filter({ hasText: 'The browser keeps nothing' })
      await expect.poll(() => told.count(), PATIENCE).toBe(1)
      await told.getByRole('button', { name: 'Close' }).click()
      await expect.poll(() => told.count(), PATIENCE).toBe(0)
      await page.keyboard.press('F4')
      await page.setViewportSize({ width: 1920, height: 1080 })
      await page.keyboard.press('F1')
      await expect.poll(() => letters(page), PATIENCE).not.toContain('B')
      await page.setViewportSize({ width: 1440, height: 900 })
      await expect.poll(() => letters(page), PATIENCE).toEqual(['A', 'A', 'B', 'A', 'A', 'A'])
      await page.keyboard.press('Control+Shift+L')
      await expect
        .poll(() => page.evaluate(() => document.documentElement.lang), PATIENCE)
        .toBe('zh-CN')
      await pricesMove(window)
      expect(window.complaints).toEqual([])
      await page.close()
    })

    it('says so with the first thing that it does not keep, be it a colour', async () => {
      const window = await openPage(started(), (page) => page.addInitScript(fillStorage))
      const { page } = window
      expect(await notices(page)).toEqual([])
      await page.getByRole('button', { name: 'Colours: green up' }).click()
      await expect
        .poll(() => notices(page), PATIENCE)
        .toEqual([expect.stringContaining('end with this page')])
      await expect
        .poll(() => page.evaluate(() => document.documentElement.dataset['scheme']), PATIENCE)
        .toBe('cb')
      await page.close()
    })
  })

  describe('what a browser kept', () => {
    it('and is no JSON: it is said, the default is shown, and the old one stays', async () => {
      const broken = '{"version":1,"dock":'
      const window = await openPage(started(), (page) =>
        page.addInitScript(([name, text]) => localStorage.setItem(name, text), [
          LAYOUT,
          broken,
        ] as const),
      )
      const { page } = window
      await expect
        .poll(() => notices(page), PATIENCE)
        .toEqual([expect.stringMatching(/cannot be read \(it is no layout\).*default is shown/)])
      await expect.poll(() => letters(page), PATIENCE).toEqual(['A', 'A', 'A', 'A', 'A', 'A'])
      await page.keyboard.press('Control+4')
      await page.keyboard.press('Control+l')
      await expect.poll(() => letters(page), PATIENCE).toContain('B')
      expect(await kept(page, LAYOUT)).toBe(broken)
      await expect
        .poll(() => kept(page, `${LAYOUT}.aside-1`), PATIENCE)
        .toBe(JSON.stringify(broken))
      expect(window.complaints).toEqual([])
      await page.evaluate((name) => localStorage.removeItem(name), LAYOUT)
      await page.close()
    })

    it('and is a symbol that nobody knows: a symbol that trades is shown, in all panels', async () => {
      const links = JSON.stringify({ A: 'SIM.zz' })
      const window = await openPage(started(), (page) =>
        page.addInitScript((text) => localStorage.setItem('ghtrader.links', text), links),
      )
      await window.panel('Chart cu').waitFor()
      await window.panel('Ticket cu').waitFor()
      expect(window.complaints).toEqual([])
      await window.page.close()
    })

    it('and another window then changed to a symbol that nobody knows: it is said of it', async () => {
      const window = await openPage(started(), asIs)
      const other = started().window.page
      const shown = () =>
        Promise.all(
          [/^Chart/, /^Quote/, /^Ladder/, /^Ticket/].map((name) =>
            window.panel(name).locator('.panel-state').first().innerText(),
          ),
        )
      const keep = (symbol: string) =>
        other.evaluate((text) => localStorage.setItem('ghtrader.links', text), `{"A":"${symbol}"}`)
      await keep('SIM.zz')
      // It alone: a figure that stays would be of another contract.
      const alone = expect.stringMatching(
        /^\s*SIM\.zz is no contract of this market[^\d]*$/,
      ) as string
      await expect.poll(shown, PATIENCE).toEqual([alone, alone, alone, alone])
      await keep('SIM.cu')
      await expect.poll(async () => (await shown()).join(), PATIENCE).not.toMatch(/zz/)
      await expect
        .poll(() => sideButton(window, 'BUY').getAttribute('aria-disabled'), PATIENCE)
        .toBe('false')
      expect(window.complaints).toEqual([])
      await window.page.close()
    })
  })

  describe('an address that somebody typed', () => {
    it('with a panel that there is not says so, and leads to the desk', async () => {
      const window = await openPage(started(), asIs, '/?panel=crystal-ball&letter=B')
      const { page } = window
      await page.getByText('There is no panel “crystal-ball” in this version.').waitFor()
      await page.getByRole('link', { name: 'Open the whole desk' }).click()
      await window.follows()
      await window.panel('Chart cu').waitFor()
      expect(window.complaints).toEqual([])
      await page.close()
    })

    it('with a symbol that there is not shows the symbol of its letter', async () => {
      const window = await openPage(started(), asIs, '/?panel=chart&symbol=SIM.zz&letter=Z')
      await window.panel('Chart cu').waitFor()
      expect(window.complaints).toEqual([])
      await window.page.close()
    })
  })

  describe('a small screen', () => {
    it.each([
      ['800 × 600', 800, 600, 1],
      ['1440 × 900 at 200 %', 720, 450, 2],
    ])(
      'at %s: halting is whole, reached by Tab, and held by keys',
      async (_, width, height, scale) => {
        const window = await openPage(started(), async (page) => {
          const devices = await page.context().newCDPSession(page)
          const screen = { width, height, deviceScaleFactor: scale, mobile: false }
          await devices.send('Emulation.setDeviceMetricsOverride', screen)
        })
        const { page } = window
        await expect
          .poll(() => page.evaluate(() => [innerWidth, devicePixelRatio]), PATIENCE)
          .toEqual([width, scale])
        await expect.poll(() => page.evaluate(uncovered), PATIENCE).toEqual([])
        const flatten = page.locator('.flatten-button')
        const focused = () => flatten.evaluate((button) => button === document.activeElement)
        for (let presses = 0; presses < 40 && !(await focused()); presses++) {
          await page.keyboard.press('Tab')
        }
        expect(await focused()).toBe(true)
        const halted = () => page.evaluate(() => 'halted' in document.documentElement.dataset)
        await page.keyboard.down('Enter')
        await expect.poll(halted, PATIENCE).toBe(true)
        await page.keyboard.up('Enter')
        await expect.poll(() => page.evaluate(uncovered), PATIENCE).toEqual([])
        const unlock = page.locator('.halt-bar-button')
        await unlock.focus()
        await page.keyboard.down('Enter')
        await expect.poll(halted, PATIENCE).toBe(false)
        await page.keyboard.up('Enter')
        expect(window.complaints).toEqual([])
        await page.close()
      },
    )
  })

  describe('a line on which nonsense comes', () => {
    it('of a newer version: it is said, nothing is sent, and the page that is loaded anew follows', async () => {
      const line = new HeldLine()
      const window = await openPage(started(), (page) => line.hold(page))
      const { page } = window
      line.tell(NEWER)
      await window.phase('refused')
      const sent = line.sent.length
      const told = page.getByRole('alert').filter({ hasText: 'newer than this page' })
      await expect.poll(() => told.count(), PATIENCE).toBe(1)
      await page.keyboard.press('Control+b')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect
        .poll(() => sideButton(window, 'BUY').getAttribute('aria-disabled'), PATIENCE)
        .toBe('true')
      await letSecondPass(window)
      expect([line.sent.slice(sent), line.lines.length]).toEqual([[], 1])
      await told.getByRole('button', { name: 'Load anew' }).click()
      await window.follows()
      await pricesMove(window)
      expect([line.orders, window.complaints]).toEqual([[], []])
      await page.close()
    })

    it('once: all is asked for anew, and the window follows again by itself', async () => {
      const line = new HeldLine()
      const window = await openPage(started(), (page) => line.hold(page))
      line.tell(NONSENSE)
      await expect.poll(() => line.lines.length, PATIENCE).toBe(2)
      await window.follows()
      expect(line.lines[1]?.url()).not.toContain('since')
      await pricesMove(window)
      expect([line.orders, window.complaints]).toEqual([[], []])
      await window.page.close()
    })

    it('again and again: it gives up, says why, and follows when a person tries', async () => {
      const line = new HeldLine()
      const window = await openPage(started(), (page) => line.hold(page))
      const { page } = window
      line.first = NONSENSE
      line.tell(NONSENSE)
      await window.phase('refused')
      const told = page.getByRole('alert').filter({ hasText: 'This window is not let in' })
      await expect.poll(() => told.innerText(), PATIENCE).toMatch(/list/)
      expect(line.lines.length).toBe(3)
      line.first = undefined
      await told.getByRole('button', { name: 'Try now' }).click()
      await window.follows()
      await pricesMove(window)
      await expect.poll(() => told.count(), PATIENCE).toBe(0)
      expect([line.orders, window.complaints]).toEqual([[], []])
      await page.close()
    })
  })
})
