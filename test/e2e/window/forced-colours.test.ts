import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CHROMIUM, startWindow } from './browser.ts'
import { PATIENCE } from './desk-page.ts'
import { Home } from '../started-host.ts'

/** The commonest colour of a canvas that is painted by hand, which is its ground. */
function ground(page: Page): Promise<string> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.ladder canvas')
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    const counts = new Map<string, number>()
    for (let at = 0; pixels !== undefined && at < pixels.length; at += 4) {
      const color = `rgb(${pixels[at]}, ${pixels[at + 1]}, ${pixels[at + 2]})`
      counts.set(color, (counts.get(color) ?? 0) + 1)
    }
    return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? ''
  })
}

/** What the browser makes of a system colour, and of parts of the page. */
function looks(page: Page) {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    const named = (name: string): string => {
      probe.style.color = name
      return getComputedStyle(probe).color
    }
    const [canvas, text, highlight] = ['Canvas', 'CanvasText', 'Highlight'].map(named)
    probe.remove()
    const of = (place: string) => getComputedStyle(document.querySelector(place)!)
    const inverse = (place: string): boolean =>
      of(place).backgroundColor === text && of(place).color === canvas
    return {
      canvas,
      badge: inverse('.mode-badge'),
      flatten: inverse('.flatten-button'),
      pressed: of('.segment[aria-pressed="true"]').backgroundColor === highlight,
      buy: of('.ticket-side-buy').borderTopWidth !== '0px',
      frame: of('.workstation').borderTopColor === text,
    }
  })
}

describe.skipIf(CHROMIUM.isAbsent)(`a person’s own colours${CHROMIUM.why}`, () => {
  it('are those of the page and of its canvases, and go again when they do', async () => {
    const { window } = await startWindow(new Home())
    const { page } = window
    for (const place of ['.ladder canvas', '.segment[aria-pressed="true"]', '.ticket-side-buy']) {
      await page.locator(place).first().waitFor()
    }
    await expect.poll(() => ground(page), PATIENCE).not.toBe('')
    const before = await ground(page)
    await page.emulateMedia({ forcedColors: 'active' })
    const shown = await looks(page)
    expect(shown).toEqual({
      canvas: expect.stringMatching(/^rgb/) as string,
      badge: true,
      flatten: true,
      pressed: true,
      buy: true,
      frame: true,
    })
    expect(before).not.toBe(shown.canvas)
    await expect.poll(() => ground(page), PATIENCE).toBe(shown.canvas)
    await page.emulateMedia({ forcedColors: 'none' })
    await expect.poll(() => ground(page), PATIENCE).toBe(before)
    expect(window.complaints).toEqual([])
  }, 120_000)
})
