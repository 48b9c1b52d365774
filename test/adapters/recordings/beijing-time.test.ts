import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createDateMemory,
  readDate,
  readNanoseconds,
  readTime,
} from '../../../src/adapters/recordings/beijing-time.ts'
import type { Cursor } from '../../../src/adapters/recordings/cursor.ts'
import { createCursor } from '../../../src/adapters/recordings/cursor.ts'

function cursorOn(text: string): Cursor {
  return { ...createCursor(), bytes: new TextEncoder().encode(`${text},\n`) }
}

describe('reading Beijing time from bytes', () => {
  it('gives the midnight that the calendar of JavaScript gives, with dashes and without', () => {
    const days = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2200-01-01'),
      noInvalidDate: true,
    })
    const memory = createDateMemory()
    fc.assert(
      fc.property(days, fc.boolean(), (day, dashes) => {
        const text = day.toISOString().slice(0, 10)
        const cursor = cursorOn(dashes ? text : text.replaceAll('-', ''))
        readDate(cursor, memory)
        expect(cursor.fault).toBe(false)
        expect(memory.midnight).toBe(Date.parse(`${text}T00:00:00+08:00`) * 1_000)
      }),
    )
  })

  it.each(['2021-02-29', '2020-13-01', '2020-00-10', '2020-01-00', '20200431', '2020/08/21', ''])(
    'finds a fault in the date "%s"',
    (text) => {
      const cursor = cursorOn(text)
      readDate(cursor, createDateMemory())
      expect(cursor.fault).toBe(true)
    },
  )

  it.each([
    ['00:00:00', 0],
    ['13:37:10.500000', 49_030_500_000],
    ['13:37:10.000001', 49_030_000_001],
    ['09:14:00.4', 33_240_400_000],
    ['23:59:59.999999999', 86_399_999_999],
  ])('reads %s as %d microseconds of the day', (text, micros) => {
    const cursor = cursorOn(text)
    expect([readTime(cursor), cursor.fault, cursor.position]).toEqual([micros, false, text.length])
  })

  it.each(['24:00:00', '12:60:00', '12:00:60', '12.00.00', '1:00:00', '12:00:00x', '12:00:0', ''])(
    'finds a fault in the time "%s"',
    (text) => {
      const cursor = cursorOn(text)
      readTime(cursor)
      expect(cursor.fault).toBe(true)
    },
  )

  it('rounds nanoseconds to microseconds exactly, beyond what a double holds', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 18n, max: 9n * 10n ** 18n }), (nanoseconds) => {
        const cursor = cursorOn(String(nanoseconds))
        expect(readNanoseconds(cursor)).toBe(Number((nanoseconds + 500n) / 1_000n))
        expect([cursor.fault, cursor.position]).toEqual([false, 19])
      }),
    )
  })

  it('reads an absent receive time as absent', () => {
    const cursor = cursorOn('nan')
    expect([readNanoseconds(cursor), cursor.fault]).toEqual([NaN, false])
  })

  it.each(['15979882301355389x4', '159798823013553894x', '1597988x30135538944', 'soon'])(
    'finds a fault in the receive time "%s"',
    (text) => {
      const cursor = cursorOn(text)
      readNanoseconds(cursor)
      expect(cursor.fault).toBe(true)
    },
  )

  it('rounds a receive time that is written as a decimal', () => {
    const cursor = cursorOn('159798823013553894.')
    expect([readNanoseconds(cursor), cursor.fault]).toEqual([159_798_823_013_554, false])
  })
})
