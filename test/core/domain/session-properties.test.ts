import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Micros, Product, Session, TradingDay } from '../../../src/core/domain/index.ts'
import {
  MICROS_PER_DAY,
  beijingTime,
  createSessionClock,
  isTradingDay,
  ok,
  sessionAt,
  sessionsOf,
} from '../../../src/core/domain/index.ts'
import { shippedCalendar, shippedProducts } from '../../adapters/resources/shipped.ts'

const calendar = shippedCalendar()
const { products } = shippedProducts()
const LAST = beijingTime(20_261_231 as TradingDay, 17)

/** A product and an instant from its first session on. */
const moments = fc.constantFrom(...products).chain((product) =>
  fc.record({
    product: fc.constant(product),
    at: fc.integer({
      min: beijingTime(product.sessions[0]?.from ?? (0 as TradingDay), 18),
      max: LAST,
    }),
  }),
)

function sessionOf(product: Product, at: number): Session {
  const session = sessionAt(product, calendar, at as Micros)
  if (!session.ok) throw new Error(session.error.message)
  return session.value
}

describe('sessions', () => {
  it('hold every instant in exactly one stretch of its trading day', () => {
    fc.assert(
      fc.property(moments, ({ product, at }) => {
        const session = sessionOf(product, at)
        const all = sessionsOf(product, calendar, session.tradingDay)
        if (!all.ok) throw new Error(all.error.message)
        const holding = all.value.filter(({ from, until }) => from <= at && at < until)
        expect(holding).toEqual([session])
        expect(isTradingDay(calendar, session.tradingDay)).toEqual(ok(true))
      }),
      { numRuns: 500 },
    )
  })

  it('follow each other without a gap or an overlap, and the trading day never goes back', () => {
    fc.assert(
      fc.property(moments, ({ product, at }) => {
        let session = sessionOf(product, at)
        for (let step = 0; step < 12 && session.until < LAST; step++) {
          const next = sessionOf(product, session.until)
          expect(next.from).toBe(session.until)
          expect(next.until).toBeGreaterThan(next.from)
          expect(next.tradingDay).toBeGreaterThanOrEqual(session.tradingDay)
          session = next
        }
      }),
    )
  })

  it('trade the same hours whether asked through a clock or not, in any order', () => {
    fc.assert(
      fc.property(
        moments,
        fc.array(fc.integer({ min: -MICROS_PER_DAY, max: MICROS_PER_DAY }), { maxLength: 8 }),
        ({ product, at }, offsets) => {
          const clock = createSessionClock(product, calendar)
          for (const offset of offsets) {
            const asked = (at + offset) as Micros
            expect(clock.at(asked)).toEqual(sessionAt(product, calendar, asked))
          }
        },
      ),
    )
  })
})
