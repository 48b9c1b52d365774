import { expect, it } from 'vitest'
import type { Micros, TradingDay } from '../../../src/core/domain/index.ts'
import { age, clockTime, date, dayText, duration } from '../../../src/renderer/format/index.ts'

/** 2020-08-21 14:30:42.512345 in Beijing. */
const MOMENT = 1_597_991_442_512_345 as Micros

it('shows the exchanges’ time, whatever the machine’s zone, with as many digits as asked', () => {
  expect([
    clockTime(MOMENT),
    clockTime(MOMENT, 1),
    clockTime(MOMENT, 3),
    clockTime(MOMENT, 6),
  ]).toEqual(['14:30:42', '14:30:42.5', '14:30:42.512', '14:30:42.512345'])
})

it('turns the date at midnight in Beijing', () => {
  const midnight = 1_597_939_200_000_000
  expect([date(midnight - 1), date(midnight), clockTime(midnight, 3)]).toEqual([
    '2020-08-20',
    '2020-08-21',
    '00:00:00.000',
  ])
})

it('is a dash before anything is known', () => {
  expect([clockTime(0), clockTime(NaN), date(0), dayText(0 as TradingDay), age(NaN)]).toEqual([
    '–',
    '–',
    '–',
    '–',
    '–',
  ])
})

it('shows a trading day as a date', () => {
  expect(dayText(20200821 as TradingDay)).toBe('2020-08-21')
})

it('counts an age in the largest unit that says enough', () => {
  const seconds = [0.42, 9.94, 12, 99.9, 100, 5_999, 6_000, 172_800]
  expect(seconds.map((each) => age(each * 1e6))).toEqual([
    '0.4s',
    '9.9s',
    '12s',
    '99s',
    '1m',
    '99m',
    '1h',
    '2d',
  ])
})

it('shows a duration in µs, and long ones in ms', () => {
  expect([
    duration(3.94),
    duration(999.9),
    duration(1_000),
    duration(48_600),
    duration(NaN),
  ]).toEqual(['3.9 µs', '999.9 µs', '1.0 ms', '48.6 ms', '–'])
})
