import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { project } from '../started-host.ts'
import { CHROMIUM, WindowPage, shareHost } from './browser.ts'
import { PATIENCE } from './desk-page.ts'
import { closed, command, letSecondPass, opened, symbol } from './page-keys.ts'
import { focusedPanel, seenPanels } from './seen-panels.ts'

const LAYOUT = 'ghtrader.layout.desk.middle.one-1440x900'

const kept = (page: Page, name: string) => page.evaluate((key) => localStorage.getItem(key), name)

const letters = (page: Page) => page.locator('.dock-letter:visible').allTextContents()

/** Presses keys one after the other: each leads to its panel. */
async function walk(page: Page, keys: readonly string[], to: readonly string[]): Promise<void> {
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key)
    await expect.poll(() => focusedPanel(page), PATIENCE).toBe(to[index])
  }
}

const shared = shareHost()

describe.skipIf(CHROMIUM.isAbsent)(`the docks of a window${CHROMIUM.why}`, () => {
  it('are walked by keys: panels, tabs, workspaces', async () => {
    const window = await shared().open()
    const { page } = window
    await walk(
      page,
      ['F6', 'F6', 'Shift+F6', 'Control+5', 'Alt+ArrowRight', 'Alt+ArrowRight'],
      ['watch-list', 'account', 'watch-list', 'ladder', 'tape', 'ladder'],
    )
    await page.keyboard.press('F4')
    await expect.poll(() => seenPanels(page)).toContain('processes')
    await page.keyboard.press('F2')
    await expect.poll(() => seenPanels(page)).toEqual([])
    await page.keyboard.press('F1')
    await expect.poll(() => seenPanels(page)).toContain('chart')
    expect(window.complaints).toEqual([])
  })

  it('keep what a person makes of them, take it back, and give the default again', async () => {
    const window = await shared().open()
    const { page } = window
    expect(await kept(page, LAYOUT)).toBeNull()
    await page.keyboard.press('Control+4')
    await page.keyboard.press('Control+l')
    await expect.poll(() => letters(page)).toEqual(['A', 'A', 'B', 'A', 'A', 'A'])
    await expect.poll(() => kept(page, LAYOUT)).toContain('"letter":"B"')
    await page.keyboard.press('Alt+w')
    await expect.poll(() => seenPanels(page)).not.toContain('chart')
    await page.reload()
    await window.follows()
    await expect.poll(async () => (await seenPanels(page)).length, PATIENCE).toBeGreaterThan(3)
    expect(await seenPanels(page)).not.toContain('chart')
    await command(page, 'open panel chart')
    await expect.poll(() => focusedPanel(page)).toBe('chart')
    await page.keyboard.press('Control+z')
    await expect.poll(() => seenPanels(page)).not.toContain('chart')
    await command(page, 'default layout')
    await expect.poll(() => seenPanels(page)).toContain('chart')
    await expect
      .poll(async () => [await letters(page), await kept(page, LAYOUT)], PATIENCE)
      .toEqual([['A', 'A', 'A', 'A', 'A', 'A'], null])
  })

  it('tell of a layout that cannot be shown, and lose nothing', async () => {
    const window = await shared().open()
    const { page } = window
    const newer = '{"version":7}'
    await page.evaluate(([name, text]) => localStorage.setItem(name, text), [
      LAYOUT,
      newer,
    ] as const)
    await page.reload()
    await window.follows()
    await expect.poll(() => page.locator('.notice-bar').textContent()).toContain('newer version')
    await page.keyboard.press('Control+4')
    await page.keyboard.press('Control+l')
    await expect.poll(() => letters(page)).toContain('B')
    expect(await kept(page, LAYOUT)).toBe(newer)
    await page.getByRole('button', { name: 'Replace by the default' }).click()
    await page.keyboard.press('Control+l')
    await expect.poll(() => kept(page, LAYOUT)).toContain('"version":1')
    await expect.poll(() => kept(page, `${LAYOUT}.aside-1`), PATIENCE).toBe(JSON.stringify(newer))
  })

  it('fold to tabs where the window is small, and never scroll sideways', async () => {
    const window = await shared().open()
    const { page } = window
    for (const [width, height] of [
      [1920, 1080],
      [1440, 900],
      [1280, 800],
      [720, 450],
    ] as const) {
      await page.setViewportSize({ width, height })
      const groups = { 1920: 13, 1440: 11, 1280: 8, 720: 3 }[width]
      const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      await expect
        .poll(async () => [(await seenPanels(page)).length, await sideways()], PATIENCE)
        .toEqual([groups, 0])
    }
    expect(await kept(page, LAYOUT)).toBeNull()
  })

  it('are plain to a screen reader, with what opens above them', async () => {
    const window = await shared().open()
    const { page } = window
    await page.evaluate(readFileSync(join(project, 'node_modules/axe-core/axe.min.js'), 'utf8'))
    const found: string[] = []
    await walk(page, ['F6'], ['watch-list'])
    found.push(...(await page.evaluate(violations)))
    for (const key of ['Control+k', 'Control+/']) {
      await opened(page, key, page.getByRole('dialog'))
      found.push(...(await page.evaluate(violations)))
      await closed(page)
    }
    expect(found).toEqual([])
  })
})

