import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import { CHROMIUM, WindowPage, handsOnly, shareWindow } from './browser.ts'
import { PATIENCE } from './desk-page.ts'
import { HeldLine } from './held-line.ts'

const CHART = '.chart-host canvas'

describe.skipIf(CHROMIUM.isAbsent)(`a window that opens without a price${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('makes its chart all the same, and says what it waits for', async () => {
    const { context, page: desk } = started().window
    const line = new HeldLine()
    const codec = createCodec([])
    let life = 0
    line.change = (bytes) => {
      const decoded = codec.decode(bytes)
      if (!decoded.ok || decoded.value.kind !== 'window') throw new Error('no frame came')
      const { frame } = decoded.value
      if (frame.kind !== 'opening' && frame.kind !== 'changes') return bytes
      if (frame.kind === 'opening') life = frame.origin.epoch
      return Buffer.from(codec.encodeWindow({ ...frame, quotes: [] }, life))
    }
    const page = await context.newPage()
    await line.hold(page)
    const window = new WindowPage(page, context)
    await page.goto(new URL('/', desk.url()).href)
    await page.locator(CHART).first().waitFor()
    expect(await window.panel(/^Quote/).innerText()).not.toMatch(/Bid\s+\d/)
    const told = () => window.panel(/^Ladder/).innerText()
    await expect.poll(told, PATIENCE).toMatch(/^Waiting for the first quote of SIM\.cu/)
    expect([line.lines.length, window.complaints]).toEqual([1, []])
    await page.close()
  })
})
