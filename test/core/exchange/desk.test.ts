import { describe, expect, it } from 'vitest'
import type { Epoch, Fen } from '../../../src/core/domain/index.ts'
import { NOTHING } from '../../../src/core/exchange/index.ts'
import {
  CASH,
  DAY,
  START,
  after,
  cancel,
  query,
  replay,
  shown,
  submit,
  terms,
  told,
} from './exchange-fixture.ts'

const BOOK = { bids: [[4_999, 50]], asks: [[5_000, 50]] } as const

function opened() {
  const exchange = replay()
  exchange.quote(shown(BOOK))
  return exchange
}

describe('the exchange and its gateways', () => {
  it('journals the account, every order and every numbered report before it answers', () => {
    const exchange = replay()
    expect(exchange.quote(shown(BOOK))).toEqual({
      records: [{ kind: 'opened', at: START, tradingDay: DAY, cash: CASH, seed: 0 }],
      reports: [{ kind: 'beat', at: START, seq: 0 }],
      quotes: [],
    })
    const { records, reports } = exchange.request(submit({ volume: 2 }), after(1))
    const accepted = { kind: 'accepted', seq: 1, at: after(1), order: 'a' }
    const filled = {
      kind: 'filled',
      seq: 2,
      at: after(1),
      fill: {
        id: '2',
        order: 'a',
        owner: 1,
        instrument: 0,
        side: 'buy',
        offset: 'open',
        price: 5_000,
        volume: 2,
        at: after(1),
      },
      fee: 750,
      closedToday: 0,
    }
    expect(reports).toEqual([accepted, filled])
    expect(records).toEqual([
      { kind: 'submitted', at: after(1), order: terms({ volume: 2 }) },
      { kind: 'reported', report: accepted },
      { kind: 'reported', report: filled },
    ])
  })

  it('answers an id that it knows again, word for word, and makes no second order of it', () => {
    const exchange = opened()
    const first = exchange.request(submit({ volume: 2 }), after(1))
    const again = exchange.request(submit({ volume: 2 }), after(2))
    expect([again.reports, again.records]).toEqual([first.reports, []])
  })

  it('answers a rejected id again too', () => {
    const exchange = opened()
    const first = exchange.request(submit({ volume: 0 }), after(1))
    const again = exchange.request(submit({ volume: 1 }), after(2))
    expect([again.reports, again.records]).toEqual([first.reports, []])
  })

  it('voids an id that it was asked for and does not know, for ever', () => {
    const exchange = opened()
    const asked = exchange.request(query('a'), after(1))
    const askedAgain = exchange.request(query('a'), after(2))
    const late = exchange.request(submit({}), after(3))
    expect([asked.records, askedAgain.records]).toEqual([
      [{ kind: 'voided', at: after(1), order: 'a' }],
      [],
    ])
    expect([asked, askedAgain, late].flatMap(({ reports }) => told(reports))).toEqual([
      'a is not-found, filled 0',
      'a is not-found, filled 0',
      'a venue.not-found',
    ])
  })

  it('says what became of an order', () => {
    const exchange = opened()
    const tickets = [
      { id: 'waits', limit: 4_990 },
      { id: 'fills', limit: 5_000, volume: 3 },
      { id: 'fails', volume: 0 },
      { id: 'ends', kind: 'fak', limit: 5_000, volume: 60 },
    ] as const
    for (const ticket of tickets) exchange.request(submit(ticket), after(1))
    const said = tickets.flatMap(({ id }) => told(exchange.request(query(id), after(2)).reports))
    expect(said).toEqual([
      'waits is working, filled 0',
      'fills is filled, filled 3',
      'fails is rejected, filled 0',
      'ends is cancelled, filled 47',
    ])
  })

  it('cancels what waits, and refuses to cancel what is over or not known', () => {
    const exchange = opened()
    exchange.request(submit({ limit: 4_990, volume: 2 }), after(1))
    const said = [cancel('a'), cancel('a'), cancel('b')].flatMap((request) =>
      told(exchange.request(request, after(2)).reports),
    )
    expect(said).toEqual([
      'a cancelled 2 venue.cancelled',
      'a not cancelled: venue.final',
      'b not cancelled: venue.not-found',
    ])
  })

  it('fences earlier epochs at a login: their orders and cancels come too late', () => {
    const exchange = opened()
    exchange.request({ kind: 'login', epoch: 1 as Epoch }, after(1))
    exchange.request(submit({ id: 'waits', limit: 4_990 }, 1), after(1))
    const login = exchange.request({ kind: 'login', epoch: 2 as Epoch }, after(2))
    const lost = exchange.request({ kind: 'login', epoch: 1 as Epoch }, after(3))
    const rest = [submit({ id: 'late' }, 1), cancel('waits', 1), cancel('waits', 2)]
    expect(login.records).toEqual([{ kind: 'fenced', at: after(2), epoch: 2 }])
    expect(login.reports).toEqual([
      { kind: 'logged-in', at: after(2), epoch: 2, seq: 1 },
      { kind: 'beat', at: after(2), seq: 1 },
    ])
    expect([told(lost.reports), lost.records]).toEqual([['epoch 2'], []])
    expect(rest.flatMap((request) => told(exchange.request(request, after(4)).reports))).toEqual([
      'late venue.fenced',
      'waits not cancelled: venue.fenced',
      'waits cancelled 1 venue.cancelled',
    ])
  })

  it('is fenced without a login: what a dead gateway left under way comes too late', () => {
    const exchange = opened()
    exchange.request({ kind: 'login', epoch: 1 as Epoch }, after(1))
    exchange.request(submit({ id: 'waits', limit: 4_990 }, 1), after(1))
    const fence = { kind: 'fence', epoch: 2 as Epoch } as const
    const first = exchange.request(fence, after(2))
    const again = exchange.request(fence, after(2))
    const rest = [submit({ id: 'late' }, 1), cancel('waits', 2), submit({ id: 'next' }, 2)]
    const answer = [{ kind: 'logged-in', at: after(2), epoch: 2, seq: 1 }]
    expect([first.records, first.reports]).toEqual([
      [{ kind: 'fenced', at: after(2), epoch: 2 }],
      answer,
    ])
    expect([again.records, again.reports]).toEqual([[], answer])
    expect(rest.flatMap((request) => told(exchange.request(request, after(4)).reports))).toEqual([
      'late venue.fenced',
      'waits cancelled 1 venue.cancelled',
      'next accepted',
      'next filled 1 at 5000',
    ])
  })

  it('numbers reports by one and sends those after a number again', () => {
    const exchange = opened()
    const all = [
      exchange.request(submit({ id: 'a', volume: 2 }), after(1)),
      exchange.request(submit({ id: 'b', volume: 0 }), after(2)),
      exchange.request(submit({ id: 'c', limit: 4_990 }), after(3)),
      exchange.request(cancel('c'), after(4)),
    ].flatMap(({ reports }) => reports)
    const resent = [0, 2, 99, -1, NaN].map((from) =>
      exchange.request({ kind: 'resend', after: from }, after(5)),
    )
    expect(all.map((report) => 'seq' in report && report.seq)).toEqual([1, 2, 3, 4, 5])
    expect(resent.map(({ reports }) => reports)).toEqual([all, all.slice(2), [], all, all])
    expect(resent.every(({ records }) => records.length === 0)).toBe(true)
  })

  it('shows its books', () => {
    const exchange = opened()
    exchange.request(submit({ id: 'a', volume: 4 }), after(1))
    exchange.request(
      submit({ id: 'b', side: 'sell', offset: 'closeToday', limit: 4_999, volume: 1 }),
      after(2),
    )
    exchange.request(submit({ id: 'c', limit: 4_990 }), after(3))
    expect(exchange.request({ kind: 'ledger' }, after(4)).reports).toEqual([
      {
        kind: 'ledger',
        at: after(4),
        ledger: {
          seq: 5,
          at: after(4),
          tradingDay: DAY,
          staticBalance: CASH,
          closeProfit: -1_500,
          fees: (1_500 + 375) as Fen,
          positions: [
            {
              instrument: 0,
              longToday: 3,
              longHistory: 0,
              shortToday: 0,
              shortHistory: 0,
              cost: 15_000,
            },
          ],
          working: ['c'],
        },
      },
    ])
  })

  it('beats once a second of quote time at most, and quiet quotes are free', () => {
    const exchange = opened()
    const outputs = [400, 999, 1_000, 1_500, 5_000].map((at) =>
      exchange.quote(shown({ ...BOOK, at: after(at) })),
    )
    expect(outputs).toEqual([
      NOTHING,
      NOTHING,
      { ...NOTHING, reports: [{ kind: 'beat', at: after(1_000), seq: 0 }] },
      NOTHING,
      { ...NOTHING, reports: [{ kind: 'beat', at: after(5_000), seq: 0 }] },
    ])
    expect(outputs[0]).toBe(NOTHING)
    expect(exchange.advance(after(5_999))).toBe(NOTHING)
    expect(exchange.advance(after(6_000)).reports).toEqual([
      { kind: 'beat', at: after(6_000), seq: 0 },
    ])
  })

  it('passes over a quote of an instrument that it does not list', () => {
    const exchange = opened()
    expect(exchange.quote(shown({ ...BOOK, instrument: 9, at: after(9_000) }))).toBe(NOTHING)
  })
})
