import { describe, expect, it } from 'vitest'
import { after, replay, shown, submit, told } from './exchange-fixture.ts'
import type { Ticket } from './exchange-fixture.ts'

const BOOK = {
  bids: [
    [4_999, 3],
    [4_998, 5],
  ],
  asks: [
    [5_000, 4],
    [5_002, 6],
    [5_005, 10],
  ],
} as const

function ask(ticket: Ticket) {
  const exchange = replay()
  exchange.quote(shown(BOOK))
  return told(exchange.request(submit(ticket), after(1)).reports)
}

describe('an order that crosses a recorded quote', () => {
  it.each<[string, Ticket, string[]]>([
    [
      'walks the levels up to its limit and rests the remainder',
      { limit: 5_002, volume: 12 },
      ['a accepted', 'a filled 4 at 5000', 'a filled 6 at 5002'],
    ],
    [
      'as a FAK cancels what it does not get',
      { kind: 'fak', limit: 5_002, volume: 12 },
      ['a accepted', 'a filled 4 at 5000', 'a filled 6 at 5002', 'a cancelled 2 venue.unfilled'],
    ],
    [
      'as a FOK takes all',
      { kind: 'fok', limit: 5_002, volume: 10 },
      ['a accepted', 'a filled 4 at 5000', 'a filled 6 at 5002'],
    ],
    [
      'as a FOK takes nothing when one lot is missing',
      { kind: 'fok', limit: 5_002, volume: 11 },
      ['a accepted', 'a cancelled 11 venue.unfilled'],
    ],
    [
      'as a market order walks everything that is shown',
      { kind: 'market', volume: 25 },
      [
        'a accepted',
        'a filled 4 at 5000',
        'a filled 6 at 5002',
        'a filled 10 at 5005',
        'a cancelled 5 venue.unfilled',
      ],
    ],
    [
      'sells to the bids',
      { side: 'sell', kind: 'fak', limit: 4_998, volume: 4 },
      ['a accepted', 'a filled 3 at 4999', 'a filled 1 at 4998'],
    ],
  ])('%s', (_, ticket, expected) => {
    expect(ask(ticket)).toEqual(expected)
  })

  it('does not find twice what another order took of the same quote, but of the next one', () => {
    const exchange = replay()
    exchange.quote(shown(BOOK))
    const first = exchange.request(submit({ id: 'a', kind: 'fak', volume: 3 }), after(1))
    const second = exchange.request(submit({ id: 'b', kind: 'fak', volume: 3 }), after(2))
    exchange.quote(shown({ ...BOOK, at: after(500) }))
    const third = exchange.request(submit({ id: 'c', kind: 'fak', volume: 3 }), after(501))
    expect([first, second, third].flatMap(({ reports }) => told(reports))).toEqual([
      'a accepted',
      'a filled 3 at 5000',
      'b accepted',
      'b filled 1 at 5000',
      'b cancelled 2 venue.unfilled',
      'c accepted',
      'c filled 3 at 5000',
    ])
  })

  it('finds nothing before the first quote', () => {
    const exchange = replay()
    expect(told(exchange.request(submit({ kind: 'fak' }), after(1)).reports)).toEqual([
      'a accepted',
      'a cancelled 1 venue.unfilled',
    ])
  })

  it('takes the lots that the quotes truly show, empty levels being no offer', () => {
    const exchange = replay()
    exchange.quote(shown({ bids: [[4_999, 3]] }))
    const { reports } = exchange.request(submit({ kind: 'fak', limit: 6_000 }), after(1))
    expect(told(reports)).toEqual(['a accepted', 'a cancelled 1 venue.unfilled'])
  })
})
