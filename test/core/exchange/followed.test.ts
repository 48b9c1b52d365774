import { describe, expect, it } from 'vitest'
import type { OrderId } from '../../../src/core/domain/index.ts'
import { after, replay, shown, submit, told } from './exchange-fixture.ts'

const BOOK = { bids: [[4_999, 5]], asks: [[5_000, 8]] } as const
const SECOND = 1_000_000
const WAITS = { limit: 4_999, volume: 3 }

/** Twenty lots went at 4,999 since the book of before. */
function traded(at: number) {
  return shown({ ...BOOK, at: after(at), last: 4_999, volume: 20, turnover: 20 * 4_999 * 15 })
}

describe('quotes that are followed as they come', () => {
  it('fill a new order as long as they are fresh', () => {
    const exchange = replay({ freshFor: SECOND })
    exchange.quote(shown(BOOK))
    const fresh = exchange.request(submit({ id: 'a', kind: 'fak' }), after(1_000))
    const stale = exchange.request(submit({ id: 'b', kind: 'fak' }), after(1_001))
    expect([told(fresh.reports), told(stale.reports)]).toEqual([
      ['a accepted', 'a filled 1 at 5000'],
      ['b accepted', 'b cancelled 1 venue.unfilled'],
    ])
  })

  it('fill a waiting order by what was traded since the one before', () => {
    const exchange = replay()
    exchange.quote(shown(BOOK))
    exchange.request(submit(WAITS), after(1))
    expect(told(exchange.quote(traded(500)).reports)).toEqual(['a filled 3 at 4999'])
  })

  it('fill nothing by what was traded while quotes were missing: it keeps its place', () => {
    const exchange = replay()
    exchange.quote(shown(BOOK))
    exchange.request(submit(WAITS), after(1))
    exchange.lose()
    const lost = exchange.request(submit({ id: 'b', kind: 'fak' }), after(2))
    const back = exchange.quote(traded(500))
    expect([told(lost.reports), told(back.reports), exchange.queueAhead('a' as OrderId)]).toEqual([
      ['b accepted', 'b cancelled 1 venue.unfilled'],
      [],
      5,
    ])
    const next = exchange.request(submit({ id: 'c', kind: 'fak' }), after(501))
    expect(told(next.reports)).toEqual(['c accepted', 'c filled 1 at 5000'])
  })

  it('fill nothing where they are too old when they come, yet value and bound', () => {
    const exchange = replay()
    exchange.see(shown(BOOK))
    const taken = exchange.request(submit({ id: 'a', kind: 'fak' }), after(1))
    const bounded = exchange.request(submit({ id: 'b', limit: 6_001 }), after(2))
    expect([told(taken.reports), told(bounded.reports)]).toEqual([
      ['a accepted', 'a cancelled 1 venue.unfilled'],
      ['b venue.price-limit'],
    ])
  })

  it('stamp no fill earlier than what was answered before', () => {
    const exchange = replay()
    exchange.quote(shown(BOOK))
    const { reports } = exchange.request(submit(WAITS), after(800))
    const filled = exchange.quote(traded(500)).reports
    expect([...reports, ...filled].map(({ at }) => at)).toEqual(
      [...reports, ...filled].map(() => after(800)),
    )
  })
})
