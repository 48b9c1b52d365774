import { describe, expect, it } from 'vitest'
import { Home } from '../started-host.ts'
import { CHROMIUM, startWindow } from './browser.ts'

describe.skipIf(CHROMIUM.isAbsent)(`a window in a browser${CHROMIUM.why}`, () => {
  it('shows prices that move, and the browser has nothing to complain of', async () => {
    const { window } = await startWindow(new Home())
    const quotes = () =>
      window.page.evaluate(() => Number(document.documentElement.dataset['quotes']))
    const before = await quotes()
    await expect.poll(quotes, { timeout: 60_000 }).toBeGreaterThan(before)
    expect(await window.page.evaluate(() => document.documentElement.dataset['mode'])).toBe(
      'simulated',
    )
    expect(window.complaints).toEqual([])
  })
})
