import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newSha256 } from '../../../src/adapters/seals/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import {
  beginChain,
  beginningLine,
  lastValue,
  readScroll,
  wholeLines,
} from '../../../src/core/seals/index.ts'
import { AT, FIRST, journal, judged, sealed, verdict } from './sealed-journal.ts'

const GROUPS = [['one'], ['two', 'three'], ['four', 'five', 'six'], ['seven'], ['eight']]
const BYTES = journal(GROUPS)
const LINES = sealed(BYTES, [1, 3, 5])

const someGroups = fc.array(
  fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 3 }),
  {
    minLength: 2,
    maxLength: 12,
  },
)

describe('a journal that is held against its seals', () => {
  it('is intact up to the last seal, and may have more than was sealed', () => {
    expect(verdict(BYTES, LINES)).toBe('intact 8')
    expect(verdict(BYTES, LINES.slice(0, 3))).toBe('intact 6')
    expect(verdict(BYTES, LINES.slice(0, 1))).toBe('intact 0')
  })

  it('is broken where any bit of any record is another one, though all checksums are right', () => {
    for (const [place, text] of GROUPS.flat().entries()) {
      for (let bit = 0; bit < text.length * 8; bit++) {
        const letters = Buffer.from(text)
        letters[bit >> 3]! ^= 1 << (bit & 7)
        let count = -1
        const edited = GROUPS.map((group) =>
          group.map((each) => (++count === place ? letters.toString('latin1') : each)),
        )
        const [after, until] = place < 1 ? [0, 1] : place < 6 ? [1, 6] : [6, 8]
        expect(verdict(journal(edited), LINES)).toBe(`broken ${after} ${until}`)
      }
    }
  })

  it('is never intact once a record was changed, left out, put in or moved', () => {
    const edits = fc.record({
      groups: someGroups,
      kind: fc.constantFrom('change', 'remove', 'insert', 'swap'),
      at: fc.nat(),
      seals: fc.array(fc.nat({ max: 12 })),
    })
    fc.assert(
      fc.property(edits, ({ groups, kind, at, seals }) => {
        const place = at % groups.length
        const edited = groups.map((group) => [...group])
        if (kind === 'change') edited[place]![0] += 'x'
        if (kind === 'remove') edited.splice(place, 1)
        if (kind === 'insert') edited.splice(place, 0, ['put in'])
        if (kind === 'swap') edited.push(...edited.splice(place, 1))
        const before = journal(groups)
        const after = journal(edited)
        fc.pre(!Buffer.from(before).equals(after))
        const lines = sealed(before, [...seals, groups.length])
        expect(verdict(after, lines)).toMatch(/^(broken|lost) /)
      }),
    )
  })

  it('has lost records where it ends before its seals do', () => {
    expect(verdict(journal(GROUPS.slice(0, 4)), LINES)).toBe('lost 7 8')
    expect(verdict(journal(GROUPS.slice(0, 2)), LINES)).toBe('lost 3 8')
  })

  it('is another one only where its first record is of after the last seal', () => {
    const other = judged(journal([['another'], ['one']]), LINES)
    const edited = judged(journal([['one'], ['TWO', 'three'], ...GROUPS.slice(2)]), LINES)
    if (other === 'unreadable' || edited === 'unreadable') throw new Error('seals are unreadable')
    const late = (AT + 6) as Micros
    expect([other.isAnew(late), other.isAnew((AT + 5) as Micros)]).toEqual([true, false])
    expect([other.isAnew(NaN as Micros), edited.isAnew(late)]).toEqual([false, false])
  })
})

describe('a file of seals', () => {
  it('keeps every earlier line as it goes on', () => {
    fc.assert(
      fc.property(someGroups, someGroups, fc.array(fc.nat({ max: 12 })), (some, more, seals) => {
        const early = sealed(
          journal(some),
          seals.filter((each) => each <= some.length),
        )
        const late = sealed(journal([...some, ...more]), seals)
        expect(late.slice(0, early.length)).toEqual(early)
      }),
    )
  })

  it('has another seal everywhere behind a record that is another one', () => {
    const edited = sealed(journal([['One'], ...GROUPS.slice(1)]), [1, 3, 5])
    expect(edited.map((line, index) => line === LINES[index])).toEqual([true, false, false, false])
  })

  it('is cut to its whole lines wherever its last one broke off', () => {
    const text = LINES.join('')
    const whole = LINES.slice(0, -1).join('')
    for (let end = whole.length; end < text.length; end++) {
      expect(wholeLines(text.slice(0, end))).toBe(whole)
    }
    expect([wholeLines(text), wholeLines('begin 1')]).toEqual([text, ''])
  })

  it('vouches for nothing where any of its letters is another one', () => {
    const text = LINES.join('')
    for (let place = 0; place < text.length; place++) {
      const letter = text[place] === '1' ? '2' : '1'
      const edited = text.slice(0, place) + letter + text.slice(place + 1)
      expect(verdict(BYTES, [edited])).toMatch(/^(unreadable|broken|lost)/)
    }
  })

  it('vouches for nothing where a line is missing, doubled or moved', () => {
    const [begin = '', one = '', two = '', three = ''] = LINES
    expect(
      [
        [one, two, three],
        [begin, two, three],
        [begin, one, three],
        [begin, one, one, two, three],
        [begin, two, one, three],
      ].map((lines) => verdict(BYTES, lines)),
    ).toEqual(['unreadable', 'broken 0 6', 'broken 1 8', 'unreadable 1 8', 'broken 0 6'])
  })

  it('judges by its newest chain, and tells the newest fault that a beginning names', () => {
    const before = LINES.join('')
    const told = { at: AT, why: 'broken', after: 1, until: 6 } as const
    const beginning = beginChain(newSha256, lastValue(before), told)
    const edited = journal([['one'], ['edited', 'three'], ...GROUPS.slice(2)])
    const lines = [...LINES, ...sealed(edited, [5], beginning)]
    const scroll = readScroll(lines.join(''), newSha256)
    expect(verdict(edited, lines)).toBe('intact 8')
    expect(scroll).toMatchObject({ fault: told, beginning })
    // The chains hang together: of one before nothing can be taken away.
    const loose = [...LINES.slice(0, -1), ...lines.slice(LINES.length)]
    expect(verdict(edited, loose)).toBe('unreadable')
  })

  it('has no fault behind a chain that began anew, unless there was one before', () => {
    const anew = { at: AT, why: 'anew', after: 0, until: 8 } as const
    const first = beginningLine(FIRST)
    const next = beginningLine(beginChain(newSha256, FIRST.hex, anew))
    expect(readScroll(first + next, newSha256)).toMatchObject({ fault: undefined })
  })
})
