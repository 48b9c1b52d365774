import { describe, expect, it } from 'vitest'
import type { OrderId, Quote } from '../../../src/core/domain/index.ts'
import { NOTHING } from '../../../src/core/exchange/index.ts'
import type { FillRuleName } from '../../../src/core/exchange/index.ts'
import { after, cancel, replay, shown, submit, told } from './exchange-fixture.ts'
import type { Ticket } from './exchange-fixture.ts'

const A = 'a' as OrderId
const B = 'b' as OrderId
const bids = (best: number): [number, number][] => [
  [4_999, best],
  [4_997, 7],
]
const FIRST = shown({ bids: bids(10), asks: [[5_000, 8]], volume: 100, turnover: 7_500_000 })

/** The next quote after `traded` lots at `price`. */
function next(best: number, traded: number, price: number, at = 500): Quote {
  return shown({
    at: after(at),
    bids: bids(best),
    asks: [[5_000, 8]],
    last: price,
    volume: 100 + traded,
    turnover: 7_500_000 + traded * price * 15,
  })
}

function waiting(rule: FillRuleName, ...tickets: Ticket[]) {
  const exchange = replay({ rule })
  exchange.quote(FIRST)
  for (const ticket of tickets) exchange.request(submit(ticket), after(1))
  return exchange
}

function afterQuotes(rule: FillRuleName, ticket: Ticket, ...quotes: Quote[]) {
  const exchange = waiting(rule, ticket)
  const filled = quotes.flatMap((quote) => told(exchange.quote(quote).reports))
  return { filled, ahead: exchange.queueAhead(A) }
}

const JOIN = { limit: 4_999, volume: 4 }

describe('a waiting order behind recorded quotes', () => {
  it('stands behind what is shown, before nobody between levels, and unseen beyond the last', () => {
    const ahead = [4_999, 4_998, 4_997, 4_990].map((limit) =>
      waiting('conservative', { limit }).queueAhead(A),
    )
    expect(ahead).toEqual([10, 0, 7, Infinity])
  })

  it('takes its place at the back once its level comes in sight', () => {
    const seen = shown({ at: after(500), bids: [[4_990, 12]], asks: [[5_000, 8]], volume: 100 })
    expect(afterQuotes('conservative', { limit: 4_990 }, seen).ahead).toBe(12)
  })

  it.each<[FillRuleName, string, Quote, string[], number]>([
    ['conservative', 'trades eat its queue', next(4, 6, 4_999), [], 4],
    ['conservative', 'what was eaten beyond fills', next(1, 12, 4_999), ['a filled 2 at 4999'], 0],
    ['conservative', 'cancels before it do not help', next(2, 0, 4_999), [], 10],
    ['conservative', 'trades at the ask do not help', next(10, 50, 5_000), [], 10],
    ['conservative', 'a trade through it fills', next(0, 3, 4_998), ['a filled 3 at 4999'], 0],
    ['optimistic', 'trades eat its queue', next(4, 6, 4_999), [], 4],
    ['optimistic', 'cancels before it count in proportion', next(6, 0, 4_999), [], 6],
    ['optimistic', 'and so with trades', next(3, 2, 4_999), [], 3],
    ['optimistic', 'trades at the ask do not touch it', next(10, 50, 5_000), [], 10],
    ['optimistic', 'a trade through it fills', next(0, 3, 4_998), ['a filled 3 at 4999'], 0],
  ])('%s: %s', (rule, _, quote, filled, ahead) => {
    expect(afterQuotes(rule, JOIN, quote)).toEqual({ filled, ahead })
  })

  it('credits lots between two prices by their mean, or all of them if optimistic', () => {
    // 20 lots: 5 at the bid and 15 at the ask, the last of them at the bid.
    const mixed = shown({
      at: after(500),
      bids: bids(9),
      asks: [[5_000, 8]],
      last: 4_999,
      volume: 120,
      turnover: 7_500_000 + (5 * 4_999 + 15 * 5_000) * 15,
    })
    expect([
      afterQuotes('conservative', JOIN, mixed),
      afterQuotes('optimistic', JOIN, mixed),
    ]).toEqual([
      { filled: [], ahead: 5 },
      { filled: ['a filled 4 at 4999'], ahead: NaN },
    ])
  })

  it('fills from an offer below its price by either rule, at its price by the optimistic one', () => {
    const offered = (price: number) =>
      shown({
        at: after(500),
        bids: [[4_990, 1]],
        asks: [[price, 3]],
        volume: 100,
        turnover: 7_500_000,
      })
    const outcomes = (['conservative', 'optimistic'] as const).map((rule) =>
      [4_998, 4_999].map((price) => afterQuotes(rule, JOIN, offered(price)).filled),
    )
    expect(outcomes).toEqual([
      [['a filled 3 at 4999'], []],
      [['a filled 3 at 4999'], ['a filled 3 at 4999']],
    ])
  })

  it('shares the traded lots among own orders, never filling more than was traded', () => {
    const exchange = waiting(
      'conservative',
      { id: 'a', limit: 4_999, volume: 4 },
      { id: 'b', limit: 4_999, volume: 4 },
    )
    const reports = told(exchange.quote(next(0, 15, 4_999)).reports)
    expect([reports, exchange.queueAhead(A), exchange.queueAhead(B)]).toEqual([
      ['a filled 4 at 4999', 'b filled 1 at 4999'],
      NaN,
      0,
    ])
  })

  it('fills the better of two own orders first, though it came later', () => {
    const exchange = waiting(
      'conservative',
      { id: 'a', limit: 4_997, volume: 2 },
      { id: 'b', limit: 4_998, volume: 2 },
    )
    expect(told(exchange.quote(next(0, 3, 4_996)).reports)).toEqual([
      'b filled 2 at 4998',
      'a filled 1 at 4997',
    ])
  })

  it('mirrors all of this for a selling order', () => {
    const exchange = waiting('conservative', { side: 'sell', limit: 5_000, volume: 2 })
    const ahead = exchange.queueAhead(A)
    expect([ahead, told(exchange.quote(next(10, 9, 5_000)).reports)]).toEqual([
      8,
      ['a filled 1 at 5000'],
    ])
  })

  it('is left alone once cancelled, and quotes then cost nothing', () => {
    const exchange = waiting('conservative', JOIN)
    const cancelled = told(exchange.request(cancel('a'), after(2)).reports)
    expect(cancelled).toEqual(['a cancelled 4 venue.cancelled'])
    expect(exchange.quote(next(0, 50, 4_998))).toBe(NOTHING)
  })
})
