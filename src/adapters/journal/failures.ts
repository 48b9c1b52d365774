import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'

/** What an error number means, and what mends it. */
const REASONS: Readonly<Record<string, readonly [meaning: string, mend: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space on it'],
  EDQUOT: ['the quota of the disk is used up', 'Free some space on it'],
  EIO: ['the disk reports an error', 'Check the disk and its cables, or move the folder'],
  EROFS: ['the file system is read-only', 'Mount it writable'],
  EACCES: ['this user may not write there', 'Give this user the folder'],
  EPERM: ['this user may not write there', 'Give this user the folder'],
  EMFILE: ['too many files are open', 'Raise the limit of open files'],
  ENOTDIR: ['a part of the path is a file', 'Choose another folder'],
}

/** A failure that names the file, what the system said, and how to mend it. */
export function diskFailure(
  code: 'journal.open' | 'journal.write' | 'journal.seals',
  doing: 'opened' | 'read' | 'written',
  path: string,
  error: unknown,
): Failure {
  const number = errorNumber(error)
  const [meaning, mend] = REASONS[number] ?? [
    error instanceof Error ? error.message : String(error),
    'Mend that',
  ]
  const reason = number === '' ? meaning : `${number}, ${meaning}`
  return explained(`${code}/disk`, { path, doing, reason, mend })
}

function errorNumber(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}
