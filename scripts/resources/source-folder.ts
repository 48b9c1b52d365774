import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The project's root. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Where the recordings and the facts are collected; not part of the project. */
export function sourceFolder(): string {
  return process.env['GHTRADER_TEST_DATA'] ?? join(ROOT, '../shared/data')
}

/** Whether the collected facts are there. */
export function hasSource(): boolean {
  return existsSync(join(sourceFolder(), 'products/products.json'))
}

/** @throws Error with the path and the way to mend it. */
export function readSource(path: string): unknown {
  const whole = join(sourceFolder(), path)
  try {
    return JSON.parse(readFileSync(whole, 'utf8'))
  } catch (error) {
    throw new Error(
      `${whole} cannot be read: set GHTRADER_TEST_DATA to the folder that holds ${path}`,
      { cause: error },
    )
  }
}
