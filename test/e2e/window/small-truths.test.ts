import { userInfo } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import { CHROMIUM, WindowPage, handsOnly, shareWindow } from './browser.ts'
import { PATIENCE } from './desk-page.ts'
import { placeAway } from './orders-by-hand.ts'

const RESET = TEXTS.en['account.reset']

/** Presses what bears these words twice, before the page can draw anything in between. */
function pressTwice(window: WindowPage, place: string, words: string): Promise<void> {
  return window.page.locator(place, { hasText: words }).evaluate((button) => {
    if (!(button instanceof HTMLElement)) throw new Error('there is nothing to press')
    button.click()
    button.click()
  })
}

/** Lines of the audit log, newest first: their cells. */
function auditOf({ page }: WindowPage): Promise<readonly (readonly string[])[]> {
  return page
    .locator('.audit tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)))
}

async function language(window: WindowPage): Promise<void> {
  await window.page.keyboard.press('Control+Shift+KeyL')
}

describe.skipIf(CHROMIUM.isAbsent)(`a window tells the truth${CHROMIUM.why}`, () => {
  const started = shareWindow(handsOnly)

  it('sends a reset once, however fast it is confirmed, and says what came of it', async () => {
    const { window } = started()
    const { page } = window
    await window
      .panel(/^Account/)
      .getByRole('button', { name: RESET })
      .click()
    await pressTwice(window, '[role=dialog] button', RESET)
    const told = page.locator('.account-reset [role=status]')
    await expect.poll(() => told.innerText(), PATIENCE).toBe(TEXTS.en['account.reset-done'])
    expect(window.sentOf('account.reset')).toHaveLength(1)
  })

  it('says so in the language that is in force, not in the one in which it was said first', async () => {
    const { window } = started()
    const told = window.page.locator('.account-reset [role=status]')
    await language(window)
    await expect.poll(() => told.innerText(), PATIENCE).toBe(TEXTS.zh['account.reset-done'])
    await language(window)
    await expect.poll(() => told.innerText(), PATIENCE).toBe(TEXTS.en['account.reset-done'])
  })

  it('says above the audit log that the journal is as it was sealed', async () => {
    const { page } = started().window
    await page.keyboard.press('F4')
    const head = page.locator('.audit-chain')
    const sealed = /^chain intact · [\d,]+ sealed · \d\d:\d\d:\d\d$/
    await expect.poll(() => head.innerText(), PATIENCE).toMatch(sealed)
    expect(await head.getAttribute('data-chain')).toBe('held')
  })

  it('has a line of the reset in the audit log, in either language, after a reload too', async () => {
    const { window } = started()
    const { page } = window
    const lines = async () => (await auditOf(window)).map((cells) => cells.slice(2))
    const person = userInfo().username
    const money = '10,000,000.00 → 10,000,000.00'
    await page.keyboard.press('F4')
    const english = ['reset', `paper money begins anew: ${money} CNY`, person]
    await expect.poll(lines, PATIENCE).toContainEqual(english)
    await page.reload()
    await window.follows()
    await page.keyboard.press('F4')
    await expect.poll(lines, PATIENCE).toContainEqual(english)
    await language(window)
    await expect
      .poll(lines, PATIENCE)
      .toContainEqual(['重置', `模拟资金重新开始：${money} 元`, person])
    await language(window)
    await expect.poll(lines, PATIENCE).toContainEqual(english)
  })

  it('says in the window’s language why trading goes on, whoever said it in which words', async () => {
    const { window } = started()
    const lines = async () => (await auditOf(window)).map((cells) => cells.slice(2, 4))
    const agrees = (texts: (typeof TEXTS)['en']): readonly string[] => {
      const cause = texts['cause.reconciled']
      const reason = texts['saying.state.books-agree']
      const said = texts['audit.state'].replace('{cause}', cause).replace('{reason}', reason)
      return [texts['state.active'], said]
    }
    await expect.poll(lines, PATIENCE).toContainEqual(agrees(TEXTS.en))
    await language(window)
    await expect.poll(lines, PATIENCE).toContainEqual(agrees(TEXTS.zh))
    expect(String(await lines())).not.toContain('agree')
    await language(window)
  })

  it('says what the restarts of a process count, and counts one by hand', async () => {
    const { window } = started()
    const { page } = window
    await page.keyboard.press('F4')
    const head = window.panel('Processes').getByRole('columnheader', { name: 'Restarts' })
    await expect
      .poll(() => head.getAttribute('title'), PATIENCE)
      .toBe(TEXTS.en['system.restarts-help'])
    const restarts = () =>
      page.locator('.system-processes tr', { hasText: 'history' }).locator('td').nth(3).innerText()
    await expect.poll(restarts, PATIENCE).toBe('0')
    const button = page.locator('.system-restart[data-process="history"]')
    await button.focus()
    await page.keyboard.down('Enter')
    await expect.poll(() => window.sentOf('worker.restart').length, PATIENCE).toBe(1)
    await page.keyboard.up('Enter')
    await expect.poll(restarts, PATIENCE).toBe('1')
  })

  it('leads a chart in a window of its own to the moment that was clicked', async () => {
    const { window } = started()
    const { page, context } = window
    const torn = new WindowPage(await context.newPage(), context)
    onTestFinished(() => torn.page.close())
    await torn.page.goto(new URL('/?panel=chart&letter=A', page.url()).href)
    await torn.follows()
    const live = () =>
      torn.page.getByRole('button', { name: 'Live edge' }).getAttribute('aria-pressed')
    await expect.poll(live, PATIENCE).toBe('true')
    await page.bringToFront()
    await page.keyboard.press('F1')
    await placeAway(window, 7)
    await page.getByRole('tab', { name: 'Event log' }).click()
    // One that both charts have ticks of, whatever history was stored.
    const row = page.locator('.event-log .pool-row', { hasText: 'Buy' }).first()
    await row.locator('.event-link').click()
    await expect.poll(live, PATIENCE).toBe('false')
    expect([...window.complaints, ...torn.complaints]).toEqual([])
  })
})
