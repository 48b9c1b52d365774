import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import { Home } from '../started-host.ts'
import { CHROMIUM, handsOnly, startWindow } from './browser.ts'
import { PATIENCE } from './desk-page.ts'

/** A page has no say in whether it is seen: it is told so as its browser tells it. */
function see(page: Page, state: 'visible' | 'hidden'): Promise<void> {
  return page.evaluate((told) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => told })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}

describe.skipIf(CHROMIUM.isAbsent)(`a window that nobody sees${CHROMIUM.why}`, () => {
  it('is told of prices once a second, and of all again once it is seen', async () => {
    const home = new Home()
    const { window } = await startWindow(home, handsOnly(home))
    const { page } = window
    const codec = createCodec([])
    /** Main's stamps of frames with quotes, in µs. */
    let stamps: number[] = []
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (typeof payload === 'string') return
        const read = codec.decode(payload)
        if (!read.ok || read.value.kind !== 'window') return
        const { frame } = read.value
        if (frame.kind === 'changes' && frame.quotes.length > 0) stamps.push(frame.at)
      }),
    )
    // The browser tells of lines that begin from here on.
    await page.reload()
    await window.follows()
    const gaps = (): readonly number[] =>
      stamps.slice(1).map((stamp, index) => stamp - stamps[index]!)
    await see(page, 'hidden')
    await expect.poll(() => window.sentOf('window.seen'), PATIENCE).toEqual([{ seen: false }])
    // What was under way when it was hidden has come.
    await page.waitForTimeout(500)
    stamps = []
    await expect.poll(() => stamps.length, PATIENCE).toBeGreaterThanOrEqual(5)
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(1_000_000)
    await see(page, 'visible')
    await expect.poll(() => Math.min(...gaps()), PATIENCE).toBeLessThan(1_000_000)
    expect(window.complaints).toEqual([])
  }, 120_000)
})
