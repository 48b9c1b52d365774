import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FeedSeq } from '../../../src/core/history/index.ts'

describe('a count of rows of equal key and stamp', () => {
  it('goes up within a stamp and starts again with the next one', () => {
    const seq = new FeedSeq()
    const stamps = [5, 5, 6, 6, 6, 8]
    expect(stamps.map((at) => seq.next('ag', at))).toEqual([0, 1, 0, 1, 2, 0])
  })

  it('is kept for every key on its own', () => {
    const seq = new FeedSeq()
    expect([seq.next('ag', 5), seq.next('cu', 5), seq.next('ag', 5)]).toEqual([0, 0, 1])
  })

  it('goes on with a stamp that comes a little late, and begins anew with one long gone', () => {
    const seq = new FeedSeq()
    for (let at = 0; at < 17; at++) seq.next('ag', at)
    expect([seq.next('ag', 16), seq.next('ag', 1), seq.next('ag', 0)]).toEqual([1, 1, 0])
  })

  it('gives the same numbers after a restart at any place, if it is told the last row', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 }),
        fc.nat(29),
        (steps, cut) => {
          let at = 0
          const stamps = steps.map((step) => (at += step > 3 ? step : 0))
          const whole = new FeedSeq()
          const numbers = stamps.map((stamp) => whole.next('ag', stamp))
          const from = Math.min(cut, stamps.length - 1)
          const second = new FeedSeq()
          second.resume('ag', stamps[from]!, numbers[from]!)
          const after = stamps.slice(from + 1).map((stamp) => second.next('ag', stamp))
          expect(after).toEqual(numbers.slice(from + 1))
        },
      ),
    ))
})
