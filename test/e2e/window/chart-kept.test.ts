import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CHROMIUM, shareWindow } from './browser.ts'
import { PATIENCE } from './desk-page.ts'
import { HeldLine } from './held-line.ts'
import { openPage, pricesMove } from './worse-page.ts'

/** What no reader of frames understands: the page asks for everything anew. */
const NONSENSE = Buffer.from([201, 1, 0, 0, 0x90])

/** Runs in the page: what is told to a task of one's own comes late, frames come as they do. */
function delayTasks(): void {
  type Post = (this: MessagePort, message: unknown) => void
  const post = Reflect.get(MessagePort.prototype, 'postMessage') as Post
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
    setTimeout(() => post.call(this, message), 120)
  }
}

/** Runs in the page. @returns how many there are. */
function mark(all: readonly (HTMLElement | SVGElement)[]): number {
  for (const { dataset } of all) dataset['kept'] = 'yes'
  return all.length
}

const canvases = (page: Page) => page.locator('.chart-host canvas')
const kept = (page: Page) => page.locator('.chart-host canvas[data-kept]')

describe.skipIf(CHROMIUM.isAbsent)(`a chart${CHROMIUM.why}`, () => {
  const started = shareWindow()

  it('stays as it is where a line begins anew and tells the same instruments', async () => {
    const line = new HeldLine()
    const window = await openPage(started(), (page) => line.hold(page))
    const { page } = window
    await expect.poll(() => canvases(page).count(), PATIENCE).toBeGreaterThan(0)
    const count = await canvases(page).evaluateAll(mark)
    line.tell(NONSENSE)
    await expect.poll(() => line.lines.length, PATIENCE).toBe(2)
    await window.follows()
    await pricesMove(window)
    expect(await kept(page).count()).toBe(count)
    expect(window.complaints).toEqual([])
    await page.close()
  })

  it('that is made anew in the midst of frames is told nothing any more', async () => {
    const window = await openPage(started(), (page) => page.addInitScript(delayTasks))
    const { page } = window
    const periods = page.locator('.chart-periods button')
    const colours = await page.getByRole('button', { name: /^Colours: / }).elementHandle()
    await expect.poll(() => periods.count(), PATIENCE).toBeGreaterThan(2)
    const count = await periods.count()
    for (let press = 1; press <= 2 * count; press++) {
      await expect.poll(() => canvases(page).count(), PATIENCE).toBeGreaterThan(0)
      await canvases(page).evaluateAll(mark)
      // Colours are what every painter is told of, wherever its chart is.
      await periods.nth(press % count).evaluate((period: HTMLElement, other) => {
        period.click()
        other?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      }, colours)
      await expect.poll(() => kept(page).count(), PATIENCE).toBe(0)
    }
    await pricesMove(window)
    expect(window.complaints).toEqual([])
    await page.close()
  })
})
