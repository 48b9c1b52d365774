import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Micros, TradingDay } from '../../../src/core/domain/index.ts'
import {
  beijingDay,
  beijingTime,
  dayOfEpoch,
  epochDayOf,
  isDay,
  isTradingDay,
  lastTradingDay,
  nextTradingDay,
  nightOpening,
  ok,
  previousTradingDay,
  startOfDay,
  weekdayOf,
} from '../../../src/core/domain/index.ts'
import { shippedCalendar } from '../../adapters/resources/shipped.ts'

const calendar = shippedCalendar()
const day = (value: number): TradingDay => value as TradingDay
const MS_PER_DAY = 86_400_000

describe('days', () => {
  it('agree with the calendar of the language, to and fro', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 100_000 }), (epochDay) => {
        const date = new Date(epochDay * MS_PER_DAY)
        const written =
          date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()
        expect([dayOfEpoch(epochDay), epochDayOf(day(written)), weekdayOf(epochDay)]).toEqual([
          written,
          epochDay,
          date.getUTCDay(),
        ])
      }),
    )
  })

  it('begin at midnight in UTC+8, and every instant lies in its day', () => {
    expect(startOfDay(day(20_200_821))).toBe(Date.UTC(2020, 7, 20, 16) * 1_000)
    expect(beijingTime(day(20_200_821), 13, 37, 10)).toBe(Date.UTC(2020, 7, 21, 5, 37, 10) * 1_000)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000_000_000 }), (at) => {
        const start = startOfDay(beijingDay(at as Micros))
        expect(at >= start && at < start + MS_PER_DAY * 1_000).toBe(true)
      }),
    )
  })

  it('that do not exist are told from those that do', () => {
    const days = [20_200_229, 20_210_229, 20_201_301, 20_200_431, 2020, 20_200_101.5]
    expect(days.map(isDay)).toEqual([true, false, false, false, false, false])
  })
})

describe('trading days', () => {
  it('leave out weekends, holidays and working weekends', () => {
    const days = [20_200_821, 20_200_822, 20_201_001, 20_200_927, 20_240_209, 20_261_231]
    expect(days.map((value) => isTradingDay(calendar, day(value)))).toEqual(
      [true, false, false, false, false, true].map(ok),
    )
  })

  it('follow each other over holidays', () => {
    expect(nextTradingDay(calendar, day(20_200_930))).toEqual(ok(20_201_009))
    expect(nextTradingDay(calendar, day(20_200_822))).toEqual(ok(20_200_824))
    expect(previousTradingDay(calendar, day(20_201_009))).toEqual(ok(20_200_930))
    expect(previousTradingDay(calendar, day(20_201_004))).toEqual(ok(20_200_930))
  })

  it('before and after are inverse', () => {
    const days = [...calendar.open.keys()]
      .filter((index) => calendar.open[index] === 1)
      .map((index) => dayOfEpoch(calendar.firstEpochDay + index))
    fc.assert(
      fc.property(fc.constantFrom(...days.slice(1, -1)), (any) => {
        const [next, previous] = [nextTradingDay(calendar, any), previousTradingDay(calendar, any)]
        if (!next.ok || !previous.ok) throw new Error('uncovered')
        expect(next.value).toBeGreaterThan(any)
        expect(previousTradingDay(calendar, next.value)).toEqual(ok(any))
        expect(nextTradingDay(calendar, previous.value)).toEqual(ok(any))
      }),
    )
  })

  it('outside the list are refused with the way to mend it', () => {
    const refusal = (value: number): unknown => ({
      ok: false,
      error: {
        code: 'calendar.uncovered',
        message:
          `the calendar knows 20080101 to 20261231, ${value} lies outside: ` +
          "give resources/calendar.json the closed weekdays of that year, and raise its 'last'",
      },
    })
    expect(isTradingDay(calendar, day(20_270_104))).toEqual(refusal(20_270_104))
    expect(nextTradingDay(calendar, day(20_261_231))).toEqual(refusal(20_270_101))
    expect(previousTradingDay(calendar, day(20_080_101))).toEqual(refusal(20_071_231))
  })
})

describe('nights', () => {
  const night = (tradingDay: number, exchange: 'SHFE' | 'DCE' | 'CZCE' = 'SHFE'): unknown => {
    const previous = previousTradingDay(calendar, day(tradingDay))
    if (!previous.ok) throw new Error(previous.error.message)
    return nightOpening(calendar, exchange, day(tradingDay), previous.value)
  }

  it('are held over weekends, not over holidays, and not while they were suspended', () => {
    const days = [
      20_200_824, 20_201_009, 20_200_203, 20_200_204, 20_200_506, 20_200_507, 20_150_928,
    ]
    expect(days.map((value) => night(value))).toEqual([
      'usual',
      undefined,
      undefined,
      undefined,
      undefined,
      'usual',
      undefined,
    ])
  })

  it('were missing on some exchanges alone, and once began late', () => {
    const half = 22.5 * 3_600_000_000
    expect([night(20_170_331, 'DCE'), night(20_170_331, 'CZCE')]).toEqual([undefined, 'usual'])
    expect([night(20_170_419, 'DCE'), night(20_170_419, 'CZCE')]).toEqual(['usual', undefined])
    expect(night(20_191_226)).toBe(half)
  })
})

describe('last trading days', () => {
  const rules = [
    ['day-15', 202_008, 20_200_817],
    ['day-15', 202_010, 20_201_015],
    ['trading-day-5', 202_011, 20_201_106],
    ['trading-day-10', 202_101, 20_210_115],
    ['fourth-last-trading-day', 202_009, 20_200_925],
    ['fourth-last-trading-day', 202_012, 20_201_228],
    ['last-trading-day-of-month-before', 202_101, 20_201_231],
    ['second-friday', 202_009, 20_200_911],
    ['third-friday', 202_101, 20_210_115],
    ['third-friday', 201_502, 20_150_225],
  ] as const

  it.each(rules)('by %s of %i is %i', (rule, contract, expected) => {
    expect(lastTradingDay(rule, contract, calendar)).toEqual(ok(expected))
  })

  it('beyond the calendar are not guessed', () => {
    const beyond = lastTradingDay('day-15', 202_703, calendar)
    expect(beyond.ok ? '' : beyond.error.code).toBe('calendar.uncovered')
  })
})
