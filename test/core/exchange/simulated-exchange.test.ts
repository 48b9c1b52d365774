import { describe, expect, it } from 'vitest'
import type { Price, Quote } from '../../../src/core/domain/index.ts'
import { NOTHING } from '../../../src/core/exchange/index.ts'
import type { SimulatedExchangeOptions } from '../../../src/core/exchange/index.ts'
import { DAY, START, after, shown } from './exchange-fixture.ts'
import { THREE, market } from './simulated-fixture.ts'

/** All that the market shows until so many ms, asked for in steps of so many. */
function watched(parts: Partial<SimulatedExchangeOptions>, until: number, step: number) {
  const exchange = market(parts)
  const outputs = []
  for (let at = 0; at <= until; at += step) outputs.push(exchange.advance(after(at)))
  return {
    quotes: outputs.flatMap(({ quotes }) => quotes),
    records: outputs.flatMap(({ records }) => records),
    reports: outputs.flatMap(({ reports }) => reports),
  }
}

const ofFirst = (quotes: readonly Quote[]) => quotes.filter(({ instrument }) => instrument === 0)

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (index: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[index], 0) / pairs.length
  const [x, y] = [mean(0), mean(1)]
  const moment = (of: (dx: number, dy: number) => number) =>
    pairs.reduce((sum, [a, b]) => sum + of(a - x, b - y), 0)
  return moment((a, b) => a * b) / Math.sqrt(moment((a) => a * a) * moment((_, b) => b * b))
}

describe('the built-in market', () => {
  it('does the same twice, in however many steps time is told', () => {
    const whole = watched({ snapshots: 'change' }, 20_000, 20_000)
    expect(watched({ snapshots: 'change' }, 20_000, 20_000)).toEqual(whole)
    expect(watched({ snapshots: 'change' }, 20_000, 40)).toEqual(whole)
    expect(watched({ snapshots: 'change', seed: 2 }, 20_000, 40)).not.toEqual(whole)
  })

  it('shows every instrument every half second', () => {
    const { quotes } = watched({}, 2_000, 100)
    expect(quotes.map(({ instrument, at }) => [instrument, at - START])).toEqual(
      [500, 1_000, 1_500, 2_000].flatMap((at) => [0, 1, 2].map((id) => [id, at * 1_000])),
    )
  })

  it('shows a quote that could be of an exchange', () => {
    const { quotes } = watched({ startPrice: () => 5_000 as Price }, 120_000, 500)
    for (const quote of quotes) {
      const { tickSize } = THREE[quote.instrument]!
      const { bidPrices, askPrices, bidVolumes, askVolumes } = quote
      const levels = [...bidPrices].reverse().concat(askPrices)
      const rising = levels.every((price, i) => i === 0 || price > levels[i - 1]! - tickSize / 2)
      const figures = {
        rising,
        shown: [...bidVolumes, ...askVolumes].every((lots) => lots > 0),
        range: quote.low <= quote.last && quote.last <= quote.high,
        limits: quote.lowerLimit < quote.low && quote.high < quote.upperLimit,
        before: quote.preSettlement,
        interest: quote.openInterest > 0,
      }
      const expected = { rising: true, shown: true, range: true, limits: true, interest: true }
      expect(figures).toEqual({ ...expected, before: 5_000 })
    }
    const first = ofFirst(quotes)
    const grows = first.every((quote, i) => i === 0 || quote.volume >= first[i - 1]!.volume)
    const last = first.at(-1)!
    const mean = last.turnover / last.volume / 15
    expect([grows, mean > last.low && mean < last.high]).toEqual([true, true])
  })

  it('counts quotes of one stamp, when it shows every change', () => {
    const { quotes } = watched({ snapshots: 'change', eventsPerSecond: 500_000 }, 20, 20)
    const keys = quotes.map(({ instrument, at, feedSeq }) => `${instrument} ${at} ${feedSeq}`)
    expect([new Set(keys).size, quotes.some(({ feedSeq }) => feedSeq > 0)]).toEqual([
      keys.length,
      true,
    ])
  })

  it('has as many events as it is told to', () => {
    const exchange = market({ eventsPerSecond: 1_000 })
    for (let at = 0; at <= 10_000; at += 500) exchange.advance(after(at))
    expect(Math.abs(exchange.events - 30_000)).toBeLessThan(1_000)
  })

  it('lets imbalance of the book foretell the price', () => {
    const pairs = [1, 2, 3].flatMap((seed) => {
      const quotes = ofFirst(watched({ seed }, 600_000, 500).quotes)
      return quotes.slice(0, -4).map((quote, i) => {
        const [bid, ask] = [quote.bidVolumes[0]!, quote.askVolumes[0]!]
        const later = quotes[i + 4]!
        const middle = (of: Quote) => (of.bidPrices[0]! + of.askPrices[0]!) / 2
        return [(bid - ask) / (bid + ask), middle(later) - middle(quote)] as const
      })
    })
    expect(correlation(pairs)).toBeGreaterThan(0.2)
  })

  it('takes no quotes from outside', () => {
    expect(market().quote(shown({}))).toBe(NOTHING)
  })

  it('ends its day every four hours of its own time, and settles at the average price', () => {
    const { quotes, reports, records } = watched({ eventsPerSecond: 1 }, 14_400_000, 14_400_000)
    const settled = reports.filter(({ kind }) => kind === 'settled')
    const last = quotes.filter(({ at }) => at < after(14_400_000)).slice(-3)
    const next = quotes.slice(-3)
    const prices = last.map((quote, id) => [id, Math.round(quote.turnover / quote.volume / 15)])
    expect(settled).toEqual([
      {
        kind: 'settled',
        seq: 1,
        at: after(14_400_000),
        tradingDay: DAY,
        nextTradingDay: 20200822,
        prices,
        expired: [],
      },
    ])
    expect(next.map(({ volume, last }) => [volume, last])).toEqual([0, 1, 2].map(() => [0, NaN]))
    expect(records.filter(({ kind }) => kind === 'stepped').length).toBe(14_401)
  })

  it('beats once a second and keeps its step then', () => {
    const { reports, records } = watched({}, 3_400, 100)
    expect([reports.length, records.map(({ kind }) => kind)]).toEqual([
      3,
      ['opened', 'stepped', 'stepped', 'stepped'],
    ])
  })
})
