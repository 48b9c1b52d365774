import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isAlive } from '../../../src/adapters/instance/process-mark.ts'
import { killStalled } from '../../../workers/watchdog/kill-stalled.ts'
import { specFixture } from '../../adapters/process/spec-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

/** As the workstation marks a process: boot and tick of its birth, on Linux. */
function markOf(pid: number): { readonly pid: number; readonly born: string } {
  if (process.platform !== 'linux') return { pid, born: '' }
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const tick = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return { pid, born: `${boot} ${tick}` }
}

async function standing(): Promise<ChildProcess & { readonly pid: number }> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'spawn')
  process.kill(child.pid!, 'SIGSTOP')
  return child as ChildProcess & { readonly pid: number }
}

function written(name: string, mark: { readonly pid: number; readonly born: string }) {
  const runtime = temporaryFolder()
  const entry = { ...mark, name, version: '1', digest: 'x' }
  writeFileSync(join(runtime, `${name}.worker.json`), JSON.stringify(entry))
  return { ...specFixture('watchdog'), runtime }
}

describe('a process that stands still', () => {
  it('is killed where it is the one that is registered', async () => {
    const child = await standing()
    const spec = written('gateway', markOf(child.pid))
    const ended = once(child, 'exit')
    expect(killStalled(spec, 'gateway', child.pid)).toBe('killed')
    expect(await ended).toEqual([null, 'SIGKILL'])
  })

  it.each([
    ['registered under another name', 'exchange', 0, 'gone'],
    ['registered, but another number beat', 'gateway', 1, 'left'],
  ] as const)('is spared where it is %s', async (_, name, off, expected) => {
    const child = await standing()
    const mark = markOf(child.pid)
    const killed = killStalled(written(name, mark), 'gateway', child.pid + off)
    expect(typeof killed === 'string' ? killed : Object.keys(killed)[0]).toBe(expected)
    expect(isAlive(mark)).toBe(true)
  })

  it.skipIf(process.platform !== 'linux')(
    'is spared where it was born later than the registered one (Linux alone tells births)',
    async () => {
      const child = await standing()
      const mark = markOf(child.pid)
      const spec = written('gateway', { ...mark, born: `${mark.born}0` })
      expect(killStalled(spec, 'gateway', child.pid)).toBe('gone')
      expect(isAlive(mark)).toBe(true)
    },
  )

  it('is gone where nobody is registered', () =>
    expect(
      killStalled({ ...specFixture('watchdog'), runtime: temporaryFolder() }, 'gateway', 1),
    ).toBe('gone'))
})
