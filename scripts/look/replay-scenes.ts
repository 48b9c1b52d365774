import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { findRecordings } from '../setup/recordings.mjs'
import type { Scene } from './scene.ts'
import { OPPOSITES, seconds } from './scene.ts'

const recordings = findRecordings(resolve(import.meta.dirname, '../..'), process.env)
const CONTRACTS = ['SHFE.cu2010', 'SHFE.ag2012']

/** An hour of two contracts, as recorded. Without the recordings it is not looked at. */
function replayed(...more: readonly string[]): readonly string[] {
  const folder = join(String(recordings.path), 'shfe_l5_20200821', 'feed_a')
  return ['--replay', ...CONTRACTS.map((name) => join(folder, `${name}.csv.gz`)), ...more]
}

async function seek(page: Page, time: string): Promise<void> {
  await page.locator('.replay-bar-seek input').fill(time)
  await page.keyboard.press('Enter')
}

const SCENES: Readonly<Record<string, Scene>> = {
  'replay-playing': {
    args: replayed('--speed', '5'),
    sizes: ['1440x900', '1920x1080', '800x600'],
    looks: OPPOSITES,
    set: (page) => seconds(page, 8),
  },
  'replay-paused': {
    args: replayed('--speed', '5'),
    async set(page) {
      await seconds(page, 4)
      await page.locator('.replay-bar > button').first().click()
      await seconds(page, 1)
      await page.locator('.replay-bar > button').nth(1).click()
      await seconds(page, 1)
    },
  },
  'replay-back': {
    args: replayed('--speed', '5'),
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 3)
      await seek(page, '13:00:00')
      await seconds(page, 1)
    },
  },
  'replay-seeking': {
    args: replayed('--speed', '1'),
    async set(page) {
      await seconds(page, 3)
      await seek(page, '14:36:30')
      await seconds(page, 0.2)
    },
  },
  'replay-over': {
    args: replayed('--speed', '1'),
    looks: OPPOSITES,
    async set(page) {
      await seconds(page, 3)
      await seek(page, '14:36:58')
      await page.waitForFunction(() => document.documentElement.dataset['phase'] === 'lost', null, {
        timeout: 90_000,
      })
      await seconds(page, 4)
    },
  },
}

if (!recordings.there) console.log(`no replays are taken: ${recordings.mend ?? recordings.found}`)

/** A recording that is played: only where there are recordings. */
export const REPLAY_SCENES: Readonly<Record<string, Scene>> = recordings.there ? SCENES : {}
