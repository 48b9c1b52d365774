import { describe, expect, it } from 'vitest'
import type {
  Fen,
  InstrumentId,
  OrderKind,
  Ticks,
  TradingDay,
} from '../../../src/core/domain/index.ts'
import type { ReplayExchangeOptions } from '../../../src/core/exchange/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { NEXT_DAY, SILVER, after, replay, shown, submit, told } from './exchange-fixture.ts'
import type { Ticket } from './exchange-fixture.ts'
import { asSaid } from '../../../src/core/contracts/index.ts'

const BOOK = { bids: [[4_999, 50]], asks: [[5_000, 50]] } as const

/** What the exchange says to an order, after others were sent. */
function answer(ticket: Ticket, options: Partial<ReplayExchangeOptions> = {}, ...before: Ticket[]) {
  const exchange = replay(options)
  exchange.quote(shown(BOOK))
  before.forEach((earlier, i) => exchange.request(submit({ id: `${i}`, ...earlier }), after(1)))
  return told(exchange.request(submit(ticket), after(2)).reports)[0]
}

const BOUGHT: Ticket = { limit: 5_000, volume: 5 }
const SELLING: Ticket = { side: 'sell', limit: 5_100 }
const oldestFirst = { instruments: [{ ...SILVER, closeRule: 'oldest-first' as const }] }

