import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Epoch, Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { contentOf, replaceFile } from './durable-file.ts'

/**
 * 32 random bits that tell this installation's orders from any other's; made at its first start.
 */
export function installationOf(dataFolder: string): Result<number, Failure> {
  const path = join(dataFolder, 'installation')
  const found = contentOf(path)
  if (found === undefined) {
    const made = randomInt(1, 2 ** 32)
    replaceFile(path, `${made.toString(16).padStart(8, '0')}\n`)
    return ok(made)
  }
  if (/^[0-9a-f]{8}$/.test(found.trim())) return ok(Number.parseInt(found.trim(), 16))
  return failed(explained('instance.folder/installation', { path }))
}

/**
 * Raises the count of this account's lives and keeps it, before anything is sent in the new one.
 * It stands apart from the journals, so that a lost journal never uses an order id again.
 */
export function raiseEpoch(folder: string): Result<Epoch, Failure> {
  const path = join(folder, 'epoch')
  const found = (contentOf(path) ?? '0').trim()
  if (!/^\d{1,15}$/.test(found)) return failed(explained('instance.folder/epoch', { path }))
  const epoch = Number(found) + 1
  replaceFile(path, `${epoch}\n`)
  return ok(epoch as Epoch)
}
