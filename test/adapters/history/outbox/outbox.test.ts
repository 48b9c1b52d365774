import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openOutbox } from '../../../../src/adapters/history/index.ts'
import { listOutbox } from '../../../../src/adapters/history/outbox/segment.ts'
import type { Micros } from '../../../../src/core/domain/index.ts'
import { failed, ok } from '../../../../src/core/domain/index.ts'
import { refused, told } from '../../../core/contracts/told.ts'
import { rowFixture } from '../../../core/history/row-fixture.ts'
import { AWAY, createFakeHistory } from './fake-history.ts'
import { counting, numbered } from './numbered.ts'
import { LONG, newFolder, opened } from './outboxes.ts'

describe('an outbox', () => {
  it('hands rows on in order, one batch in flight, and is for this user alone', async () => {
    const folder = newFolder()
    const { outbox, history, stored } = opened(folder, { batchRows: 7 })
    for (let from = 0; from < 100; from += 10) {
      expect(outbox.append(numbered(10, from))).toEqual(ok(undefined))
    }
    expect(await outbox.drained(LONG)).toBe(true)
    expect(stored()).toEqual(counting(100))
    expect([history.most(), Math.max(...history.batches.map((batch) => batch.length))]).toEqual([
      1, 7,
    ])
    const modes = [folder, join(folder, 'outbox-000001.ghto'), join(folder, 'position')]
    expect(modes.map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600, 0o600])
  })

  it('keeps rows while the store is away, says so, and loses none', async () => {
    const history = createFakeHistory()
    history.isAway = true
    const clock = { wall: () => 5_000_000 as Micros }
    const { outbox, stored } = opened(newFolder(), { clock }, history)
    outbox.append(numbered(30))
    await vi.waitUntil(() => history.tries() > 1, { timeout: LONG })
    clock.wall = () => 7_000_000 as Micros
    expect(outbox.status()).toMatchObject({
      rows: 30,
      ageMicros: 2_000_000,
      sent: 0,
      refused: 0,
      lost: 0,
      failure: AWAY,
    })
    expect(outbox.status().bytes).toBeGreaterThan(30 * 90)
    history.isAway = false
    expect(await outbox.drained(LONG)).toBe(true)
    expect(stored()).toEqual(counting(30))
    expect(outbox.status()).toEqual({
      rows: 0,
      bytes: 0,
      ageMicros: 0,
      sent: 30,
      poisoned: 0,
      refused: 0,
      lost: 0,
      failure: undefined,
      keepingFailure: undefined,
      poison: undefined,
    })
  })

  it('says that it was not drained while the store is away', async () => {
    const { outbox, history } = opened(newFolder())
    history.isAway = true
    outbox.append(numbered(1))
    expect(await outbox.drained(1)).toBe(false)
  })

  it('tries the same batch again after a store that throws', async () => {
    const history = createFakeHistory()
    const { write } = history
    history.write = () => Promise.reject(new Error('out of order'))
    const { outbox, stored } = opened(newFolder(), {}, history)
    outbox.append(numbered(3))
    await vi.waitUntil(() => outbox.status().failure !== undefined, { timeout: LONG })
    expect(outbox.status().failure).toEqual(told('store.unreachable', 'out of order'))
    history.write = write
    expect(await outbox.drained(LONG)).toBe(true)
    expect(stored()).toEqual(counting(3))
  })

  it('sets a row aside that the store will never take, and goes on with the rest', async () => {
    const folder = newFolder()
    const history = createFakeHistory()
    const [bad] = numbered(1, 17)
    history.refuses = ({ ts }) => ts === bad!.ts
    const { outbox, stored } = opened(folder, {}, history)
    outbox.append(numbered(40))
    expect(await outbox.drained(LONG)).toBe(true)
    expect(stored()).toEqual(counting(40).filter((number) => number !== 17))
    const path = join(folder, 'poisoned.ndjson')
    expect(outbox.status()).toMatchObject({
      sent: 39,
      poisoned: 1,
      lost: 0,
      poison: told('store.poisoned', path, 'row 1 is refused'),
    })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      reason: 'row 1 is refused',
      row: bad,
    })
  })

  it('forgets why a row did not leave once it was set aside', async () => {
    const history = createFakeHistory()
    history.isAway = true
    history.refuses = () => true
    const { outbox } = opened(newFolder(), {}, history)
    outbox.append(numbered(1))
    await vi.waitUntil(() => outbox.status().failure !== undefined, { timeout: LONG })
    history.isAway = false
    expect(await outbox.drained(LONG)).toBe(true)
    expect(outbox.status()).toMatchObject({ poisoned: 1, failure: undefined })
  })

  it('sets a faulty row aside at once', async () => {
    const folder = newFolder()
    const { outbox, stored } = opened(folder)
    const faulty = rowFixture('acks', { ts: -1 })
    expect(outbox.append([...numbered(1), faulty, ...numbered(1, 1)])).toEqual(ok(undefined))
    expect(await outbox.drained(LONG)).toBe(true)
    expect([stored(), outbox.status().poisoned]).toEqual([[0, 1], 1])
    expect(readFileSync(join(folder, 'poisoned.ndjson'), 'utf8')).toContain('acks.ts must be')
  })

  it('refuses the newest rows when its bound is reached, counts them, and lives on', async () => {
    const history = createFakeHistory()
    history.isAway = true
    const bound = { limitBytes: 8_192, segmentBytes: 2_048 }
    const { outbox, stored } = opened(newFolder(), bound, history)
    let kept = 0
    while (outbox.append(numbered(10, kept)).ok) kept += 10
    expect(outbox.append(numbered(10, kept))).toEqual(
      refused('store.outbox', 'holds', 'of at most 8192 bytes: newest rows are refused until'),
    )
    expect(outbox.status()).toMatchObject({
      rows: kept,
      refused: 20,
      lost: 0,
      keepingFailure: told('store.outbox', 'newest rows are refused'),
    })
    history.isAway = false
    expect(await outbox.drained(LONG)).toBe(true)
    expect(outbox.append(numbered(10, kept))).toEqual(ok(undefined))
    expect(await outbox.drained(LONG)).toBe(true)
    expect(stored()).toEqual(counting(kept + 10))
    expect(outbox.status()).toMatchObject({ refused: 20, keepingFailure: undefined })
  })

  it('removes the segments that are acknowledged', async () => {
    const folder = newFolder()
    const { outbox } = opened(folder, { segmentBytes: 2_048 })
    for (let from = 0; from < 200; from += 5) outbox.append(numbered(5, from))
    const before = listOutbox(folder)
    expect(await outbox.drained(LONG)).toBe(true)
    expect(before.length).toBeGreaterThan(5)
    expect(listOutbox(folder)).toEqual(before.slice(-1))
  })

  it('gives a row that is longer than a segment one of its own', async () => {
    const { outbox, history } = opened(newFolder(), { segmentBytes: 2_048 })
    const long = rowFixture('acks', { note: '漢'.repeat(900_000) })
    outbox.append([...numbered(1), long])
    outbox.append(numbered(1, 1))
    expect(await outbox.drained(LONG)).toBe(true)
    expect(history.batches.flat()).toEqual([...numbered(1), long, ...numbered(1, 1)])
  })

  it('takes no rows once it is closed, nor a second opener before', async () => {
    const folder = newFolder()
    const { outbox, history } = opened(folder)
    expect(openOutbox({ folder, history })).toEqual(
      refused('store.outbox', 'is open already: close it before it is opened again'),
    )
    await outbox.close()
    await outbox.close()
    expect(outbox.append(numbered(1))).toEqual(refused('store.outbox', 'is closed'))
  })

  it('can be closed while the store is away, and sends what it kept after the next opening', async () => {
    const folder = newFolder()
    const first = opened(folder)
    first.history.isAway = true
    first.outbox.append(numbered(20))
    await vi.waitUntil(() => first.history.tries() > 0, { timeout: LONG })
    await first.outbox.close()
    const second = opened(folder)
    expect(second.warnings).toEqual([])
    second.outbox.append(numbered(5, 20))
    expect(await second.outbox.drained(LONG)).toBe(true)
    expect(second.stored()).toEqual(counting(25))
  })

  it('sends nothing again after an orderly end', async () => {
    const folder = newFolder()
    const first = opened(folder)
    first.outbox.append(numbered(20))
    await first.outbox.drained(LONG)
    await first.outbox.close()
    const second = opened(folder)
    second.outbox.append(numbered(1, 20))
    expect(await second.outbox.drained(LONG)).toBe(true)
    expect(second.stored()).toEqual([20])
  })

  it('leaves no rows on disk when it ends with none that wait, and counts on', async () => {
    const folder = newFolder()
    const first = opened(folder)
    first.outbox.append(numbered(10))
    await first.outbox.drained(LONG)
    await first.outbox.close()
    expect(listOutbox(folder)).toEqual([])
    const second = opened(folder)
    expect(second.warnings).toEqual([])
    second.outbox.append(numbered(10, 10))
    await second.outbox.drained(LONG)
    expect([second.stored(), second.outbox.status().lost]).toEqual([counting(20).slice(10), 0])
  })

  it('says why its folder cannot be opened', () => {
    const file = newFolder()
    const { history } = opened(file)
    expect(openOutbox({ folder: join(file, 'position', 'deeper'), history })).toEqual(
      failed(told('store.outbox', 'cannot be opened (ENOTDIR')),
    )
  })
})