describe('the exchange judges every order itself', () => {
  it.each<[string, Ticket, Partial<ReplayExchangeOptions>, string]>([
    ['an instrument that it does not list', { instrument: 7 }, {}, 'a venue.unknown-instrument'],
    [
      'an instrument that is only shown',
      {},
      {
        instruments: [
          instrumentFixture({ tradable: false, notes: [asSaid('its fee is not known')] }),
        ],
      },
      'a venue.unknown-instrument',
    ],
    ['a closed session', {}, { sessionOpen: () => false }, 'a venue.closed'],
    [
      'a kind that the product does not have',
      { kind: 'market' },
      { instruments: [instrumentFixture()] },
      'a venue.kind',
    ],
    ['a kind of no product', { kind: 'stop' as OrderKind }, {}, 'a venue.kind'],
    ['no volume', { volume: 0 }, {}, 'a venue.volume'],
    ['part of a lot', { volume: 1.5 }, {}, 'a venue.volume'],
    ['a volume that is no number', { volume: NaN }, {}, 'a venue.volume'],
    ['more lots than one order may have', { volume: 501 }, {}, 'a venue.volume'],
    [
      'more lots than one market order may have',
      { kind: 'market', volume: 61 },
      {},
      'a venue.volume',
    ],
    ['a price between two ticks', { limit: 5_000.5 }, {}, 'a venue.off-tick'],
    ['a price that is absent', { limit: NaN }, {}, 'a venue.off-tick'],
    ['a price above the upper limit', { limit: 6_001 }, {}, 'a venue.price-limit'],
    ['a price below the lower limit', { limit: 3_999 }, {}, 'a venue.price-limit'],
    [
      'more margin than there is money',
      { volume: 500 },
      { initialCash: 10_000_000 as Fen },
      'a venue.funds',
    ],
    ['closing what is not held', { offset: 'close' }, {}, 'a venue.close-volume'],
    ['a plain order', {}, {}, 'a accepted'],
  ])('%s', (_, ticket, options, expected) => {
    expect(answer(ticket, options)).toBe(expected)
  })

  it.each<[string, Ticket, Partial<ReplayExchangeOptions>, Ticket[], string]>([
    [
      'today’s lots are closed as today’s',
      { ...SELLING, offset: 'closeToday', volume: 5 },
      {},
      [BOUGHT],
      'a accepted',
    ],
    [
      'today’s lots are no older ones, where an order must say which',
      { ...SELLING, offset: 'close' },
      {},
      [BOUGHT],
      'a venue.close-volume',
    ],
    [
      'any lots are closed, where the exchange takes the oldest',
      { ...SELLING, offset: 'close', volume: 5 },
      oldestFirst,
      [BOUGHT],
      'a accepted',
    ],
    [
      'lots under a waiting closing order are not free',
      { ...SELLING, offset: 'closeToday', volume: 3 },
      {},
      [BOUGHT, { ...SELLING, offset: 'closeToday', volume: 3 }],
      'a venue.close-volume',
    ],
    [
      'nor where the exchange takes the oldest',
      { ...SELLING, offset: 'closeToday', volume: 3 },
      oldestFirst,
      [BOUGHT, { ...SELLING, offset: 'close', volume: 3 }],
      'a venue.close-volume',
    ],
    [
      'a short position is closed by buying only',
      { ...SELLING, offset: 'closeToday' },
      {},
      [{ side: 'sell', limit: 4_999 }],
      'a venue.close-volume',
    ],
    [
      'money under waiting opening orders is not free',
      { limit: 4_900, volume: 10 },
      { initialCash: 11_000_000 as Fen },
      [{ limit: 4_900, volume: 10 }],
      'a venue.funds',
    ],
    [
      'and neither is the margin of what is held',
      { limit: 4_900, volume: 10 },
      { initialCash: 11_000_000 as Fen },
      [{ limit: 5_000, volume: 10 }],
      'a venue.funds',
    ],
    [
      'a closing order needs no money',
      { ...SELLING, offset: 'closeToday', volume: 10 },
      { initialCash: 6_300_000 as Fen },
      [{ limit: 5_000, volume: 10 }],
      'a accepted',
    ],
  ])('%s', (_, ticket, options, before, expected) => {
    expect(answer(ticket, options, ...before)).toBe(expected)
  })

  it('freezes margin and fee to the fen', () => {
    // 10 lots × 4,900 ticks × 1,500 fen: 8 % margin and 0.005 % fee.
    const cost = 5_880_000 + 3_675
    const said = [cost, cost - 1].map((cash) =>
      answer({ limit: 4_900, volume: 10 }, { initialCash: cash as Fen }),
    )
    expect(said).toEqual(['a accepted', 'a venue.funds'])
  })

  it('asks for the price limit’s margin of a market order that buys', () => {
    const cost = 10 * 6_000 * 1_500 * 0.08 + 10 * 6_000 * 1_500 * 0.00005
    const said = [cost, cost - 1].map((cash) =>
      answer({ kind: 'market', volume: 10 }, { initialCash: cash as Fen }),
    )
    expect(said).toEqual(['a accepted', 'a venue.funds'])
  })

  it('takes no order for a contract that has ended', () => {
    const expiring = instrumentFixture({ expires: 20200821 as TradingDay })
    const exchange = replay({ instruments: [expiring] })
    exchange.quote(shown(BOOK))
    exchange.endDay(after(10))
    exchange.quote(shown({ ...BOOK, at: after(20) }))
    expect(told(exchange.request(submit({}), after(21)).reports)).toEqual(['a venue.closed'])
  })

  it('names what was wrong and what is right', () => {
    const exchange = replay()
    exchange.quote(shown(BOOK))
    const { reports } = exchange.request(submit({ volume: 501 }), after(1))
    expect(reports).toEqual([
      {
        kind: 'rejected',
        seq: 1,
        at: after(1),
        order: 'a',
        code: 'venue.volume',
        message: 'SHFE.ag2012 takes 1 to 500 lots in a limit order, was 501',
      },
    ])
  })

  it('tells a session by instrument and moment', () => {
    const asked: [InstrumentId, number][] = []
    const sessionOpen = (id: InstrumentId, now: number) => {
      asked.push([id, now])
      return true
    }
    answer({}, { sessionOpen, nextTradingDay: () => NEXT_DAY, instruments: [SILVER] })
    expect(asked).toEqual([[0 as InstrumentId, after(2) as number as Ticks]])
  })
})
