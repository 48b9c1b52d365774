import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { missing, there } from './finding.mjs'

/**
 * The folder of recorded ticks that some tests read.
 *
 * @param {string} root folder of the project
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function findRecordings(root, environment) {
  const folder = environment['GHTRADER_TEST_DATA'] ?? resolve(root, '../shared/data')
  return existsSync(folder)
    ? there(folder, folder)
    : missing('absent', 'tests on recorded ticks are skipped; GHTRADER_TEST_DATA names a folder')
}
