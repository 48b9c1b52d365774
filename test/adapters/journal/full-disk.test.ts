import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openJournal } from '../../../src/adapters/journal/index.ts'
import { refused } from '../../core/contracts/told.ts'
import { TEXT_CODEC } from '../../core/journal/text-codec.ts'

const root = mkdtempSync(join(tmpdir(), 'journal-full-'))
const mount = join(root, 'disk')
mkdirSync(mount)

function mounted(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mount], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const real = mounted()
const skipped = real ? '' : ' (skipped: this user may not mount a small disk)'
afterAll(() => {
  if (real) execFileSync('umount', [mount])
  rmSync(root, { recursive: true, force: true })
})

const options = { codec: TEXT_CODEC, segmentLength: 64 * 1024 }

describe('a journal on a full disk', () => {
  it.skipIf(!real)(
    `refuses in words, loses nothing that it acknowledged, and goes on with space${skipped}`,
    () => {
      const folder = join(mount, 'journal')
      const first = openJournal(folder, options)
      if (!first.ok) throw new Error(first.error.message)
      const filler = join(mount, 'filler')
      writeFileSync(filler, new Uint8Array(700 * 1024))
      const kept: string[] = []
      let last: unknown
      for (let count = 0; last === undefined && count < 10_000; count++) {
        const text = `${count}`.padEnd(500, '.')
        const appended = first.value.journal.append([text])
        if (appended.ok) kept.push(text)
        else last = appended
      }
      expect(last).toEqual(
        refused('journal.write', '.ghtj cannot be written (ENOSPC, the disk is full). Free some'),
      )
      first.value.journal.close()

      rmSync(filler)
      const again = openJournal(folder, options)
      if (!again.ok) throw new Error(again.error.message)
      expect(again.value.recovered).toEqual({ records: kept, warnings: [] })
      expect(again.value.journal.append(['more']).ok).toBe(true)
      again.value.journal.close()
      expect(kept.length).toBeGreaterThan(300)
    },
  )

  it.skipIf(!real)(`cannot be made there, and says so${skipped}`, () => {
    const folder = join(mount, 'other')
    const words = 'cannot be opened (ENOSPC, the disk is full). Free some space on it, then'
    expect(openJournal(folder, { codec: TEXT_CODEC })).toEqual(refused('journal.open', words))
  })
})
