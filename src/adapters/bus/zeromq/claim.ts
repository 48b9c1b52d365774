import { lstatSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import { errorCode } from '../../instance/durable-file.ts'
import type { Holder, LockFile } from '../../instance/lock-file.ts'
import { takeLock } from '../../instance/lock-file.ts'

/** The right of this process to bind a path. */
export interface Claim {
  /** Takes the socket's name and the lock away. Call it once the socket is closed. */
  readonly release: () => Promise<void>
}

const OTHERS = 0o077

/**
 * Claims an ipc path before it is bound: the library would take the name from a living process
 * without a word. The lock of a dead one is taken over. Fails with `bus.taken`, or with
 * `bus.address` where the folder or the name cannot serve.
 */
export function claimPath(path: string): Result<Claim, Failure> {
  const problem = folderFailure(path) ?? nameFailure(path)
  if (problem !== undefined) return failed(problem)
  try {
    const taken = takeLock(`${path}.lock`)
    if (!taken.ok) return failed(heldFailure(path, taken.error))
    return ok({ release: () => Promise.resolve(giveBack(path, taken.value)) })
  } catch (error) {
    return failed(unusable(dirname(path), error))
  }
}

function giveBack(path: string, lock: LockFile): void {
  try {
    rmSync(path, { force: true })
    lock.release()
  } catch {
    // The folder serves no longer; what is left there is taken over once this process is gone.
  }
}

/** Only this user may enter the folder: that is all that protects ipc. */
export function folderFailure(path: string): Failure | undefined {
  const folder = dirname(path)
  try {
    const { mode, uid } = statSync(folder)
    if (process.getuid === undefined) return undefined
    const open = (mode & OTHERS) !== 0
    if (!open && uid === process.getuid()) return undefined
    return explained(open ? 'bus.address/open' : 'bus.address/foreign', { folder })
  } catch (error) {
    return unusable(folder, error)
  }
}

/** The library removes whatever has the name; it may only be a socket. */
function nameFailure(path: string): Failure | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined || found.isSocket()) return undefined
  return explained('bus.address/no-socket', { path })
}

function unusable(folder: string, error: unknown): Failure {
  if (errorCode(error) === 'ENOENT') return explained('bus.address/missing', { folder })
  const said = error instanceof Error ? error.message : String(error)
  return explained('bus.address/folder', { folder, said })
}

function heldFailure(path: string, holder: Holder): Failure {
  if (holder === undefined) return explained('bus.taken/unknown', { address: path })
  return explained('bus.taken/process', { address: path, process: holder.pid })
}
