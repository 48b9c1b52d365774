import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Order } from '../../../src/core/domain/index.ts'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import { orderFixture } from '../../core/desk/trading-story.ts'
import type { StartedWindow } from './browser.ts'
import { CHROMIUM, WindowPage, handsOnly, shareWindow } from './browser.ts'
import { PATIENCE, sideButton } from './desk-page.ts'
import { HeldLine } from './held-line.ts'
import { openPage, pricesMove } from './worse-page.ts'

const MANY = 5_000

/** Up to the first figure of what is said. */
const beginning = (key: 'bar.connecting'): string => TEXTS.en[key].split('{')[0]!

/** The kind of a frame for a window; answers to questions have no number. */
function kindOf(frame: Buffer): string {
  const decoded = createCodec([]).decode(frame)
  return decoded.ok && decoded.value.kind === 'window' ? decoded.value.frame.kind : ''
}

/** Loads a page whose line is held, and does not wait for it. */
async function loadPage({ window }: StartedWindow, line: HeldLine): Promise<WindowPage> {
  const page = await window.context.newPage()
  await line.hold(page)
  const loaded = new WindowPage(page, window.context)
  await page.goto(new URL('/', window.page.url()).href)
  return loaded
}

/** Runs in the page: from here on its clocks can be set. */
function setClocks(): void {
  let ahead = 0
  Object.assign(globalThis, {
    jump: (milliseconds: number) => {
      ahead += milliseconds
    },
  })
  for (const clock of [performance, Date]) {
    const now = clock.now.bind(clock)
    clock.now = () => now() + ahead
  }
}

describe.skipIf(CHROMIUM.isAbsent)(`a window on a bad line${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('that is slow at first says that it connects, and follows once it is told', async () => {
    const line = new HeldLine()
    line.stand()
    const window = await loadPage(started(), line)
    const told = window.page.getByRole('alert').filter({ hasText: beginning('bar.connecting') })
    await expect.poll(() => told.count(), PATIENCE).toBe(1)
    await window.page.keyboard.press('Control+b')
    line.goOn()
    await window.follows()
    await expect.poll(() => told.count(), PATIENCE).toBe(0)
    await pricesMove(window)
    expect([line.lines.length, line.orders, window.complaints]).toEqual([1, [], []])
    await window.page.close()
  })

  it('on which frames are missing asks for what it missed, and follows again', async () => {
    const line = new HeldLine()
    const window = await openPage(started(), (page) => line.hold(page))
    let dropped = 0
    line.change = (frame) => {
      if (dropped > 0 || kindOf(frame) !== 'changes') return frame
      dropped++
      return undefined
    }
    await expect.poll(() => line.lines.length, PATIENCE).toBe(2)
    await window.follows()
    await pricesMove(window)
    expect([dropped, line.lines.length]).toEqual([1, 2])
    expect([line.orders, window.complaints]).toEqual([[], []])
    await window.page.close()
  })

  it('that is silent while the clock jumps takes all for old, sends nothing, and goes on', async () => {
    const line = new HeldLine()
    const window = await openPage(started(), async (page) => {
      await page.addInitScript(setClocks)
      await line.hold(page)
    })
    const { page } = window
    const buy = sideButton(window, 'BUY')
    const entry = async () => [
      await buy.getAttribute('aria-disabled'),
      await buy.getAttribute('title'),
    ]
    const isOff = ['true', expect.stringContaining(TEXTS.en['entry.old'])]
    for (const milliseconds of [3_600_000, -3_600_000]) {
      await expect.poll(() => buy.getAttribute('aria-disabled'), PATIENCE).toBe('false')
      line.stand()
      await page.evaluate((by) => {
        const jump = Reflect.get(globalThis, 'jump') as (milliseconds: number) => void
        jump(by)
      }, milliseconds)
      await expect.poll(entry, PATIENCE).toEqual(isOff)
      await page.keyboard.press('Control+b')
      line.goOn()
      await pricesMove(window)
      await expect.poll(() => buy.getAttribute('aria-disabled'), PATIENCE).toBe('false')
    }
    // A clock that jumps is no line that broke.
    expect([line.lines.length, line.orders, window.complaints]).toEqual([1, [], []])
    await page.close()
  })

  it(`that tells ${MANY} orders at once shows them, and the last one is found by a key`, async () => {
    const line = new HeldLine()
    const codec = createCodec([])
    line.change = (frame) => {
      const decoded = codec.decode(frame)
      if (!decoded.ok || decoded.value.kind !== 'window') throw new Error('no frame came')
      const news = decoded.value.frame
      if (news.kind !== 'opening') return frame
      line.change = (other) => other
      const orders = Array.from({ length: MANY }, (_, number) => ({
        source: 'gateway',
        fact: { kind: 'order', order: overOrder(number, news.at) } as const,
      }))
      const more = { ...news, facts: [...news.facts, ...orders] }
      return Buffer.from(codec.encodeWindow(more, news.origin.epoch))
    }
    const window = await loadPage(started(), line)
    await window.follows()
    const { page } = window
    const grid = page.getByRole('grid', { name: 'Orders', exact: true })
    const rows = () => grid.getAttribute('aria-rowcount')
    await expect.poll(rows, PATIENCE).toBe(String(MANY + 1))
    const drawn = grid.locator('.pool-row:not([hidden])')
    expect(await drawn.count()).toBeLessThan(100)
    await grid.focus()
    await page.keyboard.press('End')
    const first = grid.getByTitle(idOf(0), { exact: true })
    await expect.poll(() => first.isVisible(), PATIENCE).toBe(true)
    await pricesMove(window)
    expect([line.lines.length, line.orders, window.complaints]).toEqual([1, [], []])
    await page.close()
  })
})

const idOf = (number: number): string => `p-i-1-${number.toString(36)}`

function overOrder(number: number, at: number): Order {
  const stamp = (at + number) as never
  return orderFixture({
    id: idOf(number) as never,
    intent: `intent-${number}` as never,
    status: 'cancelled',
    createdAt: stamp,
    updatedAt: stamp,
  })
}
