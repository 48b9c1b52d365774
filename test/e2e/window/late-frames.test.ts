import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import { CHROMIUM, shareWindow } from './browser.ts'
import { PATIENCE } from './desk-page.ts'
import { openPage } from './worse-page.ts'

/** Runs in the page: within a frame each look at the clock costs 20 ms, so that all are late. */
function lateFrames(): void {
  const request = requestAnimationFrame.bind(globalThis)
  const now = performance.now.bind(performance)
  let [isWithin, late] = [false, 0]
  performance.now = () => now() + (isWithin ? (late += 20) : 0)
  globalThis.requestAnimationFrame = (call) =>
    request((at) => {
      ;[isWithin, late] = [true, 0]
      try {
        call(at)
      } finally {
        isWithin = false
      }
    })
}

describe.skipIf(CHROMIUM.isAbsent)(`a window that is late${CHROMIUM.why}`, () => {
  const started = shareWindow()

  it('leaves out heat, bubbles and the tape, says so in either language, and shows the ladder', async () => {
    const window = await openPage(started(), (page) => page.addInitScript(lateFrames))
    const { page } = window
    await page.setViewportSize({ width: 1920, height: 1080 })
    const tape = window.panel(/^Time & sales/)
    await expect.poll(() => tape.innerText(), PATIENCE).toContain(TEXTS.en['tape.left-out'])
    expect(await tape.locator('canvas').count()).toBe(0)
    const bar = page.locator('.status-bar')
    await expect
      .poll(() => bar.innerText(), PATIENCE)
      .toContain('drawing less: no heat, no bubbles, no tape')
    const over = bar.locator('.warn', { hasText: 'frame p95' })
    await expect.poll(() => over.innerText(), PATIENCE).toMatch(/^! frame p95 [2-9]\d/)
    expect(
      await window
        .panel(/^Ladder/)
        .locator('canvas')
        .count(),
    ).toBeGreaterThan(0)
    await page.keyboard.press('Control+Shift+KeyL')
    await expect.poll(() => page.getByText(TEXTS.zh['tape.left-out']).count(), PATIENCE).toBe(1)
    await expect.poll(() => bar.innerText(), PATIENCE).toContain('无热力, 无气泡, 无分笔')
    expect(window.complaints).toEqual([])
    await page.close()
  })
})
