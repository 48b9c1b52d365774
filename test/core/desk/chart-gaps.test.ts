import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WholeTime, gapsBetween, isMissing } from '../../../src/core/desk/chart-gaps.ts'
import type { Stretch } from '../../../src/core/desk/chart-stretches.ts'
import { holesIn, withStretch } from '../../../src/core/desk/chart-stretches.ts'

const ALL: Stretch = { from: 0, to: 100 }
const stretch = fc
  .tuple(fc.nat(100), fc.nat(30))
  .map(([from, length]): Stretch => ({ from, to: from + length }))
const stretches = fc.array(stretch, { maxLength: 12 })
const joined = (all: readonly Stretch[]) => all.reduce(withStretch, [] as readonly Stretch[])
const isIn = (all: readonly Stretch[], at: number): boolean =>
  all.some(({ from, to }) => from <= at && at <= to)

describe('stretches of time', () => {
  it('come to the same in whatever order they are added, and lie apart', () => {
    fc.assert(
      fc.property(stretches, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = all
          .map((each) => ({ each, place: numbers.next().value as number }))
          .sort((one, other) => one.place - other.place)
          .map(({ each }) => each)
        const one = joined(all)
        expect(joined(shuffled)).toEqual(one)
        expect(one.every(({ from }, index) => index === 0 || one[index - 1]!.to < from)).toBe(true)
      }),
    )
  })

  it('leave as holes what lies in none of them, and nothing else', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const holes = holesIn(joined(all), ALL)
        for (let at = ALL.from + 0.5; at < ALL.to; at++) {
          expect(isIn(holes, at)).toBe(!isIn(all, at))
        }
      }),
    )
  })
})

/** A feed of which each tick is heard, lost, or lost with the market's own line. */
const moments = fc.array(
  fc.record({
    after: fc.integer({ min: 1, max: 5 }),
    /** Of the line from here on. */
    fate: fc.constantFrom('heard', 'heard', 'heard', 'lost', 'never told'),
  }),
  { minLength: 2, maxLength: 40 },
)

/** What a chart knows of such a feed after history told of some of it. */
function chartOf(
  feed: readonly { readonly after: number; readonly fate: string }[],
  told: readonly (readonly [number, number])[],
) {
  const whole = new WholeTime()
  const losses: number[] = []
  const recorded: number[] = []
  const known = new Set<number>()
  const lost: number[] = []
  let at = 0
  let session = 0
  let before = 'heard'
  for (const { after, fate } of feed) {
    at += after
    if (fate !== 'heard') lost.push(at)
    if (fate === 'never told') {
      if (before !== fate) losses.push(session)
    } else {
      recorded.push(at)
      session = at
    }
    if (fate === 'lost') whole.breaks(NaN)
    if (fate === 'heard') {
      whole.hears(at)
      known.add(at)
    }
    before = fate
  }
  for (const [first, count] of told) {
    const rows = recorded.slice(first, first + count)
    if (rows.length === 0) continue
    whole.told(rows[0]!, rows.at(-1)!)
    for (const row of rows) known.add(row)
  }
  const ticks = [...known].sort((one, other) => one - other)
  const series = { count: ticks.length, columns: { at: ticks } }
  const span = { from: ticks[0] ?? NaN, to: ticks.at(-1) ?? NaN }
  const gaps = gapsBetween(series, whole.holes(span), losses)
  return { gaps, ticks, recorded, lost, whole, series, losses, span }
}

const answers = fc.array(fc.tuple(fc.nat(40), fc.nat(20)), { maxLength: 4 })

describe('gaps of a chart', () => {
  it('lie wherever a tick is not known, from the last one before to the first one after', () => {
    fc.assert(
      fc.property(moments, answers, (feed, told) => {
        const { gaps, ticks, lost, span } = chartOf(feed, told)
        for (const at of lost) {
          if (ticks.includes(at) || !(at > span.from && at < span.to)) continue
          const gap = gaps.find(({ from, to }) => from < at && at < to)
          expect(gap).toBeDefined()
          expect([ticks.includes(gap!.from), ticks.includes(gap!.to)]).toEqual([true, true])
          expect(ticks.filter((tick) => tick > gap!.from && tick < gap!.to)).toEqual([])
        }
        expect(gaps.every((gap, index) => index === 0 || gaps[index - 1]!.to <= gap.from)).toBe(
          true,
        )
      }),
      { numRuns: 400 },
    )
  })

  it('lie nowhere else: between two ticks that follow each other no line was broken', () => {
    fc.assert(
      fc.property(moments, answers, (feed, told) => {
        const { gaps, ticks, lost, recorded } = chartOf(feed, told)
        for (const [index, at] of ticks.entries()) {
          const next = ticks[index + 1]
          if (next === undefined || !isMissing(gaps, at, next)) continue
          const isLost = lost.some((each) => each > at && each < next)
          // History that told of the one and of the other has not told that nothing lies between.
          const isJoined = recorded.indexOf(next) === recorded.indexOf(at) + 1
          expect(isLost || (isJoined && told.length > 0)).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('are gone once history told of all, but for what the market itself lost', () => {
    fc.assert(
      fc.property(moments, answers, (feed, told) => {
        const { gaps, losses, recorded } = chartOf(feed, [...told, [0, 1_000]])
        const isWithin = (at: number) => recorded[0]! <= at && at < recorded.at(-1)!
        expect(gaps.length).toBe(new Set(losses.filter(isWithin)).size)
      }),
      { numRuns: 400 },
    )
  })

  it('are none of a line that did not break, nor where the newest quote is still the same', () => {
    const whole = new WholeTime()
    for (const at of [10, 20, 30]) whole.hears(at)
    whole.breaks(NaN)
    const { revision, isBroken } = whole
    whole.breaks(NaN)
    whole.hears(30)
    whole.hears(40)
    expect([isBroken, whole.revision - revision, whole.isBroken]).toEqual([true, 1, false])
    expect(whole.holes({ from: 10, to: 40 })).toEqual([])
  })

  it('tell how many quotes were missed where that was counted, as it was counted last', () => {
    const whole = new WholeTime()
    whole.hears(10)
    whole.breaks(NaN)
    whole.breaks(3)
    whole.breaks(5)
    whole.breaks(NaN)
    whole.hears(20)
    whole.breaks(NaN)
    whole.hears(30)
    expect(whole.holes({ from: 10, to: 30 })).toEqual([
      { from: 10, to: 20, missed: 5 },
      { from: 20, to: 30, missed: NaN },
    ])
  })

  it('lie between what history told and the first that was heard, until both meet', () => {
    const whole = new WholeTime()
    whole.hears(50)
    const filled = [whole.told(0, 40), whole.told(40, 60)]
    expect([filled, whole.holes({ from: 0, to: 60 }), whole.heardSince]).toEqual([
      [false, true],
      [],
      50,
    ])
  })

  it('begin and end at ticks, also where history was asked from between two', () => {
    const series = { count: 3, columns: { at: [10, 20, 90] } }
    expect(gapsBetween(series, [{ from: 20, to: 55, missed: NaN }], [])).toEqual([
      { from: 20, to: 90, missed: NaN },
    ])
  })

  it('are not where a loss of the market has no tick before it, or none after', () => {
    const series = { count: 2, columns: { at: [10, 20] } }
    expect(gapsBetween(series, [], [5, 20])).toEqual([])
    expect(gapsBetween(series, [], [10, 15])).toEqual([{ from: 10, to: 20, missed: NaN }])
  })
})
