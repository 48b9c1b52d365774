import { execFileSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openRuntime } from '../../../../src/main/app/processes/runtime.ts'
import type { Machine } from '../../../../src/main/app/processes/runtime-place.ts'

const root = mkdtempSync(join(tmpdir(), 'ghtrader-runtime-'))
const [full, locked] = [join(root, 'full'), join(root, 'locked')]

function mounted(path: string, options: string): boolean {
  mkdirSync(path)
  try {
    const args = ['-t', 'tmpfs', '-o', `mode=700,${options}`, 'tmpfs', path]
    execFileSync('mount', args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const real = mounted(full, 'size=64k') && mounted(locked, 'size=64k,ro')
const skipped = real ? '' : ' (skipped: this user may not mount a small disk)'
afterAll(() => {
  if (real) for (const path of [full, locked]) execFileSync('umount', [path])
  rmSync(root, { recursive: true, force: true })
})

const machine: Machine = {
  platform: 'linux',
  environment: {},
  temporary: root,
  user: process.getuid?.(),
}
const identity = { data: '/d', mode: 'simulated', profile: 'default', runId: '' } as const

it.skipIf(!real).each([
  [full, 'ENOSPC'],
  [locked, 'EROFS'],
])(`is refused in words where the disk takes nothing: %s %s${skipped}`, (path, code) => {
  try {
    if (path === full) writeFileSync(join(full, 'filler'), new Uint8Array(1024 * 1024))
  } catch {
    // Full is what it is to be.
  }
  const opened = openRuntime(path, identity, machine)
  expect(opened).toEqual({
    ok: false,
    error: {
      code: 'instance.folder',
      message: expect.stringMatching(
        new RegExp(`cannot be used \\(${code}.*choose another place for sockets with --runtime`),
      ) as string,
    },
  })
})
