import { describe, expect, it } from 'vitest'
import type { Lots, Order, Ticks } from '../../../../src/core/domain/index.ts'
import { longLots, netLots, shortLots } from '../../../../src/core/domain/index.ts'
import { plan } from '../../../../src/core/engine/gateway/planner.ts'
import { INSTRUMENTS, marketQuote, SILVER } from '../fixture/market.ts'
import { breach } from '../fixture/property.ts'
import { fillAll, position, request, requestArbitrary, working } from './planner-fixture.ts'

const left = (orders: readonly { volume: Lots; filled?: Lots }[]) =>
  orders.reduce((sum, order) => sum + order.volume - (order.filled ?? 0), 0)

describe('the planner, whatever is held, wanted and under way', () => {
  it('never has more under way than what is missing, nor on both sides', () => {
    expect(
      breach(requestArbitrary, (given) => {
        const { orders } = plan(given)
        if (orders.length === 0) return true
        const missing = given.target - netLots(given.position)
        const sides = new Set([...orders, ...given.working].map(({ side }) => side))
        return (
          sides.size === 1 &&
          sides.has(missing > 0 ? 'buy' : 'sell') &&
          left(orders) + left(given.working) <= Math.abs(missing)
        )
      }),
    ).toBeUndefined()
  })

  it("closes before it opens, today's lots first, and never the same lots twice", () => {
    expect(
      breach(requestArbitrary, (given) => {
        const { orders } = plan(given)
        const offsets = orders.map(({ offset }) => offset)
        const side = orders[0]?.side
        const { longToday, longHistory, shortToday, shortHistory } = given.position
        const [today, history] =
          side === 'sell'
            ? [longToday.lots, longHistory.lots]
            : [shortToday.lots, shortHistory.lots]
        const closing = (offset: Order['offset']) =>
          left([...orders, ...given.working].filter((order) => order.offset === offset))
        const opens = offsets.includes('open')
        if (opens && (offsets.length > 1 || given.working.some(({ offset }) => offset !== 'open')))
          return false
        if (given.instrument.closeRule === 'oldest-first') {
          if (opens) return today + history === 0
          return orders.length === 0 || closing('close') + closing('closeToday') <= today + history
        }
        if (opens) return today + history === 0
        const [first, second] = offsets
        if (second !== undefined && (first !== 'closeToday' || second !== 'close')) return false
        return (
          (!offsets.includes('closeToday') || closing('closeToday') <= today) &&
          (!offsets.includes('close') || closing('close') <= history)
        )
      }),
    ).toBeUndefined()
  })

  it('keeps every order within the lots of an order, of the account and of the product', () => {
    expect(
      breach(requestArbitrary, (given) =>
        plan(given).orders.every(
          ({ volume }) =>
            Number.isInteger(volume) &&
            volume >= 1 &&
            volume <= given.maxOrderLots &&
            volume <= given.instrument.maxLimitLots,
        ),
      ),
    ).toBeUndefined()
  })

  it('cancels only working orders that are not being cancelled, and sends nothing meanwhile', () => {
    expect(
      breach(requestArbitrary, (given) => {
        const { cancels, orders, reached } = plan(given)
        const fit = cancels.every(
          (order) =>
            given.working.includes(order) && order.status === 'working' && !order.cancelling,
        )
        return fit && (cancels.length === 0 || (orders.length === 0 && !reached))
      }),
    ).toBeUndefined()
  })

  it('says that a target is reached exactly when nothing is missing and nothing under way', () => {
    expect(
      breach(requestArbitrary, (given) => {
        const done = given.target === netLots(given.position) && given.working.length === 0
        return plan(given).reached === done
      }),
    ).toBeUndefined()
  })

  it('reaches any target at a venue that fills everything, without a lot too many', () => {
    expect(
      breach(requestArbitrary, (given) => {
        const quote = marketQuote()
        const from = netLots(given.position)
        let held = given.position
        let traded = 0
        for (let round = 0; round < 40; round++) {
          const { orders, reached } = plan({ ...given, quote, working: [], position: held })
          if (reached) break
          held = fillAll(held, orders)
          traded += left(orders)
        }
        return netLots(held) === given.target && traded === Math.abs(given.target - from)
      }),
    ).toBeUndefined()
  })

  it('leaves no lot of the other side where it has to open', () => {
    expect(
      breach(requestArbitrary, ({ target, ...given }) => {
        let held = given.position
        for (let round = 0; round < 40; round++) {
          const wanted = { ...given, quote: marketQuote(), working: [], position: held, target }
          const { orders } = plan(wanted)
          if (orders.some(({ offset }) => offset === 'open')) {
            return (orders[0]!.side === 'buy' ? shortLots(held) : longLots(held)) === 0
          }
          held = fillAll(held, orders)
        }
        return true
      }),
    ).toBeUndefined()
  })
})

