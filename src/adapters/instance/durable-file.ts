import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'

/**
 * Makes a folder that only this user can enter, with those above it, one by one: Node's own
 * recursion never ends where a file system refuses with ENOENT, as /proc does. Throws what the
 * disk throws.
 */
export function makePrivateFolder(path: string): void {
  const above = dirname(path)
  if (above !== path && !existsSync(above)) makePrivateFolder(above)
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error
  }
}

/** Puts a small file in place, whole or not at all, and durably. Throws what the disk throws. */
export function replaceFile(path: string, content: string): void {
  const draft = `${path}.${process.pid}.draft`
  const file = openSync(draft, 'w', 0o600)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
  syncFolder(dirname(path))
}

/** The content of a file, undefined where there is none. Throws what else the disk throws. */
export function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** What the disk threw, as a failure that names the place. */
export function folderFailure(path: string, error: unknown): Failure {
  const said = error instanceof Error ? error.message : String(error)
  return explained('instance.folder/disk', { path, said })
}

/** A name in a folder is durable once the folder is; Windows cannot and need not do that. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
