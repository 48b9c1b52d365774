import { describe, expect, it } from 'vitest'
import type { InstrumentId, Micros, TradingDay } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import {
  CASH,
  DAY,
  NEXT_DAY,
  SILVER,
  START,
  after,
  replay,
  shown,
  submit,
  told,
} from './exchange-fixture.ts'

const BOOK = { bids: [[4_999, 50]], asks: [[5_000, 50]] } as const
const TURN = after(10_000)
const OPTIONS = { tradingDayOf: (_: InstrumentId, at: Micros) => (at < TURN ? DAY : NEXT_DAY) }

/** Buys 4 lots at 5,000, leaves 2 waiting, and ends the day at an average of 5,010.4. */
function traded(options = {}) {
  const exchange = replay({ ...OPTIONS, ...options })
  exchange.quote(shown(BOOK))
  exchange.request(submit({ id: 'a', volume: 4 }), after(1))
  exchange.request(submit({ id: 'b', limit: 4_990, volume: 2 }), after(2))
  const close = { ...BOOK, at: after(500), last: 5_003, volume: 100 }
  exchange.quote(shown({ ...close, turnover: 100 * 15 * 5_010.4 }))
  return exchange
}

const ENDED = ['b cancelled 2 venue.day-end', 'settled 20200821: 0=5010']

describe('the end of a trading day', () => {
  it('cancels what waits, settles at the average price, and makes history of today', () => {
    const exchange = traded()
    const { reports } = exchange.quote(shown({ ...BOOK, at: TURN, volume: 1 }))
    expect(told(reports)).toEqual(ENDED)
    const [answer] = exchange.request({ kind: 'ledger' }, TURN).reports
    expect(answer?.kind === 'ledger' && answer.ledger).toEqual({
      seq: 5,
      at: TURN,
      tradingDay: NEXT_DAY,
      // Four lots × 10 ticks × 15 CNY, less the opening fee.
      staticBalance: CASH + 60_000 - 1_500,
      closeProfit: 0,
      fees: 0,
      positions: [
        {
          instrument: 0,
          longToday: 0,
          longHistory: 4,
          shortToday: 0,
          shortHistory: 0,
          cost: 20_040,
        },
      ],
      working: [],
    })
  })

  it('comes with time alone, once it has ended for every instrument', () => {
    const gold = instrumentFixture({ id: 1 as InstrumentId })
    const later = (id: InstrumentId, at: Micros) =>
      at < TURN + (id === 1 ? 5e6 : 0) ? DAY : NEXT_DAY
    const exchange = traded({ instruments: [SILVER, gold], tradingDayOf: later })
    expect([TURN, TURN + 6e6].map((at) => told(exchange.advance(at as Micros).reports))).toEqual([
      [],
      ENDED,
    ])
  })

  it('comes when it is asked for, with the next day of the calendar', () => {
    const exchange = traded()
    const { reports } = exchange.endDay(after(600))
    expect([told(reports), reports.at(-1)]).toEqual([
      ENDED,
      expect.objectContaining({ kind: 'settled', nextTradingDay: NEXT_DAY }),
    ])
  })

  it('does not come where the day cannot be told, or goes back', () => {
    const days = [NaN, 20200820].map((day) =>
      told(replay({ tradingDayOf: () => day as TradingDay }).quote(shown(BOOK)).reports),
    )
    expect(days).toEqual([[], []])
  })

  it('settles at the last price where turnover is in units of its own', () => {
    const exchange = replay()
    exchange.quote(shown({ ...BOOK, last: 5_003, volume: 100, turnover: 100 * 5_003, low: 4_900 }))
    expect(told(exchange.endDay(after(1)).reports)).toEqual(['settled 20200821: 0=5003'])
  })

  it('leaves out what has neither a position nor a quote', () => {
    expect(told(replay().endDay(START).reports)).toEqual(['settled 20200821: '])
  })

  it('closes a contract that ends, free of charge', () => {
    const expiring = { ...SILVER, expires: DAY }
    const exchange = traded({ instruments: [expiring] })
    const settled = exchange.endDay(after(600)).reports.at(-1)
    const [answer] = exchange.request({ kind: 'ledger' }, after(601)).reports
    expect([settled, answer?.kind === 'ledger' && answer.ledger]).toEqual([
      expect.objectContaining({ kind: 'settled', expired: [0] }),
      expect.objectContaining({ positions: [], staticBalance: CASH + 60_000 - 1_500 }),
    ])
  })

  it('after a restart without a quote of the day takes what the new day says of it', () => {
    const exchange = replay(OPTIONS)
    const records = [
      exchange.quote(shown(BOOK)),
      exchange.request(submit({ volume: 4 }), after(1)),
    ].flatMap((output) => output.records)
    const settled = [5_007, NaN].map((preSettlement) => {
      const restarted = replay(OPTIONS)
      restarted.restore(records)
      return told(restarted.quote(shown({ ...BOOK, at: TURN, preSettlement })).reports)
    })
    expect(settled).toEqual([['settled 20200821: 0=5007'], ['settled 20200821: 0=5000']])
  })
})
