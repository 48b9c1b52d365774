import { join } from 'node:path'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed } from '../../core/domain/index.ts'
import type { Holder, LockFile } from './lock-file.ts'
import { takeLock } from './lock-file.ts'

/** The right to be the only one who works in a folder. */
export type FolderLock = LockFile

/** Takes a folder for this process. Fails with `instance.locked` while its holder lives. */
export function lockFolder(folder: string): Result<FolderLock, Failure> {
  const taken = takeLock(join(folder, 'lock'))
  return taken.ok ? taken : failed(locked(folder, taken.error))
}

function locked(folder: string, holder: Holder): Failure {
  if (holder === undefined) return explained('instance.locked/unknown', { folder })
  return explained('instance.locked/process', { folder, process: holder.pid })
}
