import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asSaid, saying, sayingText } from '../../../src/core/contracts/index.ts'
import {
  optionalSayingWire,
  sayingWire,
  sayingsWire,
} from '../../../src/core/contracts/wire/saying.ts'
import type { Slot } from '../../../src/core/contracts/wire/shape.ts'
import { beatBody, runBody } from '../../../src/core/contracts/wire/process.ts'
import { stateBody } from '../../../src/core/contracts/wire/state.ts'
import { settingBody } from '../../../src/core/contracts/wire/strategy.ts'
import { WrongShape } from '../../../src/core/contracts/wire/shape.ts'
import { said } from './arbitrary-saying.ts'

const silent = saying('state.watch-silent', { seconds: 10 })
const SENTENCE = 'the watching process has been silent for 10 s'

describe('a saying on the wire', () => {
  it('arrives as it was said', () => {
    fc.assert(
      fc.property(said(), (what) => {
        expect(sayingWire.read(sayingWire.write(what))).toEqual(what)
      }),
    )
  })

  it('is code, slots and the sentence in English, for those who do not know the code', () => {
    expect(sayingWire.write(silent)).toEqual(['state.watch-silent', [['seconds', 10]], SENTENCE])
  })

  it('is plain text where it has no code', () => {
    expect(sayingWire.write(asSaid('lunch'))).toBe('lunch')
  })

  it('is shown as its sentence where a newer program has a code that this one does not know', () => {
    const newer = ['state.moon-is-full', [['phase', 1]], 'the moon is full']
    expect(sayingWire.read(newer)).toEqual(asSaid('the moon is full'))
  })

  it('is shown as its sentence where a newer program gave the code other slots', () => {
    const newer = ['state.watch-silent', [['minutes', 1]], 'silent for 1 minute']
    expect(sayingWire.read(newer)).toEqual(asSaid('silent for 1 minute'))
  })

  it('is shown as its sentence where a name that every object has poses as a code', () => {
    expect(sayingWire.read(['constructor', [], 'no code'])).toEqual(asSaid('no code'))
    expect(sayingWire.read(['__proto__', [], 'no code'])).toEqual(asSaid('no code'))
  })

  it('keeps what it knows of a saying within one that it does not know, and the other way round', () => {
    const inner = ['state.moon-is-full', [], 'the moon is full']
    const lifted = ['state.lifted', [['reason', inner]], 'lifted: the moon is full']
    expect(sayingWire.read(lifted)).toEqual(
      saying('state.lifted', { reason: asSaid('the moon is full') }),
    )
  })

  it('is read from a journal of before there were codes: the text that stood there', () => {
    expect(sayingWire.read('the books agree with the venue')).toEqual(
      asSaid('the books agree with the venue'),
    )
  })

  it('is read so within the whole record of a state, and a change within that of a setting', () => {
    const state = stateBody.read([5, 3, 3, 'lunch', 'ann'])
    const setting = settingBody.read([5, 1, 'imbalance', '', true, [], [], [], 'ann', 'paused'])
    expect([state.reason, setting.change]).toEqual([asSaid('lunch'), asSaid('paused')])
  })

  it('carries a figure that is none as its name', () => {
    const unknown = saying('books.cash', { oursCny: NaN, theirsCny: Infinity })
    const read = sayingWire.read(sayingWire.write(unknown))
    expect([read.values, sayingText(read)]).toEqual([
      { oursCny: 'NaN', theirsCny: 'Infinity' },
      'cash in CNY: here NaN, at the venue Infinity',
    ])
  })

  it.each<[string, Slot]>([
    ['a number', 5],
    ['nothing', null],
    ['a list too short', ['state.lifted', []]],
    ['a code that is no text', [1, [], '']],
    ['a sentence that is no text', ['words', [], 1]],
    ['slots that are no list', ['words', 'text', '']],
    ['a slot without a value', ['words', [['text']], '']],
    ['a slot whose name is no text', ['words', [[1, 'x']], '']],
    ['a value that is true', ['words', [['text', true]], '']],
    ['a list with something else than sayings', ['words', [['text', [5]]], '']],
  ])('is refused with %s', (_, slot) => {
    expect(() => sayingWire.read(slot)).toThrow(WrongShape)
  })

  it('is refused where it goes on within itself without end', () => {
    let deep: Slot = ['state.by-hand', [], '']
    for (let depth = 0; depth < 9; depth++) deep = ['state.lifted', [['reason', deep]], '']
    expect(() => sayingWire.read(deep)).toThrow(/at most 8 sayings/)
  })
})

describe('a saying that may be none', () => {
  it('is an empty text then, as it was before there were codes', () => {
    expect(
      [undefined, silent, asSaid('paused')].map((what) => optionalSayingWire.write(what)),
    ).toEqual(['', ['state.watch-silent', [['seconds', 10]], SENTENCE], 'paused'])
    expect(optionalSayingWire.read('')).toBeUndefined()
    expect(optionalSayingWire.read('paused')).toEqual(asSaid('paused'))
  })
})

describe('several sayings', () => {
  it('arrive as they were said, and nothing as an empty text', () => {
    const both = [silent, asSaid('lunch')]
    expect([sayingsWire.write(both), sayingsWire.write([])]).toEqual([
      [['state.watch-silent', [['seconds', 10]], SENTENCE], 'lunch'],
      '',
    ])
    fc.assert(
      fc.property(fc.array(said(), { maxLength: 4 }), (several) => {
        expect(sayingsWire.read(sayingsWire.write(several))).toEqual(several)
      }),
    )
  })

  it('are one text where a program of before said them', () => {
    expect(['', 'waits for gateway', []].map((slot) => sayingsWire.read(slot))).toEqual([
      [],
      [asSaid('waits for gateway')],
      [],
    ])
    const beat = beatBody.read([5, 1, 3, true, 'starting', [], []])
    const run = runBody.read([5, 0, 1, 5, 6, 7, 8, '', 'a.csv is cut'])
    expect([beat.notes, run.notes]).toEqual([[asSaid('starting')], [asSaid('a.csv is cut')]])
  })

  it('are refused where they are no list, or hold something else', () => {
    expect(() => sayingsWire.read(5)).toThrow(WrongShape)
    expect(() => sayingsWire.read([5])).toThrow(WrongShape)
    expect(() => sayingsWire.write('lunch' as never)).toThrow(WrongShape)
  })

  it('keep a beat small: four go every second', () => {
    const notes = [saying('beat.watches', { pid: 4_194_304 })]
    expect(JSON.stringify(sayingsWire.write(notes)).length).toBeLessThan(80)
  })
})
