import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, handsOnly, shareWindow } from './browser.ts'
import { PATIENCE, fillTicket, rowsOf, sideButton } from './desk-page.ts'
import { ordered } from './orders-by-hand.ts'
import { copiedFrom, letSecondPass, symbol, walkTo } from './page-keys.ts'

const titled = (page: Page, kind: string) =>
  page.locator(`.dock-panel[data-panel-kind="${kind}"]:visible`).getAttribute('aria-label')

const button = (page: Page, name: string) => page.locator('.chart').getByRole('button', { name })

async function buyOne(window: WindowPage): Promise<void> {
  const { page } = window
  await fillTicket(window, {})
  await ordered(
    window,
    () => sideButton(window, 'BUY').click(),
    async () => (await rowsOf(page, 'Positions')).length === 1,
  )
}

describe.skipIf(CHROMIUM.isAbsent)(`keys of panels that were walked to${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('are those of what stands in them: arrows move the cursor of a ladder', async () => {
    const { page } = started().window
    await walkTo(page, 'ladder')
    await page.keyboard.press('ArrowUp')
    const chosen = page.locator('.ladder [role="row"][aria-selected="true"]')
    await expect.poll(() => chosen.count(), PATIENCE).toBe(1)
  })

  it('choose by Enter on a position for the letter of that panel alone', async () => {
    const { window } = started()
    const { page } = window
    await symbol(page, 'au')
    await expect.poll(() => titled(page, 'ticket'), PATIENCE).toContain('au')
    await buyOne(window)
    for (const panel of ['quote', 'positions']) {
      await walkTo(page, panel)
      await page.keyboard.press('Control+l')
    }
    await walkTo(page, 'ticket')
    await symbol(page, 'cu')
    await expect.poll(() => titled(page, 'ticket'), PATIENCE).toContain('cu')
    await walkTo(page, 'positions')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect.poll(() => titled(page, 'quote'), PATIENCE).toContain('au')
    expect(await titled(page, 'ticket')).toContain('cu')
  })

  it('step back from the live edge to the newest own fill', async () => {
    const { window } = started()
    const { page } = window
    await walkTo(page, 'ticket')
    await symbol(page, 'au')
    await expect.poll(() => titled(page, 'chart'), PATIENCE).toContain('au')
    const live = button(page, TEXTS.en['chart.live-edge'])
    await expect.poll(() => live.getAttribute('aria-pressed'), PATIENCE).toBe('true')
    await walkTo(page, 'chart')
    await expect
      .poll(async () => {
        await page.keyboard.press('[')
        return live.getAttribute('aria-pressed')
      }, PATIENCE)
      .toBe('false')
    await page.keyboard.press('Space')
    await expect.poll(() => live.getAttribute('aria-pressed'), PATIENCE).toBe('true')
  })
})

describe.skipIf(CHROMIUM.isAbsent)(`the table of processes${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)
  const cells = (page: Page, name: string) =>
    page.locator('.system-processes tr', { hasText: name }).first().locator('td').allInnerTexts()

  it('shows how late each loop comes, and what waits where that is told', async () => {
    const { page } = started().window
    await page.keyboard.press('F4')
    for (const name of ['main', 'exchange', 'gateway', 'watchdog', 'history']) {
      await expect
        .poll(async () => (await cells(page, name))[6], PATIENCE)
        .toMatch(/^[\d.]+ (µs|ms)$/)
    }
    expect((await cells(page, 'history'))[5]).toMatch(/^\d+ rows$/)
    expect((await cells(page, 'gateway'))[5]).toBe('')
  })

  it('starts nothing again by Ctrl R held on the row of main, but what may be', async () => {
    const { window } = started()
    const { page } = window
    const hold = async (): Promise<void> => {
      await page.keyboard.down('Control')
      await page.keyboard.down('r')
      await letSecondPass(window)
      await page.keyboard.up('r')
      await page.keyboard.up('Control')
    }
    await page.locator('.system-process[data-process="main"]').focus()
    await hold()
    expect(window.sentOf('worker.restart')).toEqual([])
    await page.locator('.system-process[data-process="history"]').focus()
    await hold()
    await expect
      .poll(() => window.sentOf('worker.restart'), PATIENCE)
      .toEqual([expect.objectContaining({ name: 'history' })])
  })

  it('lets what happened to a process leave the window, by Ctrl C and as a file', async () => {
    const { page } = started().window
    await page.locator('.system-process[data-process="gateway"]').focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const told = dialog.getByRole('group', { name: 'What happened to gateway' })
    const [head, ...lines] = (await copiedFrom(told)).split('\n')
    expect(head).toBe('Time\tAge\tEvent\tIn its words')
    expect(lines.at(-1)).toMatch(/^[\d:.]+\t\S+\tstart 1 since main began/)
    await told.click({ button: 'right' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Export CSV' }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toContain('Mode,SIM')
    expect(text).toContain('\r\n\r\nTime,Age,Event,In its words\r\n')
  })
})
