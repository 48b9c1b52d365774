import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JournalTail } from '../../../src/adapters/journal/journal-tail.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { refused } from '../../core/contracts/told.ts'
import { TEXT_CODEC } from '../../core/journal/text-codec.ts'
import { newFolder, opened, segment, written } from './folders.ts'

const tail = (folder: string) => new JournalTail(folder, TEXT_CODEC)

describe('the tail of a journal that another process writes', () => {
  it('tells what is there, and then what was added, through one segment after the other', () => {
    const folder = newFolder()
    const { journal } = opened(folder)
    const reading = tail(folder)
    const found: string[][] = []
    for (const letter of ['a', 'b', 'c', 'd']) {
      journal.append([letter.repeat(150), letter])
      const looked = reading.look()
      if (looked.ok) found.push([...looked.value])
    }
    journal.close()
    expect([found, reading.look()]).toEqual([
      ['a', 'b', 'c', 'd'].map((letter) => [letter.repeat(150), letter]),
      ok([]),
    ])
  })

  it('begins with the last segments alone', () => {
    const texts = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(300))
    expect(tail(written(...texts.map((text) => [text]))).look()).toEqual(ok(texts.slice(2)))
  })

  it('has nothing to tell where there is no journal yet, or nothing in it', () => {
    const folder = newFolder()
    const reading = tail(folder)
    const before = reading.look()
    const { journal } = opened(folder)
    journal.append(['a'])
    journal.close()
    expect([before, reading.look()]).toEqual([ok([]), ok(['a'])])
  })

  it('leaves a group alone until it is whole, and what is being made', () => {
    const folder = written(['a'], ['b', 'c'])
    writeFileSync(join(folder, 'journal-000002.ghtj.making'), 'begun')
    const names = readdirSync(folder)
    const whole = readFileSync(segment(folder))
    const torn = Uint8Array.from(whole)
    torn[torn.findLastIndex((byte) => byte !== 0)] = 0
    const reading = tail(folder)
    const looked = [torn, whole].map((bytes) => {
      writeFileSync(segment(folder), bytes)
      return reading.look()
    })
    expect([looked, readdirSync(folder)]).toEqual([[ok(['a']), ok(['b', 'c'])], names])
  })

  it('refuses what is no journal', () => {
    const folder = written(['a'])
    writeFileSync(join(folder, 'journal-000002.ghtj'), 'nothing of ours')
    expect(tail(folder).look()).toEqual(refused('journal.corrupt'))
  })
})
