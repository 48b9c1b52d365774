import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  listOutbox,
  OUTBOX_HEADER,
  outboxPath,
} from '../../../../src/adapters/history/outbox/segment.ts'
import { crc32c } from '../../../../src/core/journal/index.ts'
import { told } from '../../../core/contracts/told.ts'
import type { Opened } from './outboxes.ts'
import { counting, numbered } from './numbered.ts'
import { LONG, newFolder, opened } from './outboxes.ts'

/** A folder with so many rows in segments of a few rows each, none of them acknowledged. */
async function kept(count: number, segmentBytes = 100_000): Promise<string> {
  const folder = newFolder()
  const { outbox, history } = opened(folder, { segmentBytes })
  history.isAway = true
  for (let from = 0; from < count; from += 3) {
    outbox.append(numbered(Math.min(3, count - from), from))
  }
  await outbox.close()
  return folder
}

/** What a kill leaves: the files as they are at this moment, in another folder. */
function copied(folder: string): string {
  const copy = newFolder()
  mkdirSync(copy, { recursive: true })
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(copy, name))
  return copy
}

async function drained(folder: string): Promise<Opened> {
  const again = opened(folder)
  expect(await again.outbox.drained(LONG)).toBe(true)
  return again
}

describe('an outbox that is opened again', () => {
  it('sends the rows behind what was acknowledged, at most one batch of them twice', async () => {
    const folder = newFolder()
    const { outbox, history, stored } = opened(folder, { batchRows: 10, segmentBytes: 3_000 })
    outbox.append(numbered(100))
    const copies: { readonly folder: string; readonly stored: readonly number[] }[] = []
    const { write } = history
    history.write = async (batch) => {
      const written = await write(batch)
      copies.push({ folder: copied(folder), stored: stored() })
      return written
    }
    await outbox.drained(LONG)
    expect(copies.length).toBe(10)
    for (const copy of copies) {
      const again = await drained(copy.folder)
      const first = again.stored()[0] ?? 100
      expect(first).toBeGreaterThanOrEqual(copy.stored.length - 10)
      expect(first).toBeLessThanOrEqual(copy.stored.length)
      expect(again.stored()).toEqual(counting(100 - first, first))
      await again.outbox.close()
    }
  })

  it('sends everything that is there again when the position is gone', async () => {
    const folder = await kept(30, 1_000)
    writeFileSync(join(folder, 'position'), 'nonsense')
    expect((await drained(folder)).stored()).toEqual(counting(30))
  })

  it('cuts a tail that is torn at any byte, says so, and goes on', async () => {
    const folder = await kept(4)
    const whole = readFileSync(outboxPath(folder, 1))
    const rows = Math.round((whole.length - OUTBOX_HEADER) / 4)
    const lengths = fc.integer({ min: OUTBOX_HEADER, max: whole.length })
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        const torn = copied(folder)
        truncateSync(outboxPath(torn, 1), length)
        const again = opened(torn)
        again.outbox.append(numbered(1, 50))
        expect(await again.outbox.drained(LONG)).toBe(true)
        const left = again.stored().length - 1
        expect(again.stored()).toEqual([...counting(left), 50])
        expect(Math.abs((length - OUTBOX_HEADER) / rows - left)).toBeLessThan(1.1)
        const isTorn = (length - OUTBOX_HEADER) % (whole.length - OUTBOX_HEADER) !== 0
        expect([0, isTorn ? 1 : 0]).toContain(again.warnings.length)
        expect(again.outbox.status().lost).toBe(0)
        await again.outbox.close()
      }),
      { numRuns: 30 },
    )
  })

  it('counts rows as lost that a damaged disk took, and sends all others', async () => {
    const folder = await kept(60, 1_000)
    const segments = listOutbox(folder)
    expect(segments.length).toBeGreaterThan(4)
    await fc.assert(
      fc.asyncProperty(fc.nat(segments.length - 1), fc.nat(900 * 8), async (index, bit) => {
        const damaged = copied(folder)
        const path = outboxPath(damaged, segments[index]!)
        const bytes = readFileSync(path)
        const place = OUTBOX_HEADER + ((bit >> 3) % (bytes.length - OUTBOX_HEADER))
        bytes[place]! ^= 1 << (bit & 7)
        writeFileSync(path, bytes)
        const again = await drained(damaged)
        const isLast = index === segments.length - 1
        const numbers = again.stored()
        expect(numbers.length).toBeGreaterThanOrEqual(59)
        expect(numbers).toEqual(counting(60).filter((number) => numbers.includes(number)))
        // The last row of all may as well be one that a crash broke off.
        const missing = 60 - numbers.length
        expect([missing, ...(isLast ? [0] : [])]).toContain(again.outbox.status().lost)
        await again.outbox.close()
      }),
      { numRuns: 40 },
    )
  })

  it('sets a segment aside that it cannot read, and says so', async () => {
    const folder = await kept(60, 1_000)
    const path = outboxPath(folder, 2)
    const bytes = readFileSync(path)
    bytes.writeUInt32LE(7, 12)
    bytes.writeUInt32LE(crc32c(bytes, 0, 24), 24)
    writeFileSync(path, bytes)
    const again = await drained(folder)
    expect(again.warnings).toEqual([
      told('store.outbox', path, 'was written by another version', `${path}.set-aside`),
    ])
    expect(readdirSync(folder)).toContain('outbox-000002.ghto.set-aside')
    expect(again.stored().length + again.outbox.status().lost).toBe(60)
  })

  it.each([
    ['has another name', (bytes: Buffer) => bytes.writeUInt32LE(9, 8), 'was renamed'],
    ['has a damaged head', (bytes: Buffer) => bytes.writeUInt32LE(9, 24), 'has a damaged head'],
    ['is another file', (bytes: Buffer) => bytes.fill(1), 'does not begin like a segment'],
  ])('sets the only segment aside when it %s', async (_, harm, words) => {
    const folder = await kept(3)
    const path = outboxPath(folder, 1)
    const bytes = readFileSync(path)
    harm(bytes)
    if (words === 'was renamed') bytes.writeUInt32LE(crc32c(bytes, 0, 24), 24)
    writeFileSync(path, bytes)
    const again = await drained(folder)
    expect(again.warnings).toEqual([told('store.outbox', words)])
    again.outbox.append(numbered(2, 3))
    expect(await again.outbox.drained(LONG)).toBe(true)
    expect(again.stored()).toEqual([3, 4])
  })
})
