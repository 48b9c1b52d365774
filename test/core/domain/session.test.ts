import { describe, expect, it } from 'vitest'
import type {
  Exchange,
  Micros,
  Session,
  SessionPlan,
  TradingDay,
} from '../../../src/core/domain/index.ts'
import {
  beijingTime,
  createSessionClock,
  sessionAt,
  sessionPlanOf,
} from '../../../src/core/domain/index.ts'
import { shippedCalendar, shippedProducts } from '../../adapters/resources/shipped.ts'

const calendar = shippedCalendar()
const facts = shippedProducts()

function plan(exchange: Exchange, code: string): SessionPlan {
  const found = sessionPlanOf(facts, { exchange, product: code })
  if (found === undefined) throw new Error(`no ${code}`)
  return found
}

function at(day: number, time: string): Micros {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  return beijingTime(day as TradingDay, hour, minute, second)
}

const ag = plan('SHFE', 'ag')

function told(of: SessionPlan, day: number, time: string): string {
  const session = sessionAt(of, calendar, at(day, time))
  if (!session.ok) return session.error.code
  return `${session.value.phase} ${session.value.tradingDay}`
}

describe('sessionAt', () => {
  it('tells the whole stretch that an instant lies in', () => {
    expect(sessionAt(ag, calendar, at(20_200_821, '13:37:10'))).toEqual({
      ok: true,
      value: {
        phase: 'continuous',
        tradingDay: 20_200_821,
        from: at(20_200_821, '13:30'),
        until: at(20_200_821, '15:00'),
      } as Session,
    })
  })

  it('walks a day with a night through auction, sessions and breaks', () => {
    const steps = [
      [20_200_820, '17:59:59', 'closed 20200820'],
      [20_200_820, '18:00:00', 'closed 20200821'],
      [20_200_820, '20:54:59', 'closed 20200821'],
      [20_200_820, '20:55:00', 'auction 20200821'],
      [20_200_820, '21:00:00', 'continuous 20200821'],
      [20_200_821, '02:29:59', 'continuous 20200821'],
      [20_200_821, '02:30:00', 'closed 20200821'],
      [20_200_821, '08:57:00', 'closed 20200821'],
      [20_200_821, '09:00:00', 'continuous 20200821'],
      [20_200_821, '10:15:00', 'break 20200821'],
      [20_200_821, '10:30:00', 'continuous 20200821'],
      [20_200_821, '11:30:00', 'break 20200821'],
      [20_200_821, '13:30:00', 'continuous 20200821'],
      [20_200_821, '15:00:00', 'closed 20200821'],
    ] as const
    expect(steps.map(([day, time]) => told(ag, day, time))).toEqual(steps.map((step) => step[2]))
  })

  it("gives Friday's night and the weekend to Monday", () => {
    expect(told(ag, 20_200_821, '21:00')).toBe('continuous 20200824')
    expect(told(ag, 20_200_822, '01:00')).toBe('continuous 20200824')
    expect(told(ag, 20_200_823, '12:00')).toBe('closed 20200824')
  })

  it('has no night before a holiday; the auction is in the morning then', () => {
    expect(told(ag, 20_200_930, '21:30')).toBe('closed 20201009')
    expect(told(ag, 20_201_005, '10:00')).toBe('closed 20201009')
    expect(told(ag, 20_201_009, '08:56')).toBe('auction 20201009')
  })

  it('has no nights from 2020-02-03 until that of 2020-05-06', () => {
    expect(told(ag, 20_200_203, '22:00')).toBe('closed 20200204')
    expect(told(ag, 20_200_204, '08:56')).toBe('auction 20200204')
    expect(told(ag, 20_200_430, '22:00')).toBe('closed 20200506')
    expect(told(ag, 20_200_506, '22:00')).toBe('continuous 20200507')
  })

  it('opened late on the night of 2019-12-25, with the auction before', () => {
    const steps = ['22:24:59', '22:25', '22:30'].map((time) => told(ag, 20_191_225, time))
    expect(steps).toEqual(['closed 20191226', 'auction 20191226', 'continuous 20191226'])
  })

  it('has no night before the first day of a new product', () => {
    const bz = plan('DCE', 'bz')
    expect(told(bz, 20_250_707, '21:30')).toBe('closed 20250708')
    expect(told(bz, 20_250_708, '21:30')).toBe('continuous 20250709')
  })

  it('follows the changes of hours on CFFEX', () => {
    const index = plan('CFFEX', 'IF')
    expect(told(index, 20_151_231, '09:15')).toBe('continuous 20151231')
    expect(told(index, 20_151_231, '15:14:59')).toBe('continuous 20151231')
    expect(told(index, 20_160_104, '09:15')).toBe('closed 20160104')
    expect(told(index, 20_160_104, '09:25')).toBe('auction 20160104')
    expect(told(index, 20_160_104, '15:00')).toBe('closed 20160104')
    const bond = plan('CFFEX', 'T')
    expect(told(bond, 20_200_717, '09:15')).toBe('continuous 20200717')
    expect(told(bond, 20_200_720, '09:15')).toBe('closed 20200720')
    expect(told(bond, 20_200_720, '15:14:59')).toBe('continuous 20200720')
  })

  it('is closed all day where a product was not traded', () => {
    expect(told(plan('SHFE', 'fu'), 20_180_702, '10:00')).toBe('closed 20180702')
  })

  it('is continuous all day on the built-in market', () => {
    expect(told(plan('SIM', 'cu'), 20_270_102, '04:00')).toBe('continuous 20270102')
  })

  it('is not known for a product that is not', () => {
    expect(sessionPlanOf(facts, { exchange: 'SHFE', product: 'zz' })).toBeUndefined()
  })

  it('refuses instants that nothing is known of', () => {
    expect(told(ag, 20_261_231, '21:00')).toBe('calendar.uncovered')
    expect(told(ag, 20_100_104, '10:00')).toBe('product.incomplete')
    const lost: SessionPlan = {
      ...ag,
      sessions: [{ template: 'lost', source: 'GK' }],
    }
    expect(told(lost, 20_200_821, '10:00')).toBe('product.incomplete')
  })
})

describe('the session clock', () => {
  it('gives the same answer object within one stretch, and another in the next', () => {
    const clock = createSessionClock(ag, calendar)
    const first = clock.at(at(20_200_821, '13:30'))
    expect(clock.at(at(20_200_821, '14:59:59'))).toBe(first)
    expect(clock.at(at(20_200_821, '15:00'))).not.toBe(first)
    expect(clock.at(at(20_200_821, '13:30'))).toEqual(first)
  })

  it('keeps no failure', () => {
    const clock = createSessionClock(ag, calendar)
    expect(clock.at(at(20_270_104, '10:00')).ok).toBe(false)
    expect(clock.at(at(20_200_821, '10:00')).ok).toBe(true)
  })
})