describe.skipIf(CHROMIUM.isAbsent)(`the keys of a window${CHROMIUM.why}`, () => {
  it('find a command by a few letters of either language, and give the focus back', async () => {
    const window = await shared().open()
    const { page } = window
    await walk(page, ['Control+3'], ['quote'])
    await opened(page, 'Control+k', page.getByLabel('Find a command').first())
    await closed(page)
    await expect.poll(() => focusedPanel(page)).toBe('quote')
    await command(page, '中文')
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    await window.panel('自选').waitFor()
    await page.keyboard.press('Control+Shift+L')
    await window.panel('Watch list').waitFor()
  })

  it('are changed by a person, and refuse what another key has', async () => {
    const window = await shared().open()
    const { page } = window
    await opened(page, 'Control+/', page.getByRole('dialog'))
    const change = page.getByRole('button', { name: 'Change: Next panel' })
    await change.click()
    await page.keyboard.press('F4')
    await expect.poll(() => page.locator('.key-told').textContent()).toContain('Workspace: System')
    await change.click()
    await page.keyboard.press('F7')
    await expect
      .poll(() => kept(page, 'ghtrader.keys'), PATIENCE)
      .toBe('{"version":1,"chords":{"panel.next":"F7"}}')
    await closed(page)
    await walk(page, ['F7'], ['watch-list'])
  })

  it('stop everything when held, under a dialog too, and nothing when let go before', async () => {
    const window = await shared().open()
    const { page } = window
    const halted = () => page.evaluate(() => 'halted' in document.documentElement.dataset)
    await opened(page, 'Control+k', page.getByRole('dialog'))
    await page.keyboard.press('F12')
    await expect.poll(() => page.locator('.dock-hold').count()).toBe(0)
    await letSecondPass(window)
    expect(await halted()).toBe(false)
    await page.keyboard.down('F12')
    await expect.poll(halted, PATIENCE).toBe(true)
    await page.keyboard.up('F12')
  })
})

describe.skipIf(CHROMIUM.isAbsent)(`the watch list of a window${CHROMIUM.why}`, () => {
  it('chooses for the letter that it is set to, and marks what that one shows', async () => {
    const window = await shared().open()
    const { page } = window
    const grid = page.getByRole('grid', { name: 'Watch list', exact: true })
    const marked = () => page.locator('.watch-shown:visible .watch-symbol').allInnerTexts()
    const titled = (kind: string) =>
      page.locator(`.dock-panel[data-panel-kind="${kind}"]:visible`).getAttribute('aria-label')
    const choose = async (code: string): Promise<void> => {
      await grid.locator('.pool-row', { hasText: code }).first().click()
      await expect.poll(marked, PATIENCE).toEqual([expect.stringContaining(code)])
    }
    await symbol(page, 'au')
    await expect.poll(marked, PATIENCE).toEqual([expect.stringContaining('au')])
    await walk(page, ['Control+1'], ['watch-list'])
    await page.keyboard.press('Control+l')
    await expect.poll(() => letters(page), PATIENCE).toEqual(['B', 'A', 'A', 'A', 'A', 'A'])
    await expect.poll(() => kept(page, LAYOUT), PATIENCE).toContain('"letter":"B"')
    await choose('ag')
    await expect.poll(() => titled('quote'), PATIENCE).toContain('Quote au')
    await walk(page, ['Control+3'], ['quote'])
    await page.keyboard.press('Control+l')
    await expect.poll(() => titled('quote'), PATIENCE).toContain('Quote ag')
    await page.reload()
    await window.follows()
    await expect.poll(() => letters(page), PATIENCE).toEqual(['B', 'B', 'A', 'A', 'A', 'A'])
    await expect.poll(marked, PATIENCE).toEqual([expect.stringContaining('ag')])
    await page.getByRole('button', { name: 'Link letter B' }).first().click()
    for (const letter of ['C', 'D', 'E', 'F'])
      await page.getByRole('button', { name: `Link letter ${letter}` }).click()
    await expect.poll(() => letters(page), PATIENCE).toEqual(['A', 'B', 'A', 'A', 'A', 'A'])
    await expect.poll(marked, PATIENCE).toEqual([expect.stringContaining('au')])
    expect(window.complaints).toEqual([])
  })
})

describe.skipIf(CHROMIUM.isAbsent)(`a panel in a page of its own${CHROMIUM.why}`, () => {
  it('follows its letter with the desk, in both directions', async () => {
    const window = await shared().open()
    const opening = window.context.waitForEvent('page', { timeout: 60_000 })
    await command(window.page, 'panel in a window of its own quote')
    const alone = new WindowPage(await opening, window.context)
    await alone.follows()
    expect(new URL(alone.page.url()).search).toBe('?panel=quote&letter=A')
    await symbol(alone.page, 'au')
    await alone.panel('Quote au').waitFor()
    await window.panel('Quote au').waitFor()
    await symbol(window.page, 'ag')
    await alone.panel('Quote ag').waitFor()
    expect([window.complaints, alone.complaints]).toEqual([[], []])
  })
})

/** Runs in the page: what axe finds in everything but the bars. */
async function violations(): Promise<readonly string[]> {
  const { axe } = globalThis as unknown as {
    axe: { run: (place: unknown) => Promise<{ violations: { id: string; nodes: unknown[] }[] }> }
  }
  const { violations: all } = await axe.run({
    include: ['main'],
    exclude: ['.dock-panel', '.dock-tools'],
  })
  return all.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0])}`)
}
