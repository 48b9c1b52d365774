import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import type { StoredGroup } from '../../../src/core/journal/index.ts'
import type { Clock } from '../../../src/core/ports/index.ts'
import { SEAL_FILE, Sealing } from '../../../workers/history/sealing.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { edit, openBook, withAnotherByte, write } from './edited-journal.ts'

const SECOND = 1_000_000

/** Time that goes on by a second with every look. */
class Passing implements Clock {
  now = 1_700_000_000 * SECOND
  monotonic = (): Micros => this.now as Micros
  wall = (): Micros => this.now as Micros
}

function place() {
  const folder = temporaryFolder()
  const own = join(folder, 'history')
  mkdirSync(own)
  const clock = new Passing()
  const said: string[] = []
  const line = (text: string): void => void said.push(text)
  const told: string[] = []
  /** A life of the history: so many looks, then how the seals stand and what is told. */
  const life = async (looks = 4, isEnded = true) => {
    const log = { info: () => undefined, warn: line, error: line }
    const sealing = new Sealing({
      folder,
      own,
      clock,
      log,
      tell: ({ code }) => void told.push(code),
    })
    for (let look = 0; look < looks; look++) {
      clock.now += SECOND
      await sealing.look()
    }
    if (isEnded) await sealing.end()
    else onTestFinished(() => sealing.end())
    const { verdict, sealed, fault } = sealing.status()
    const records = sealed?.sequence ?? 0
    const codes = sealing.failures().map(({ code }) => code)
    return { verdict, records, ...(fault && { fault }), codes }
  }
  const seals = (): readonly string[] =>
    readFileSync(join(own, SEAL_FILE), 'latin1').split('\n').slice(0, -1)
  return { folder, own, clock, said, told, life, seals }
}

/** A journal of so many records that was sealed up to its end by one life of the history. */
async function sealedJournal(count = 300) {
  const placed = place()
  const book = openBook(placed.folder)
  write(book, placed.clock.now, count)
  expect(await placed.life()).toEqual({ verdict: 'intact', records: count, codes: [] })
  return { ...placed, book }
}

