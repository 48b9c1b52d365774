import { describe, expect, it } from 'vitest'
import type { Saying, SayingCode } from '../../../src/core/contracts/index.ts'
import {
  SAYINGS,
  asSaid,
  failure,
  plainText,
  recognised,
  saying,
  sayingOf,
  sayingText,
  sayingsText,
  saysTheSame,
  slotsOf,
} from '../../../src/core/contracts/index.ts'

const CODES = Object.keys(SAYINGS) as SayingCode[]

describe('what a process says', () => {
  it('is its sentence with every slot filled', () => {
    const missed = saying('strategy.not-offered', {
      strategy: 'alpha',
      symbol: 'SHFE.ag2012',
      gateway: 'gateway',
    })
    expect([sayingText(saying('state.books-agree')), sayingText(missed)]).toEqual([
      'the books agree with the venue',
      'alpha does not trade SHFE.ag2012: gateway does not offer it',
    ])
  })

  it('holds what else was said, and lists of that, each a sentence of its own', () => {
    const differences = [
      saying('books.trading-day', { ours: 1, theirs: 2 }),
      saying('books.order-here', { order: 'o-1' }),
    ]
    const differ = saying('state.books-differ', { differences })
    expect(sayingText(saying('state.lifted', { reason: differ }))).toBe(
      "lifted: the books differ from the venue's: trading day: here 1, at the venue 2; " +
        'order o-1: here working, at the venue gone',
    )
  })

  it('does not fill slots that stand in what a person typed', () => {
    const halted = saying('state.lifted', { reason: '{reason} {person}' })
    expect([sayingText(halted), sayingText(asSaid('{text}'))]).toEqual([
      'lifted: {reason} {person}',
      '{text}',
    ])
  })

  it('keeps the code of a failure beside its words', () => {
    const full = sayingOf(failure('journal.write', 'the disk is full'))
    expect([sayingText(full), plainText(full), plainText(asSaid('well'))]).toEqual([
      'the disk is full [journal.write]',
      'the disk is full',
      'well',
    ])
  })

  it('is one line where several things are said', () => {
    expect(sayingsText([saying('beat.starting'), asSaid('lunch')])).toBe('starting; lunch')
    expect(sayingsText([])).toBe('')
  })

  it('is known again by its English sentence, among the codes asked for', () => {
    const why = saying('because.margins', { from: '2019-06-05', until: '2020-06-16' })
    const text = sayingText(why)
    expect([
      recognised(text, ['because.exchange', 'because.margins']),
      recognised(text, ['because.exchange']),
      recognised(`${text}?`, ['because.exchange']),
    ]).toEqual([why, asSaid(text), asSaid(`${text}?`)])
  })

  it('is the same where code and words are', () => {
    const silent = (seconds: number): Saying => saying('state.watch-silent', { seconds })
    const words = asSaid(sayingText(silent(1)))
    expect([
      saysTheSame(silent(1), silent(1)),
      saysTheSame(silent(1), silent(10)),
      saysTheSame(silent(1), words),
    ]).toEqual([true, false, false])
  })

  it('does not compile with a slot too few, too many, or for a code that has none', () => {
    // @ts-expect-error -- a slot is missing
    const few = saying('strategy.resumed-by', { person: 'ann' })
    // @ts-expect-error -- no such slot
    const many = saying('state.watch-silent', { seconds: 1, minutes: 0 })
    // @ts-expect-error -- it has no slots
    const none = saying('state.books-agree', { person: 'ann' })
    expect([few, many, none].map(sayingText)).toEqual([
      'ann resumed {strategy}',
      'the watching process has been silent for 1 s',
      'the books agree with the venue',
    ])
  })
})

describe('the table of sayings', () => {
  it('names whose saying it is and what it is about, in small letters', () => {
    const odd = CODES.filter((code) => !/^[a-z]+(\.[a-z-]+)?$/.test(code))
    expect(odd).toEqual([])
  })

  it('has no slot without a name, and none twice in a sentence', () => {
    const odd = CODES.filter((code) => {
      const slots = slotsOf(code)
      const braces = SAYINGS[code].replaceAll(/\{\w+\}/g, '')
      return /[{}]/.test(braces) || new Set(slots).size !== slots.length
    })
    expect(odd).toEqual([])
  })
})