const order = (side: string, offset: string, kind: string, limit: number, volume: number) => ({
  side,
  offset,
  kind,
  limit,
  volume,
})

describe('the planner in cases', () => {
  it('crosses with a FAK at the best price of the other side', () => {
    expect(plan(request({ target: 3 })).orders).toEqual([order('buy', 'open', 'fak', 5_001, 3)])
  })

  it('joins with a limit order at the best price of its own side', () => {
    expect(plan(request({ target: -3, style: 'join' })).orders).toEqual([
      order('sell', 'open', 'limit', 5_001, 3),
    ])
  })

  it('crosses with a limit order where the product knows no FAK', () => {
    const instrument = { ...SILVER, orderKinds: ['limit'] as const }
    expect(plan(request({ instrument, target: 3 })).orders).toEqual([
      order('buy', 'open', 'limit', 5_001, 3),
    ])
  })

  it('turns a long position round by closing it first, both ages apart', () => {
    expect(plan(request({ position: position([2, 3, 0, 0]), target: -4 })).orders).toEqual([
      order('sell', 'closeToday', 'fak', 5_000, 2),
      order('sell', 'close', 'fak', 5_000, 3),
    ])
  })

  it('closes both ages as one where the exchange closes the oldest', () => {
    const [, instrument] = INSTRUMENTS
    expect(plan(request({ instrument, position: position([2, 3, 0, 0]) })).orders).toEqual([
      order('sell', 'close', 'fak', 5_000, 5),
    ])
  })

  it('waits with opening until what closes has filled', () => {
    const closing = working({ side: 'sell', offset: 'close', limit: 5_000 as Ticks })
    const given = { position: position([0, 2, 0, 0]), target: -4, working: [closing] }
    expect(plan(request(given))).toEqual({ cancels: [], orders: [], reached: false })
  })

  it('adds what is missing to what is under way', () => {
    expect(plan(request({ target: 5, working: [working({})] })).orders).toEqual([
      order('buy', 'open', 'fak', 5_001, 3),
    ])
  })

  it('counts an order that the venue has not answered', () => {
    const lost = working({ status: 'unknown' })
    expect(plan(request({ target: 2, working: [lost] }))).toEqual({
      cancels: [],
      orders: [],
      reached: false,
    })
  })

  it('takes back the newest orders where too much is under way', () => {
    const [older, newer] = [working({}), working({})]
    const given = { target: 2, working: [older, newer] }
    expect(plan(request(given)).cancels).toEqual([newer])
  })

  it.each([
    ['cross', 5_000, true],
    ['cross', 5_001, false],
    ['join', 4_998, true],
    ['join', 4_999, false],
  ] as const)('working by %s, an order at %i is left behind: %s', (style, at, moved) => {
    const waiting = working({ limit: at as Ticks })
    const { cancels } = plan(request({ target: 2, style, working: [waiting] }))
    expect(cancels).toEqual(moved ? [waiting] : [])
  })

  it.each([
    ['a quote', undefined],
    ['an offer', marketQuote({ ask: NaN })],
  ])('waits where there is not %s', (_name, quote) => {
    expect(plan(request({ target: 2, quote }))).toEqual({ cancels: [], orders: [], reached: false })
  })
})
