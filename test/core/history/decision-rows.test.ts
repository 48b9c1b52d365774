import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../src/core/contracts/index.ts'
import { asSaid } from '../../../src/core/contracts/index.ts'
import type { Lots, Micros, Ticks, TradingDay } from '../../../src/core/domain/index.ts'
import { createQuote } from '../../../src/core/domain/index.ts'
import { AT, rowFixture } from './row-fixture.ts'
import { ALPHA, COPPER, fillFact, followed, head, told } from './told-facts.ts'

describe('the rows of decisions and of the end of a day', () => {
  it('hold a decision with its features, the answer that led to it and the tick it used', () => {
    const quote = createQuote(
      ...([
        COPPER.id,
        AT,
        AT,
        2,
        6150,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        [],
        [],
        [],
        [],
      ] as unknown as Parameters<typeof createQuote>),
    )
    const rows = followed(quote)
    const of = { owner: ALPHA, instrument: COPPER.id }
    const facts: readonly Fact[] = [
      { kind: 'prediction', ...of, quoteAt: AT as Micros, generation: 1, outputs: [0.2, 0.3, 0.5] },
      { kind: 'signal', ...of, at: (AT + 3) as Micros, features: [1, NaN] },
      { kind: 'decision', ...of, at: (AT + 3) as Micros, target: 1 as Lots, why: asSaid('up') },
      { kind: 'decision', ...of, at: (AT + 3) as Micros, target: 0 as Lots, why: asSaid('flat') },
    ]
    const named = { ...head, owner: 'alpha', symbol: 'SHFE.ag2012', epoch: 4, model: 'm1' }
    expect(facts.flatMap((fact) => rows.rows(fact, told))).toEqual([
      rowFixture('signals', {
        ...named,
        kind: 'prediction',
        value: 0.5 - 0.2,
        detail: '0.2 0.3 0.5',
      }),
      rowFixture('decisions', {
        ...named,
        ts: AT + 3,
        tick_ts: AT,
        tick_feed_seq: 2,
        features: [1, NaN],
        probabilities: [0.2, 0.3, 0.5],
        target: 1,
        reason: 'up',
      }),
      rowFixture('decisions', {
        ...named,
        ts: AT + 3,
        event_no: 1,
        tick_ts: AT + 3,
        tick_feed_seq: NaN,
        features: [1, NaN],
        reason: 'flat',
      }),
    ])
  })

  it('hold the end of a day by owner and contract, the account, and what is held then', () => {
    const rows = followed(fillFact)
    const settlement: Fact = {
      kind: 'settlement',
      at: (AT + 50) as Micros,
      tradingDay: 20200821 as TradingDay,
      nextTradingDay: 20200824 as TradingDay,
      prices: [[COPPER.id, 618 as Ticks]],
      expired: [],
      venueSeq: 2,
    }
    const end = Date.parse('2020-08-21T18:00:00+08:00') * 1_000
    const day = { ...head, ts: end, long_lots: 2, profit: 300, commission: 12.34 }
    expect(rows.rows(settlement, told)).toEqual([
      rowFixture('settlements', { ...day, owner: 'alpha', symbol: 'SHFE.ag2012', price: 6180 }),
      rowFixture('settlements', { ...day, symbol: '' }),
      rowFixture('positions', {
        ...head,
        ts: AT + 50,
        trading_day: 20200824,
        owner: 'alpha',
        symbol: 'SHFE.ag2012',
        long_history: 2,
        long_price: 6180,
        target: NaN,
      }),
    ])
    expect(rows.state.tradingDay).toBe(20200824)
  })
})
