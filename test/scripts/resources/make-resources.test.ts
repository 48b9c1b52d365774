import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RawSessions, RawTradingDays } from '../../../scripts/resources/make-calendar.ts'
import { makeCalendar } from '../../../scripts/resources/make-calendar.ts'
import { makeProducts } from '../../../scripts/resources/make-products.ts'
import type { RawProducts } from '../../../scripts/resources/raw-products.ts'
import { ROOT, hasSource, readSource } from '../../../scripts/resources/source-folder.ts'
import {
  CALENDAR_UNFOLDED,
  PRODUCTS_UNFOLDED,
  writeLines,
} from '../../../scripts/resources/write-lines.ts'
import { createCalendar, isTradingDay, nightOpening } from '../../../src/core/domain/index.ts'
import type { CalendarFacts, TradingDay } from '../../../src/core/domain/index.ts'

const absent = !hasSource()
const why = absent ? ' (SKIPPED: ../shared/data and GHTRADER_TEST_DATA are absent)' : ''
const committed = (name: string): string => readFileSync(`${ROOT}resources/${name}`, 'utf8')

describe('the committed resources', () => {
  it.skipIf(absent)(`products.json is what the script makes, letter by letter${why}`, () => {
    const made = makeProducts(readSource('products/products.json') as RawProducts)
    expect(JSON.parse(committed('products.json'))).toEqual(made)
    expect(committed('products.json')).toBe(writeLines(made, PRODUCTS_UNFOLDED))
  })

  it.skipIf(absent)(`calendar.json is what the script makes, letter by letter${why}`, () => {
    const made = makeCalendar(
      readSource('calendar/trading_days.json') as RawTradingDays,
      readSource('calendar/sessions.json') as RawSessions,
    )
    expect(JSON.parse(committed('calendar.json'))).toEqual(made)
    expect(committed('calendar.json')).toBe(writeLines(made, CALENDAR_UNFOLDED))
  })

  it.skipIf(absent)(`the calendar trades on exactly the days that were collected${why}`, () => {
    const raw = readSource('calendar/trading_days.json') as RawTradingDays
    const calendar = createCalendar(
      makeCalendar(raw, readSource('calendar/sessions.json') as RawSessions),
    )
    const collected = Object.entries(raw.trading_days).flatMap(([year, days]) =>
      days.split(' ').map((day) => Number(year) * 10_000 + Number(day)),
    )
    const wrong = collected.filter((day) => {
      const open = isTradingDay(calendar, day as TradingDay)
      return day >= 20_080_101 && !(open.ok && open.value)
    })
    const count = collected.filter((day) => day >= 20_080_101).length
    expect([wrong, calendar.open.reduce((sum, open) => sum + open, 0)]).toEqual([[], count])
  })

  it.skipIf(absent)(`the night rule finds every evening without a night${why}`, () => {
    const raw = readSource('calendar/trading_days.json') as {
      readonly night: { readonly no_night_for_trading_day: { readonly pairs: readonly string[] } }
    }
    const calendar = createCalendar(JSON.parse(committed('calendar.json')) as CalendarFacts)
    const held = raw.night.no_night_for_trading_day.pairs.filter((pair) => {
      const [day = 0, previous = 0] = pair
        .split('<')
        .map((text) => Number(text.replaceAll('-', '')))
      return nightOpening(calendar, 'SHFE', day as TradingDay, previous as TradingDay) !== undefined
    })
    expect(held).toEqual([])
  })
})

describe('writeLines', () => {
  it('gives each entry of an unfolded member its own line', () => {
    const value = { a: [1, { b: 2 }], c: { d: [3], e: 4 }, f: { g: 5 } }
    const written = writeLines(value, ['a', 'c'])
    expect(written).toBe(
      '{\n"a": [\n1,\n{"b":2}\n],\n"c": {\n"d": [3],\n"e": 4\n},\n"f": {"g":5}\n}\n',
    )
    expect(JSON.parse(written)).toEqual(value)
  })
})
