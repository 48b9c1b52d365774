import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ranked, score } from '../../../src/renderer/palette/score.ts'

const find = (typed: string, texts: readonly string[]): readonly string[] =>
  ranked(typed, texts, (text) => [text])

describe('what is found by a few letters', () => {
  it('has them in their order', () => {
    expect(score('tp', 'Open panel: Tape')).toBeGreaterThan(0)
    expect(score('pt', 'tp')).toBe(0)
  })

  it('is everything, in its order, before anything is typed', () => {
    expect(find('', ['b', 'a'])).toEqual(['b', 'a'])
  })

  it('stands first where words begin with them', () => {
    const texts = ['Chart: to the live edge', 'Open panel: Tape', 'Open panel: Topics']
    expect(find('opt', texts)[0]).toBe('Open panel: Tape')
    expect(find('live', texts)).toEqual(['Chart: to the live edge'])
  })

  it('stands first where they stand together', () => {
    expect(find('cu', ['SIM.cxu', 'SIM.cu', 'xc xu'])[0]).toBe('SIM.cu')
  })

  it('is found by its words of another language too', () => {
    const items = [{ en: 'Tape', zh: '分笔成交' }]
    expect(ranked('分笔', items, ({ en, zh }) => [en, zh])).toEqual(items)
  })

  it('fits even where a later word begins with one of its letters', () => {
    expect(score('abc', 'a xbc b')).toBeGreaterThan(0)
  })

  it('fits by any of its own letters left in their order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(fc.boolean()), (text, left) => {
        const typed = text
          .toLowerCase()
          .split('')
          .filter((_, index) => left[index] === true)
          .join('')
        expect(score(typed, text)).toBeGreaterThan(0)
      }),
    )
  })
})
