import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChartAxis } from '../../../src/core/desk/chart-axis.ts'
import { keyAfter } from '../../../src/core/desk/chart-key.ts'
import { DAY_WEIGHT, markText, weightOf } from '../../../src/core/desk/chart-scale.ts'
import type { TradingDay } from '../../../src/core/domain/index.ts'
import { beijingTime } from '../../../src/core/domain/index.ts'

const EVE = 20200119 as TradingDay
const night = (hour: number, minute = 0, second = 0): number =>
  beijingTime(EVE, hour, minute, second)
/** The night from 21:00 on 2020-01-19 opens the trading day 2020-01-20. */
const day = (key: number): number => (key < night(18) ? 20200119 : 20200120)

describe('weights of a chart axis', () => {
  it('mark the trading day where its night begins, midnight as any hour, the first as a second', () => {
    const weights = [
      [NaN, night(14)],
      [night(14, 59, 59), night(21)],
      [night(23, 59, 59), night(24)],
      [night(21, 9, 59), night(21, 10)],
      [night(21, 9, 58), night(21, 9, 59)],
      [night(21), night(21) + 1],
    ].map(([before, key]) => weightOf(before!, key!, day))
    expect(weights).toEqual([30, DAY_WEIGHT, 70, 60, 30, 0])
  })

  it('begin no day after one that is not known', () => {
    const known = (key: number): number => (key < night(21, 5) ? 0 : 20200120)
    expect(weightOf(night(21, 4, 59), night(21, 5), known)).toBe(55)
  })

  it('never fall while the step that was passed grows', () => {
    const moment = fc.integer({ min: night(21), max: night(26) })
    fc.assert(
      fc.property(moment, moment, moment, (one, other, third) => {
        const [early, middle, late] = [one, other, third].sort((a, b) => a - b) as [
          number,
          number,
          number,
        ]
        const parts = [weightOf(early, middle, day), weightOf(middle, late, day)]
        expect(weightOf(early, late, day)).toBe(Math.max(...parts))
      }),
    )
  })

  it('are said as day, minute or second, in the exchanges zone', () => {
    expect([
      markText(night(21), DAY_WEIGHT, day),
      markText(night(21), DAY_WEIGHT, () => 0),
      markText(night(24), 70, day),
      markText(night(21, 9, 5), 30, day),
    ]).toEqual(['01-20', '21:00', '00:00', '21:09:05'])
  })
})

describe('keys of a chart axis', () => {
  it('rise by one at least, and are the stamp wherever they can', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (stamps) => {
        let last = NaN
        for (const stamp of stamps) {
          const key = keyAfter(last, stamp)
          expect(key).toBe(last >= stamp ? last + 1 : stamp)
          last = key
        }
      }),
    )
  })
})

describe('places on a chart axis', () => {
  const axis = (whole = false): ChartAxis => {
    const made = new ChartAxis(whole)
    for (const key of [100, 200, 600]) made.push(key)
    return made
  }

  it('lie between the points by time', () => {
    const places = [99, 100, 150, 300, 600, 900].map((at) => axis().placeOf(at))
    expect(places).toEqual([-Infinity, 0, 0.5, 1.25, 2, 2])
  })

  it('are those of the bar that a moment falls into', () => {
    expect([150, 300, 599].map((at) => axis(true).placeOf(at))).toEqual([0, 1, 1])
  })

  it('lead back to the moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 600 }), (at) => {
        expect(axis().timeAt(axis().placeOf(at))).toBeCloseTo(at, 6)
      }),
    )
    expect([axis().timeAt(-3), axis().timeAt(9), new ChartAxis().timeAt(0)]).toEqual([
      100,
      600,
      NaN,
    ])
  })

  it('grow with the chart', () => {
    const long = new ChartAxis()
    for (let key = 0; key < 5_000; key++) long.push(key)
    expect([long.count, long.placeOf(4_321)]).toEqual([5_000, 4_321])
  })
})
