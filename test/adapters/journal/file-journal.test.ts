import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { openJournal } from '../../../src/adapters/journal/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { gatewayRecordCodec, SEGMENT_HEADER } from '../../../src/core/journal/index.ts'
import { gatewayRecord } from '../../core/contracts/arbitrary-venue.ts'
import { refused } from '../../core/contracts/told.ts'
import { newFolder, open, opened, reread, root, segment, written } from './folders.ts'

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a journal in files', () => {
  it('is for this user alone, in segments of their full length', () => {
    const folder = written(['a'])
    const modes = [folder, segment(folder)].map((path) => statSync(path).mode & 0o777)
    expect([modes, statSync(segment(folder)).size]).toEqual([[0o700, 0o600], 512])
  })

  it('goes on in a new segment when one is full, and gives a large group one of its own', () => {
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(200))
    const large = ['e'.repeat(700), 'f']
    const folder = written(...texts.map((text) => [text]), large, ['g'])
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).size)).toEqual([
      512,
      512,
      SEGMENT_HEADER + 24 + 700 + 24 + 1,
      512,
    ])
    expect(reread(folder)).toEqual({ records: [...texts, ...large, 'g'], warnings: [] })
  })

  it('makes the next segment ahead once one is more than half full', async () => {
    const folder = newFolder()
    const { journal } = opened(folder)
    journal.append(['a'.repeat(300)])
    await vi.waitUntil(() => existsSync(segment(folder, 2)), { timeout: 10_000 })
    expect(journal.append(['b'.repeat(300)])).toEqual(ok(undefined))
    journal.close()
    expect(reread(folder).records).toEqual(['a'.repeat(300), 'b'.repeat(300)])
  })

  it('makes the next segment at once when it is needed before it was made ahead', async () => {
    const folder = newFolder()
    const { journal } = opened(folder)
    const texts = Array.from({ length: 30 }, (_, index) => String(index).repeat(150))
    for (const text of texts) {
      expect(journal.append([text])).toEqual(ok(undefined))
      if (text.length > 150) await new Promise((resolve) => setImmediate(resolve))
    }
    journal.close()
    await vi.waitUntil(() => readdirSync(folder).every((name) => name.endsWith('.ghtj')))
    expect(reread(folder)).toEqual({ records: texts, warnings: [] })
  })

  it('is refused to a second opener until it is closed', () => {
    const folder = newFolder()
    const { journal } = opened(folder)
    expect(open(folder)).toEqual(refused('journal.open', 'is open already: close it'))
    journal.close()
    expect(reread(folder).warnings).toEqual([])
  })

  it('clears away segments whose making was broken off', () => {
    const folder = written(['a'])
    writeFileSync(`${segment(folder, 2)}.making`, 'x')
    writeFileSync(`${segment(folder, 2)}.preparing`, 'x')
    expect([reread(folder).records, readdirSync(folder).length]).toEqual([['a'], 1])
  })

  it('says so when its folder cannot be made', () => {
    const file = join(root, 'file')
    writeFileSync(file, '')
    expect(open(join(file, 'journal'))).toEqual(
      refused('journal.open', `${file}/journal cannot be opened (ENOTDIR, a part of the path is a`),
    )
  })

  it('gives the records of a gateway back', () =>
    fc.assert(
      fc.property(fc.array(gatewayRecord, { minLength: 1, maxLength: 9 }), (records) => {
        const folder = newFolder()
        const options = { codec: gatewayRecordCodec(), segmentLength: 4096 }
        const first = openJournal(folder, options)
        if (!first.ok) throw new Error(first.error.message)
        first.value.journal.append(records)
        first.value.journal.close()
        const again = openJournal(folder, options)
        if (!again.ok) throw new Error(again.error.message)
        again.value.journal.close()
        expect(again.value.recovered).toEqual({ records, warnings: [] })
      }),
      { numRuns: 25 },
    ))
})

describe('a journal in files that was damaged', () => {
  it('is refused and left as it is when the damage is in its middle', () => {
    const folder = written(['one'], ['two'], ['three'])
    const bytes = readFileSync(segment(folder))
    bytes[SEGMENT_HEADER + 30]! ^= 4
    writeFileSync(segment(folder), bytes)
    const words = [segment(folder), `damaged at offset ${SEGMENT_HEADER + 27}`, 'Restore']
    expect(open(folder)).toEqual(refused('journal.corrupt', ...words))
    expect(readFileSync(segment(folder))).toEqual(bytes)
  })

  it('never gives another record than were written, whichever bit of it flips', () => {
    const folder = written(['one'], ['two', 'three'], ['four'], ['five', 'six'])
    const sound = readFileSync(segment(folder))
    /** What one opening and the next one gave: told once, then sound. */
    const outcome = (): unknown => {
      const result = open(folder)
      if (!result.ok) return result.error.code
      result.value.journal.close()
      const { records, warnings } = result.value.recovered
      return { records, warnings: warnings.map(({ code }) => code), again: reread(folder) }
    }
    const kept = (...records: readonly string[]) => {
      return { records, warnings: ['journal.torn'], again: { records, warnings: [] } }
    }
    fc.assert(
      fc.property(fc.nat(sound.length * 8 - 1), (bit) => {
        const bytes = Uint8Array.from(sound)
        bytes[bit >> 3]! ^= 1 << (bit & 7)
        writeFileSync(segment(folder), bytes)
        expect([
          'journal.corrupt',
          kept('one', 'two', 'three', 'four'),
          kept('one', 'two', 'three', 'four', 'five', 'six'),
        ]).toContainEqual(outcome())
      }),
      { numRuns: 150 },
    )
  })

  it('goes on after a tail torn at any byte, with a file of its full length again', () => {
    const folder = written(['one'], ['two', 'three'])
    const sound = readFileSync(segment(folder))
    const start = SEGMENT_HEADER + 27
    const end = sound.findLastIndex((byte) => byte !== 0)
    for (let cut = start; cut <= end; cut++) {
      writeFileSync(segment(folder), sound)
      truncateSync(segment(folder), cut)
      const { journal, recovered } = opened(folder)
      expect(recovered.records).toEqual(['one'])
      journal.append(['four'])
      journal.close()
      expect(reread(folder)).toEqual({ records: ['one', 'four'], warnings: [] })
      expect(statSync(segment(folder)).size).toBe(512)
    }
  })

  it('is refused when a segment is missing', () => {
    const folder = written(['a'.repeat(300)], ['b'.repeat(300)])
    rmSync(segment(folder))
    expect(open(folder)).toEqual(refused('journal.corrupt', 'segment 1 is missing before'))
  })
})
