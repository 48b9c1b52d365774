import { describe, expect, it } from 'vitest'
import type { FillFact } from '../../../src/core/contracts/index.ts'
import { DayFills, FILLS_TOLD } from '../../../workers/gateway/day-fills.ts'

function fill(number: number): FillFact {
  return { kind: 'fill', fill: { id: `f${number}` }, venueSeq: number } as unknown as FillFact
}

const numbers = (fills: DayFills) => fills.newest.map(({ venueSeq }) => venueSeq)

describe('the fills of a day', () => {
  it('are its newest ones, oldest first, however many there were', () => {
    const fills = new DayFills([])
    for (let number = 1; number <= 5 * FILLS_TOLD + 7; number++) fills.take(fill(number))
    const first = 4 * FILLS_TOLD + 8
    expect(numbers(fills)).toEqual(Array.from({ length: FILLS_TOLD }, (_, index) => first + index))
  })

  it('go on from the journal, and begin anew with a day', () => {
    const settlement = { kind: 'settlement' } as never
    const fills = new DayFills([fill(1), settlement, fill(2), { kind: 'venue-seq', seq: 3 }])
    const before = numbers(fills)
    fills.take(fill(4))
    const grown = numbers(fills)
    fills.take(settlement)
    expect([before, grown, numbers(fills)]).toEqual([[2], [2, 4], []])
  })
})
