import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { contentOf, errorCode } from './durable-file.ts'
import type { ProcessMark } from './process-mark.ts'
import { isAlive, ownMark } from './process-mark.ts'

/** A file that says which process holds what it stands for. */
export interface LockFile {
  readonly release: () => void
}

/** Who has it: a process, or one that was quicker in each of our attempts. */
export type Holder = ProcessMark | undefined

const ATTEMPTS = 5

/**
 * Takes a lock for this process, or tells who holds it. The lock is a file with the holder's mark,
 * linked into place whole; one whose holder is dead is moved away and looked at once more before
 * it is taken over, so that of two who find it stale one wins. Throws what the disk throws.
 */
export function takeLock(path: string): Result<LockFile, Holder> {
  const mark = ownMark()
  const own = JSON.stringify(mark)
  const draft = `${path}.${mark.pid}`
  writeFileSync(draft, own, { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (linked(draft, path)) return ok({ release: () => release(path, own) })
      const found = contentOf(path)
      if (found === undefined) continue
      const holder = holderOf(found)
      if (holder !== undefined && isAlive(holder)) return failed(holder)
      clearStale(path, found, `${draft}.stale`)
    }
    return failed(undefined)
  } finally {
    rmSync(draft, { force: true })
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead holder's lock away; a living one's, taken over meanwhile, is put back. */
function clearStale(path: string, seen: string, aside: string): void {
  try {
    renameSync(path, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  if (contentOf(aside) !== seen) linked(aside, path)
  rmSync(aside, { force: true })
}

function release(path: string, own: string): void {
  if (contentOf(path) === own) rmSync(path, { force: true })
}

/** Undefined for what no lock of ours says: it is taken over like a dead one's. */
function holderOf(content: string): ProcessMark | undefined {
  try {
    const value: unknown = JSON.parse(content)
    if (typeof value !== 'object' || value === null) return undefined
    const { pid, born } = value as Partial<Record<keyof ProcessMark, unknown>>
    if (!Number.isSafeInteger(pid) || typeof born !== 'string') return undefined
    return { pid: Number(pid), born }
  } catch {
    return undefined
  }
}
