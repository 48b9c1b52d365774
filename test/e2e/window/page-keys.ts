import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { WindowPage } from './browser.ts'
import { PATIENCE } from './desk-page.ts'

/** What a table gives to be copied of its chosen rows: a key that came too early comes again. */
export async function copiedFrom(grid: Locator): Promise<string> {
  const page = grid.page()
  await page.evaluate(() => {
    document.addEventListener('copy', ({ clipboardData }) => {
      Object.assign(globalThis, { copied: clipboardData?.getData('text/plain') ?? '' })
    })
  })
  let copied = ''
  await expect
    .poll(async () => {
      await grid.focus()
      await page.keyboard.press('Control+c')
      copied = await page.evaluate(() => String(Reflect.get(globalThis, 'copied') ?? ''))
      return copied
    }, PATIENCE)
    .not.toBe('')
  return copied
}

/** Finds a command by what is typed, and has it done; by keys alone. */
export function command(page: Page, typed: string): Promise<void> {
  return chosen(page, 'Control+k', typed)
}

/** Finds a symbol by what is typed, and shows it; by keys alone. */
export function symbol(page: Page, typed: string): Promise<void> {
  return chosen(page, 'Control+p', typed)
}

async function chosen(page: Page, key: string, typed: string): Promise<void> {
  const input = page.locator('.palette-input')
  await opened(page, key, input)
  await page.keyboard.type(typed)
  await expect.poll(() => input.inputValue(), PATIENCE).toBe(typed)
  await page.locator('.palette-option[aria-selected="true"]').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => input.count(), PATIENCE).toBe(0)
}

/** Presses a key that opens something, and waits until it has the keys itself. */
export async function opened(page: Page, key: string, what: Locator): Promise<void> {
  await page.keyboard.press(key)
  await expect
    .poll(() => what.evaluateAll((all) => all[0]?.contains(document.activeElement)), PATIENCE)
    .toBe(true)
}

/** Closes what lies above the desk. */
export async function closed(page: Page, what: Locator = page.getByRole('dialog')): Promise<void> {
  await page.keyboard.press('Escape')
  await expect.poll(() => what.count(), PATIENCE).toBe(0)
}

/** What was on its way is painted by then. */
export async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}

/** A second by the page's own clock: what was not called off would have happened. */
export async function letSecondPass({ page }: WindowPage): Promise<void> {
  const now = await page.evaluate(() => performance.now())
  await page.waitForFunction((from) => performance.now() > from + 1_000, now)
}

/** The panel that has the focus, by its name in the layout. */
export function focusedPanel(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() =>
    document.activeElement?.closest('[data-panel]')?.getAttribute('data-panel'),
  )
}

/** Walks from panel to panel until one has the focus. */
export async function walkTo(page: Page, panel: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.keyboard.press('F6')
      return focusedPanel(page)
    }, PATIENCE)
    .toBe(panel)
}
