import { rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../../src/renderer/words/index.ts'
import { Home } from '../started-host.ts'
import type { WindowPage } from './browser.ts'
import { CHROMIUM, handsOnly, startWindow } from './browser.ts'
import { PATIENCE, rowsOf } from './desk-page.ts'
import { trade } from './orders-by-hand.ts'

const WORDS = TEXTS.en
const TAKE = WORDS['bar.accept']
const NAME = 'Bo Li'

/** Rows of the difference as they are shown: subject, what, ours, the venue's. */
function differences({ page }: WindowPage): Promise<readonly (readonly string[])[]> {
  return page
    .locator('.books-table tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
}

const held = async ({ page }: WindowPage): Promise<number> =>
  (await rowsOf(page, 'Positions')).length

/** A lot is bought, and the gateway's journal is lost while nothing runs: the venue still has it. */
async function lostJournal(): Promise<Home> {
  const home = new Home()
  const { host, window, browser } = await startWindow(home, handsOnly(home))
  await trade(window, 'BUY', 1, async () => (await held(window)) === 1)
  await browser.close()
  host.kill('SIGTERM')
  await host.ended
  rmSync(join(home.path, 'data/simulated/default/gateway'), { recursive: true })
  return home
}

describe.skipIf(CHROMIUM.isAbsent)(`books that differ from the venue’s${CHROMIUM.why}`, () => {
  it('are read row by row, and the venue’s are taken by a person who types a name', async () => {
    const home = await lostJournal()
    const { window } = await startWindow(home, handsOnly(home))
    const { page } = window
    const dialog = page.getByRole('dialog', { name: TAKE })
    await page.getByRole('button', { name: TAKE }).click()
    const long = WORDS['books.line.long-today']
    await expect
      .poll(() => differences(window), PATIENCE)
      .toContainEqual([expect.stringContaining('.'), long, '0', '1'])
    const name = dialog.getByRole('textbox', { name: WORDS['books.name'] })
    expect(await name.inputValue()).toBe(userInfo().username)
    await name.fill(` ${NAME} `)
    await dialog.getByRole('button', { name: TAKE }).hover()
    await page.mouse.down()
    await expect.poll(() => dialog.count(), PATIENCE).toBe(0)
    await page.mouse.up()
    expect(window.sentOf('account.accept')).toEqual([{ person: NAME }])
    await expect.poll(() => held(window), PATIENCE).toBe(1)
    await page.keyboard.press('F4')
    const newest = page.locator('.audit tbody tr').first().locator('td').last()
    await expect.poll(() => newest.innerText(), PATIENCE).toBe(`${NAME} (${userInfo().username})`)
    expect(window.complaints).toEqual([])
  })
})
