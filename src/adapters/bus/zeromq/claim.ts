import { lstatSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import { errorCode } from '../../instance/durable-file.ts'
import type { Holder, LockFile } from '../../instance/lock-file.ts'
import { takeLock } from '../../instance/lock-file.ts'
import { addressFailure, takenFailure } from '../refusals.ts'

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
    const what = open ? 'lets other users in' : 'belongs to another user'
    return addressFailure(
      `the folder ${folder} ${what}: choose a runtime folder of your own with mode 700`,
    )
  } catch (error) {
    return unusable(folder, error)
  }
}

/** The library removes whatever has the name; it may only be a socket. */
function nameFailure(path: string): Failure | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined || found.isSocket()) return undefined
  return addressFailure(`${path} is there and is no socket: move it away, or choose another name`)
}

function unusable(folder: string, error: unknown): Failure {
  if (errorCode(error) === 'ENOENT')
    return addressFailure(`the folder ${folder} is missing: make it with mode 700 beforehand`)
  const words = error instanceof Error ? error.message : String(error)
  return addressFailure(
    `the folder ${folder} cannot be used (${words}): mend its rights or choose another one`,
  )
}

function heldFailure(path: string, holder: Holder): Failure {
  const who = holder === undefined ? 'another process' : `process ${holder.pid}`
  return takenFailure(path, who, 'quit that one first')
}
