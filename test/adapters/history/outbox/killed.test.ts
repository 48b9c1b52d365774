import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { counting } from './numbered.ts'
import { LONG, newFolder, opened } from './outboxes.ts'

const KEEPER = join(import.meta.dirname, 'killed-keeper.ts')

/** Runs a keeper until it told so many rows, kills it, and gives the last number that it told. */
async function killed(args: readonly string[], lines: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', KEEPER, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let told = 0
  for await (const line of createInterface({ input: child.stdout })) {
    told = Number(line)
    if (--lines === 0) child.kill('SIGKILL')
  }
  await ended
  return told
}

describe('an outbox whose process is killed', () => {
  it('loses no row that it took, and sends what was not acknowledged in the next lives', async () => {
    const folder = newFolder()
    const ledger = join(`${folder}-ledger`)
    let told = 0
    for (const lines of [40, 300, 7]) {
      const from = told
      told = await killed([folder, ledger, String(from)], lines)
      expect(told).toBeGreaterThanOrEqual(from + 7 * lines)
    }
    const last = opened(folder)
    expect(await last.outbox.drained(LONG)).toBe(true)
    expect(last.outbox.status().lost).toBe(0)
    const before = existsSync(ledger) ? readFileSync(ledger, 'utf8').trim().split('\n') : []
    const stored = [...before.map(Number), ...last.stored()]
    expect([...new Set(stored)].sort((a, b) => a - b).slice(0, told)).toEqual(counting(told))
    // Each life begins with the batch that was in flight, at most.
    expect(stored.length - new Set(stored).size).toBeLessThanOrEqual(3 * 20)
  })
})
