import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Home } from '../started-host.ts'
import { CHROMIUM, startWindow } from './browser.ts'
import { PATIENCE } from './desk-page.ts'
import { HeldLine } from './held-line.ts'
import { openPage } from './worse-page.ts'

/** Long enough for ticks of any contract to pass. */
const UNHEARD = 3_000

describe.skipIf(CHROMIUM.isAbsent)(`a window whose line broke${CHROMIUM.why}`, () => {
  it('says in chart and tape that ticks are missing until history has told of them', async () => {
    const home = new Home()
    const started = await startWindow(home)
    const line = new HeldLine()
    const window = await openPage(started, (page) => line.hold(page))
    const stamp = window.page.locator('.chart-quality')
    const told = () => stamp.textContent()
    const summary = () => window.page.locator('.chart-host').getAttribute('aria-label')
    await window.page.keyboard.press('t')
    const traded = () => window.page.locator('.tape .only-spoken').textContent()
    await expect.poll(traded, PATIENCE).toContain('% bought')
    await expect.poll(told, PATIENCE).toMatch(/^live \+ .* min history\s· 0 gaps$/)
    process.kill(home.pids()['history']!, 'SIGSTOP')
    line.change = () => undefined
    await delay(UNHEARD)
    line.change = (frame) => frame
    // Frames are missing on this line: the next one goes on after them.
    await expect.poll(() => line.lines.length, PATIENCE).toBe(2)
    await window.follows()
    await expect.poll(told, PATIENCE).toMatch(/ 1 gap$/)
    await expect.poll(summary, PATIENCE).toMatch(/1 gap, the newest .*ticks are missing/)
    await expect.poll(traded, PATIENCE).toContain('not all was heard')
    // Who is silent is started again, and fetches what it did not hear.
    await expect.poll(told, PATIENCE).toMatch(/min history\s· 0 gaps$/)
    await expect.poll(summary, PATIENCE).not.toContain('missing')
    await expect.poll(traded, PATIENCE).not.toContain('not all was heard')
    expect(await traded()).toContain('% bought')
    expect(window.complaints).toEqual([])
  }, 180_000)
})
