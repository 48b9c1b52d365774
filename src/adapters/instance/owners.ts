import { join } from 'node:path'
import type { Failure, Owner } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { OwnerId, Result, SenderId } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { contentOf, replaceFile } from './durable-file.ts'

const HAND_NAME = 'hand'

/** Owners numbered in order, the hand first. */
export function numberedOwners(names: readonly string[]): readonly Owner[] {
  const all = [HAND_NAME, ...names.filter((name) => name !== HAND_NAME)]
  return [...new Set(all)].map((name, id) => ({ id: id as OwnerId, name: name as SenderId }))
}

/**
 * The owners of an account's positions: those that it ever had keep their numbers, whatever the
 * config says now, and new names are added behind them.
 */
export function keptOwners(
  folder: string,
  names: readonly string[],
): Result<readonly Owner[], Failure> {
  const path = join(folder, 'owners')
  const found = contentOf(path)
  const known = found === undefined ? [] : found.split('\n').filter((line) => line !== '')
  if (found !== undefined && known[0] !== HAND_NAME) {
    return failed(explained('instance.folder/owners', { path, owner: HAND_NAME }))
  }
  const owners = numberedOwners([...known, ...names])
  if (owners.length > known.length) {
    replaceFile(path, `${owners.map(({ name }) => name).join('\n')}\n`)
  }
  return ok(owners)
}
