import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Look } from './looked-page.ts'
import type { LookedAt } from './workstation.ts'

/** A state of the window, and how it comes about. */
export interface Scene {
  readonly args?: readonly string[]
  readonly sizes?: readonly string[]
  /** One picture of each; as a window comes, unless said otherwise. */
  readonly looks?: readonly Look[]
  /** Pixels of the screen to one of the page: 2 is a window zoomed to 200 %. */
  readonly scale?: number
  /** Brings it about; gives another page where that is to be looked at. */
  set(page: Page, workstation: LookedAt): Promise<Page | void>
}

/** As it comes, and as different from that as can be. */
export const OPPOSITES: readonly Look[] = [{}, { theme: 'light', language: 'zh' }]

export const seconds = (page: Page, count: number): Promise<void> =>
  page.waitForTimeout(count * 1000)

export function pressed(...keys: readonly string[]): Scene {
  return {
    async set(page) {
      await seconds(page, 10)
      for (const key of keys) {
        await page.keyboard.press(key)
        await seconds(page, 0.3)
      }
    },
  }
}

/** Arguments for a workstation that is set so. */
export function withConfig(name: string, config: object): readonly string[] {
  const path = join(tmpdir(), `look-${name}.json`)
  writeFileSync(path, JSON.stringify(config))
  return ['--config', path]
}

/** Nobody trades, and nothing has happened yet. */
export const nobody = (): readonly string[] => withConfig('nobody', { strategies: [] })

/** The process of a worker, as the table of processes tells it. */
export async function pidOf(page: Page, worker: string): Promise<number> {
  await page.keyboard.press('F4')
  const row = page.locator(`.system-processes tr:has-text("${worker}")`).first()
  const words = await row.innerText()
  await page.keyboard.press('F1')
  const pid = words.split(/\s+/).find((word) => /^[\d,]{3,}$/.test(word))
  if (pid === undefined) throw new Error(`no number of a process in: ${words}`)
  return Number(pid.replaceAll(',', ''))
}
