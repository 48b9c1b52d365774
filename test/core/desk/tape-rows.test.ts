import { array, assert, boolean, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PriceVolume } from '../../../src/core/desk/price-volume.ts'
import { Tape, TAPE_KEPT, shownRows } from '../../../src/core/desk/tape-rows.ts'
import type { Micros, Quote } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'

const SILVER = instrumentFixture()
/** Lots traded so far, and what they cost in ticks. */
const quote = (at: number, volume: number, cost: number, more: object = {}): Quote =>
  quoteFixture({ at, volume, turnover: cost * 15, openInterest: 100 + volume, ...more })

describe('tape', () => {
  it('tells price, lots, who bought and the change of open interest', () => {
    const tape = new Tape(SILVER)
    tape.take(quote(0, 0, 0), undefined)
    tape.take(quote(1, 10, 10 * 6_150), quote(0, 0, 0))
    tape.take(quote(2, 20, 10 * 6_150 + 5 * 6_149 + 5 * 6_150), quote(1, 10, 10 * 6_150))
    expect(tape.rows).toEqual([
      { at: 1, feedSeq: 0, price: 6_150, lots: 10, bought: 1, band: 0, interest: 10 },
      { at: 2, feedSeq: 0, price: 6_150, lots: 10, bought: 0.5, band: 0.5, interest: 10 },
    ])
  })

  it('leaves out what traded nothing', () => {
    const tape = new Tape(SILVER)
    tape.take(quote(1, 10, 61_500), quote(0, 10, 61_500))
    expect(tape.rows).toEqual([])
  })

  it('puts history before what came live, each row once', () => {
    const quotes = [0, 1, 2, 3, 4].map((at) => quote(at, at * 10, at * 61_500))
    const tape = new Tape(SILVER)
    tape.take(quotes[3]!, quotes[2])
    tape.take(quotes[4]!, quotes[3])
    tape.join(quotes)
    expect(tape.rows.map(({ at }) => at)).toEqual([1, 2, 3, 4])
    expect(tape.count).toBe(2)
  })

  it('says that a row holds what was not told, and of which time', () => {
    const tape = new Tape(SILVER)
    tape.take(quote(1, 10, 61_500), quote(0, 0, 0))
    tape.breaks()
    tape.take(quote(5, 50, 5 * 61_500), quote(1, 10, 61_500))
    tape.take(quote(6, 60, 6 * 61_500), quote(5, 50, 5 * 61_500))
    expect(tape.rows.map(({ hole }) => hole?.at)).toEqual([undefined, 1, undefined])
    expect(tape.hasHoles).toBe(true)
  })

  it('says nothing of a hole in which nothing was traded', () => {
    const tape = new Tape(SILVER)
    tape.breaks()
    tape.take(quote(5, 10, 61_500), quote(1, 10, 61_500))
    tape.take(quote(6, 20, 2 * 61_500), quote(5, 10, 61_500))
    expect(tape.rows.map(({ hole }) => hole)).toEqual([undefined])
  })

  it('is whole again once history told all of what it did not hear', () => {
    const lots = array(integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 30 })
    assert(
      property(lots, array(boolean(), { minLength: 30, maxLength: 30 }), (each, heard) => {
        const quotes = each.map((_, at) => {
          const volume = each.slice(0, at + 1).reduce((sum, more) => sum + more, 0)
          return quote(at, volume, volume * 6_150 + (at % 2))
        })
        const whole = new Tape(SILVER)
        for (const [at, one] of quotes.entries()) whole.take(one, quotes[at - 1])
        const tape = new Tape(SILVER)
        let before: Quote | undefined
        for (const [at, one] of quotes.entries()) {
          if (heard[at] !== true) tape.breaks()
          else {
            tape.take(one, before)
            before = one
          }
        }
        const first = heard.indexOf(true)
        const last = heard.lastIndexOf(true, quotes.length - 1)
        tape.mend(quotes)
        expect(tape.hasHoles).toBe(false)
        expect(tape.rows).toEqual(whole.rows.filter(({ at }) => at > first && at <= last))
      }),
    )
  })

  it('goes on saying so where history does not reach from end to end of the hole', () => {
    const quotes = [0, 1, 2, 3, 4].map((at) => quote(at, at * 10, at * 61_500))
    const tape = new Tape(SILVER)
    tape.breaks()
    tape.take(quotes[3]!, quotes[0])
    const before = tape.rows
    tape.mend(quotes.slice(0, 3))
    tape.mend(quotes.slice(1))
    expect(tape.rows).toEqual(before)
    expect(tape.hasHoles).toBe(true)
  })

  it('keeps a bounded number of rows', () => {
    const tape = new Tape(SILVER)
    for (let at = 1; at < 3 * TAPE_KEPT; at++)
      tape.take(quote(at, at, at), quote(at - 1, at - 1, 0))
    expect(tape.rows.length).toBeLessThanOrEqual(TAPE_KEPT + 500)
    expect(tape.rows.at(-1)?.at).toBe(3 * TAPE_KEPT - 1)
    expect(tape.count).toBe(3 * TAPE_KEPT - 1)
  })

  it('shows the newest first, from a size on', () => {
    const lots = [5, 25, 1, 30]
    const rows = lots.map((each, at) => ({ at, lots: each }) as never)
    const at = (least: number, until?: number): number[] =>
      shownRows(rows, 2, least, until).map((row) => row.at)
    expect(at(0)).toEqual([3, 2])
    expect(at(20)).toEqual([3, 1])
    expect(at(20, 3)).toEqual([1])
  })
})

describe('volume at price', () => {
  it('shares lots out between the earlier bid and ask', () => {
    const volume = new PriceVolume(SILVER)
    volume.take(quote(0, 0, 0), undefined)
    volume.take(quote(1, 10, 4 * 6_149 + 6 * 6_150), quote(0, 0, 0))
    expect(volume.at(6_149)).toMatchObject({ bought: 0, sold: expect.closeTo(4, 6) as number })
    expect(volume.at(6_150)).toMatchObject({ bought: expect.closeTo(6, 6) as number, sold: 0 })
    expect(volume.most).toBeCloseTo(6, 6)
    expect(volume.since).toBe(0)
  })

  it('begins anew with the trading day', () => {
    const volume = new PriceVolume(SILVER)
    volume.take(quote(1, 10, 61_500), quote(0, 0, 0))
    volume.take(quote(2, 1, 6_150), quote(1, 10, 61_500))
    expect([volume.at(6_150), volume.most, volume.since]).toEqual([{ bought: 0, sold: 0 }, 0, 2])
  })

  it('joins what history knows from before the first live quote', () => {
    const quotes = [0, 1, 2, 3].map((at) => quote(at, at * 10, at * 61_500))
    const volume = new PriceVolume(SILVER)
    volume.take(quotes[2]!, undefined)
    volume.take(quotes[3]!, quotes[2])
    volume.join(quotes, 2 as Micros)
    expect(volume.at(6_150)).toEqual({ bought: 30, sold: 0 })
    expect(volume.since).toBe(0)
  })
})
