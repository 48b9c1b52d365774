import { join } from 'node:path'
import { contentOf, folderFailure, replaceFile } from '../../src/adapters/instance/durable-file.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { Epoch, Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'

/** Lives within one epoch of the gateway lie so far apart that no epoch reaches the next one. */
const APART = 2 ** 32

/**
 * The number from which the intents of a strategy's life are made. Within one epoch of the gateway
 * the first life has that epoch's number, as where both live in one process; so the two never make
 * the same intent, whoever traded an account before, and a replay makes the same ones. Kept before
 * anything is sent.
 */
export function beginLife(folder: string, gateway: Epoch): Result<number, Failure> {
  const path = join(folder, 'life')
  try {
    const found = /^(\d+) (\d+)$/.exec(contentOf(path)?.trim() ?? '')
    const before = Number(found?.[1]) === gateway ? Number(found?.[2]) + 1 : 0
    replaceFile(path, `${gateway} ${before}\n`)
    return ok(gateway + before * APART)
  } catch (error) {
    return failed(folderFailure(folder, error))
  }
}
