import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { OpenedJournal } from '../../src/adapters/journal/index.ts'
import {
  createMemoryStore,
  failNextAppend,
  openJournal,
  openMemoryJournal,
  tearLastGroup,
} from '../../src/adapters/journal/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { Result } from '../../src/core/domain/index.ts'
import { ok } from '../../src/core/domain/index.ts'
import { SEGMENT_HEADER } from '../../src/core/journal/index.ts'
import { createFailingDisk } from '../adapters/journal/failing-disk.ts'
import { refused, told } from '../core/contracts/told.ts'
import { TEXT_CODEC } from '../core/journal/text-codec.ts'

/** A place that a journal writes to, whatever it is made of, and what can befall it. */
interface Medium {
  open(): Result<OpenedJournal<string>, Failure>
  /** The next append fails. */
  fail(): void
  /** The last group that was appended is broken off. */
  tear(): void
}

const root = mkdtempSync(join(tmpdir(), 'journal-contract-'))
let folders = 0
afterAll(() => rmSync(root, { recursive: true, force: true }))

function inMemory(): Medium {
  const store = createMemoryStore<string>()
  return {
    open: () => openMemoryJournal(store),
    fail: () => failNextAppend(store),
    tear: () => tearLastGroup(store),
  }
}

function inFiles(): Medium {
  const folder = join(root, String(folders++))
  const disk = createFailingDisk()
  return {
    open: () => openJournal(folder, { codec: TEXT_CODEC, segmentLength: 512, disk }),
    fail: () => disk.failAfter(20, 'EIO'),
    tear: () => tearLastSegment(folder),
  }
}

/** Takes the last byte of the last record away; without records there is nothing to tear. */
function tearLastSegment(folder: string): void {
  for (const name of readdirSync(folder).sort().reverse()) {
    const path = join(folder, name)
    const end = readFileSync(path).findLastIndex((byte) => byte !== 0)
    if (end >= SEGMENT_HEADER) {
      truncateSync(path, end)
      return
    }
  }
}

function opened(medium: Medium): OpenedJournal<string> {
  const result = medium.open()
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const REFUSED = refused('journal.write')
const TORN = told('journal.torn')

type Step =
  | { readonly kind: 'append'; readonly group: readonly string[] }
  | { readonly kind: 'refuse'; readonly group: readonly string[] }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'tear' }

const group = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 90 }), {
  minLength: 1,
  maxLength: 6,
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: group.map((texts) => ({ kind: 'append' as const, group: texts })) },
  { weight: 1, arbitrary: group.map((texts) => ({ kind: 'refuse' as const, group: texts })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'tear' as const }) },
)

describe.each([
  ['memory', inMemory],
  ['files', inFiles],
] as const)('a journal in %s', (_, medium) => {
  it('is empty at first', () => {
    const { journal, recovered } = opened(medium())
    journal.close()
    expect(recovered).toEqual({ records: [], warnings: [] })
  })

  it('gives back what was appended, in order, when it is opened again', () => {
    const place = medium()
    const { journal } = opened(place)
    expect([journal.append(['a', 'b']), journal.append([]), journal.append(['c'])]).toEqual([
      ok(undefined),
      ok(undefined),
      ok(undefined),
    ])
    journal.close()
    const again = opened(place)
    again.journal.close()
    expect(again.recovered).toEqual({ records: ['a', 'b', 'c'], warnings: [] })
  })

  it('keeps a group as it was when the caller fills its list again', () => {
    const place = medium()
    const { journal } = opened(place)
    const list = ['a']
    journal.append(list)
    list[0] = 'b'
    journal.append(list)
    journal.close()
    const again = opened(place)
    again.journal.close()
    expect(again.recovered.records).toEqual(['a', 'b'])
  })

  it('keeps nothing of what was prepared before it is appended, and then keeps it once', () => {
    const place = medium()
    const { journal } = opened(place)
    journal.prepare?.(['b', 'c'])
    journal.append(['a'])
    journal.prepare?.(['b'])
    journal.prepare?.(['b', 'c'])
    journal.append(['b', 'c'])
    journal.prepare?.(['d'])
    journal.close()
    const again = opened(place)
    again.journal.close()
    expect(again.recovered.records).toEqual(['a', 'b', 'c'])
  })

  it('reads nothing of a refused group back and refuses all others until it is opened again', () => {
    const place = medium()
    const { journal } = opened(place)
    journal.append(['a'])
    place.fail()
    expect([journal.append(['b', 'c']), journal.append(['d'])]).toEqual([REFUSED, REFUSED])
    journal.close()
    const again = opened(place)
    expect(again.recovered).toEqual({ records: ['a'], warnings: [] })
    expect(again.journal.append(['e'])).toEqual(ok(undefined))
    again.journal.close()
    const last = opened(place)
    last.journal.close()
    expect(last.recovered.records).toEqual(['a', 'e'])
  })

  it('cuts a group that was broken off, whole, and tells of it once', () => {
    const place = medium()
    const { journal } = opened(place)
    journal.append(['a'])
    journal.append(['b', 'c'])
    journal.close()
    place.tear()
    const again = opened(place)
    again.journal.close()
    expect(again.recovered).toEqual({ records: ['a'], warnings: [TORN] })
    const last = opened(place)
    last.journal.close()
    expect(last.recovered).toEqual({ records: ['a'], warnings: [] })
  })

  it('refuses to append once it is closed', () => {
    const { journal } = opened(medium())
    journal.close()
    journal.close()
    expect(journal.append(['a'])).toEqual(REFUSED)
  })

  it('holds what it acknowledged, and nothing else, whatever befalls it', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const place = medium()
        const kept: (readonly string[])[] = []
        let { journal } = opened(place)
        const reopen = (warnings: readonly Failure[]): void => {
          journal.close()
          const again = opened(place)
          expect(again.recovered).toEqual({ records: kept.flat(), warnings })
          journal = again.journal
        }
        const take = (action: Step): unknown => {
          if (action.kind === 'append') {
            kept.push(action.group)
            return journal.append(action.group)
          }
          if (action.kind === 'refuse') {
            place.fail()
            const answer = journal.append(action.group)
            reopen([])
            return answer
          }
          if (action.kind === 'tear') {
            place.tear()
            reopen(kept.pop() === undefined ? [] : [TORN])
          } else {
            reopen([])
          }
          return undefined
        }
        const due = { append: ok(undefined), refuse: REFUSED, tear: undefined, reopen: undefined }
        for (const action of steps) expect(take(action)).toEqual(due[action.kind])
        reopen([])
        journal.close()
      }),
      { numRuns: 40 },
    ))
})
