import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, so small that it can be filled, or one that cannot be written. */
export interface SmallDisk {
  readonly path: string
  /** Empty; or why there is none, for the end of a title. */
  readonly why: string
  /** Makes it read-only, or writable again. */
  readOnly(isReadOnly: boolean): void
  grow(size: string): void
  remove(): void
}

/** Faults in file modes do not stop root, so tests mount a disk. */
export function mountSmallDisk(size: string): SmallDisk {
  const root = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const path = join(root, 'disk')
  mkdirSync(path)
  const isMounted = mount(['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path])
  return {
    path,
    why: isMounted ? '' : ' (SKIPPED: this user may not mount a small disk)',
    readOnly: (isReadOnly) => {
      mount(['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, path])
    },
    grow: (size) => {
      mount(['-o', `remount,size=${size}`, path])
    },
    remove: () => {
      if (isMounted) execFileSync('umount', ['-l', path])
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function mount(args: readonly string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
