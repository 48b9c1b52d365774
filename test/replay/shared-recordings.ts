import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const DATA = process.env['GHTRADER_TEST_DATA'] ?? resolve(process.cwd(), '../shared/data')

/** Whether recorded ticks are there; titles of tests that need them end with `WHY`. */
export const ABSENT = !existsSync(resolve(DATA, 'shfe_l5_20200821'))
export const WHY = ABSENT ? ' (SKIPPED: ../shared/data and GHTRADER_TEST_DATA are absent)' : ''

export function recordingAt(path: string): string {
  return resolve(DATA, path)
}
