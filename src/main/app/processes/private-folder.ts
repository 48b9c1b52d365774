import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from '../../../adapters/instance/durable-file.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'

const OTHERS = 0o077
const WRITABLE_BY_OTHERS = 0o022
const STICKY = 0o1000

/**
 * Makes a folder for this user alone, with those above it, or makes sure that it is one: a folder
 * of another user, one that others can enter, or a link that leads somewhere else, is refused with
 * `instance.folder`. Sockets in it are protected by nothing else.
 */
export function openPrivateFolder(path: string, user: number | undefined): Result<void, Failure> {
  try {
    makeFolder(path)
    const found = lstatSync(path)
    if (found.isSymbolicLink()) return failed(refusal(path, 'is a link'))
    if (!found.isDirectory()) return failed(refusal(path, 'is no folder'))
    if (user === undefined) return ok(undefined)
    if (found.uid !== user) return failed(refusal(path, `belongs to user ${found.uid}`))
    if ((found.mode & OTHERS) !== 0) {
      return failed(refusal(path, 'lets other users in', `chmod 700 ${path}`))
    }
    return ok(undefined)
  } catch (error) {
    return failed(unusable(path, error))
  }
}

/**
 * A folder that a person named to make folders in: others must not be able to put something else
 * in their place.
 */
export function checkBase(path: string, user: number | undefined): Result<void, Failure> {
  try {
    makeFolder(path)
    const { mode, uid } = lstatSync(path)
    if (user === undefined) return ok(undefined)
    const shared = (mode & WRITABLE_BY_OTHERS) !== 0 && (mode & STICKY) === 0
    if (shared) return failed(refusal(path, 'can be written by other users'))
    if (uid !== user && uid !== 0) return failed(refusal(path, `belongs to user ${uid}`))
    return ok(undefined)
  } catch (error) {
    return failed(unusable(path, error))
  }
}

export function unusable(path: string, error: unknown): Failure {
  const words = error instanceof Error ? error.message : String(error)
  return refusal(path, `cannot be used (${words})`)
}

function makeFolder(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return
  const above = dirname(path)
  if (above !== path) makeFolder(above)
  try {
    mkdirSync(path, { mode: 0o700 })
    // A mask of file modes may take away what this user needs.
    if (process.platform !== 'win32') chmodSync(path, 0o700)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

function refusal(path: string, what: string, mend = ''): Failure {
  const other = 'choose another place for sockets with --runtime DIR'
  const message = `${path} ${what}: ${mend === '' ? other : `${mend}, or ${other}`}`
  return failure('instance.folder', message)
}