describe('the seals of a journal', () => {
  it('are one a second at most, durable, and none where nothing new was read', async () => {
    const { folder, life, seals, clock } = place()
    expect(await life()).toEqual({ verdict: 'none', records: 0, codes: [] })
    const book = openBook(folder)
    write(book, clock.now, 3)
    expect(await life(5)).toEqual({ verdict: 'intact', records: 3, codes: [] })
    expect(seals().map((line) => line.split(' ')[0])).toEqual(['begin', '2', '3'])
    expect(await life(5)).toEqual({ verdict: 'intact', records: 3, codes: [] })
    expect(seals().length).toBe(3)
  })

  it('wait a second for the newest group, since its write may be taken back', async () => {
    const { folder, life, clock } = place()
    const book = openBook(folder)
    write(book, clock.now, 3)
    expect(await life(1, false)).toMatchObject({ verdict: 'intact', records: 2 })
    expect(await life(2, false)).toMatchObject({ verdict: 'intact', records: 3 })
  })

  it('hold over many segments and lives, and go on where they ended', async () => {
    const { book, clock, life, seals, folder } = await sealedJournal()
    const before = seals()
    write(book, clock.now, 400)
    expect(await life()).toEqual({ verdict: 'intact', records: 700, codes: [] })
    expect(seals().slice(0, before.length)).toEqual(before)
    edit(folder, (groups) => groups, 3)
    expect(await life()).toEqual({ verdict: 'intact', records: 700, codes: [] })
  })

  it.each<readonly [string, (groups: readonly StoredGroup[]) => readonly StoredGroup[]]>([
    ['changed', (all) => all.map((each, at) => (at === 7 ? withAnotherByte(each) : each))],
    ['left out', (all) => all.filter((_, at) => at !== 7)],
    ['moved', (all) => [...all.slice(0, 7), ...all.slice(8), all[7]!]],
  ])('tell of a record that was %s, with its checksums right again', async (_, change) => {
    const { folder, life, seals, clock, book, told: events } = await sealedJournal(100)
    write(book, clock.now, 20)
    await life()
    const before = seals()
    book.close()
    edit(folder, change)
    const told = await life()
    expect(told).toMatchObject({
      verdict: 'broken',
      fault: { after: 0 },
      codes: ['journal.broken'],
    })
    // Kept, named by what goes on, and told again in every later life.
    const after = seals()
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after[before.length]).toMatch(/^begin \d+ broken 0 \d+ /)
    expect(await life()).toEqual(told)
    expect(seals()).toEqual(after)
    expect(events).toEqual(['journal.broken', 'journal.broken'])
  })

  it('name the seals between which it broke', async () => {
    const { folder, life, clock, book } = await sealedJournal(100)
    write(book, clock.now, 10)
    await life()
    book.close()
    edit(folder, (all) => all.map((each, at) => (at === 104 ? withAnotherByte(each) : each)))
    expect(await life()).toEqual({
      verdict: 'broken',
      records: 110,
      fault: { why: 'broken', after: 100, until: 109 },
      codes: ['journal.broken'],
    })
  })

  it('tell of a journal that is shorter than they are', async () => {
    const { folder, life, book } = await sealedJournal(100)
    book.close()
    edit(folder, (groups) => groups.slice(0, 60))
    expect(await life()).toEqual({
      verdict: 'lost',
      records: 60,
      fault: { why: 'lost', after: 60, until: 100 },
      codes: ['journal.lost'],
    })
  })

  it('wait for a journal that is not there yet, and begin anew with another one', async () => {
    const { folder, life, book, clock, said, told } = await sealedJournal(100)
    book.close()
    renameSync(join(folder, 'gateway'), join(folder, 'moved-away'))
    expect(await life(3, false)).toMatchObject({ verdict: 'checking', codes: [] })
    clock.now += SECOND
    write(openBook(folder), clock.now, 120)
    expect(await life()).toEqual({ verdict: 'intact', records: 120, codes: [] })
    expect(said).toEqual([expect.stringContaining('[journal.seals]')])
    expect(told).toEqual(['journal.seals'])
    expect(await life()).toEqual({ verdict: 'intact', records: 120, codes: [] })
  })

  it('that cannot be read are kept and told, and others go on', async () => {
    const { own, life, seals } = await sealedJournal(100)
    const path = join(own, SEAL_FILE)
    const [begin, ...others] = seals()
    const spoilt = [begin, 'nothing of ours', ...others]
    writeFileSync(path, `${spoilt.join('\n')}\n`)
    const told = { verdict: 'unreadable', records: 100, codes: ['journal.seals'] }
    expect(await life()).toMatchObject(told)
    expect(seals().slice(0, spoilt.length)).toEqual(spoilt)
    expect(await life()).toMatchObject(told)
    writeFileSync(path, 'nothing of ours at all\n')
    expect(await life()).toMatchObject(told)
  })

  it('lose a last line that a crash broke off, and say so', async () => {
    const { own, life, seals, said } = await sealedJournal(100)
    const whole = seals()
    appendFileSync(join(own, SEAL_FILE), '101 17000')
    expect(await life()).toEqual({ verdict: 'intact', records: 100, codes: [] })
    expect(seals()).toEqual(whole)
    expect(said).toEqual([expect.stringContaining('was not whole and was cut')])
  })

  it('are made later where they cannot be written now', async () => {
    const { folder, own, clock, life } = place()
    write(openBook(folder), clock.now, 10)
    mkdirSync(join(own, SEAL_FILE))
    expect(await life(2)).toMatchObject({ verdict: 'checking', codes: ['journal.seals'] })
    rmdirSync(join(own, SEAL_FILE))
    expect(await life(3)).toEqual({ verdict: 'intact', records: 10, codes: [] })
  })
})
