import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ticks } from '../../../src/core/domain/index.ts'
import { longLots, marginOf, positionProfit, shortLots } from '../../../src/core/domain/index.ts'
import type { State } from '../../../src/core/state/index.ts'
import {
  accountOf,
  apply,
  availableFunds,
  openingNeeds,
  positionOf,
} from '../../../src/core/state/index.ts'
import { closable } from '../domain/position-fixture.ts'
import { INSTRUMENTS, marketQuote, NEXT_DAY, START } from '../engine/fixture/market.ts'
import { breach } from '../engine/fixture/property.ts'
import { fillFact, orderFact, stateOf } from './state-fixture.ts'

const SIDES = ['buy', 'sell'] as const
const OFFSETS = ['open', 'open', 'close', 'closeToday'] as const

/** One event of an account's life: a fill if it is possible, a quote, or a settlement. */
type Event = readonly [
  kind: number,
  instrument: number,
  owner: number,
  side: number,
  offset: number,
  price: number,
  volume: number,
]

const eventsArbitrary: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.tuple(
    fc.nat(9),
    fc.nat(1),
    fc.nat(2),
    fc.nat(1),
    fc.nat(3),
    fc.integer({ min: 4_950, max: 5_050 }),
    fc.integer({ min: 1, max: 5 }),
  ),
  { maxLength: 30 },
)

/** @param marks where lots of each instrument stand before; where they do now is told to `see`. */
function live(
  state: State,
  events: readonly Event[],
  see: (marks: readonly Ticks[]) => void,
  marks: Ticks[] = [],
): void {
  let seq = 0
  for (const [kind, instrument, owner, side, offset, price, volume] of events) {
    if (kind < 6) {
      const fill = { owner, instrument, side: SIDES[side], offset: OFFSETS[offset], price, volume }
      const position = positionOf(state, owner as never, instrument as never)
      const possible = fill.offset === 'open' || volume <= closable(position, fill as never)
      if (possible) apply(state, fillFact(`f${++seq}`, fill, seq))
    } else if (kind < 8) {
      apply(state, marketQuote({ instrument, last: price }))
      marks[instrument] = price as Ticks
    } else if (kind < 9) {
      apply(state, marketQuote({ instrument, last: NaN }))
    } else {
      const prices = INSTRUMENTS.map(({ id }) => [id, (price + id) as Ticks] as const)
      const days = { at: START, tradingDay: state.tradingDay, nextTradingDay: NEXT_DAY }
      apply(state, { kind: 'settlement', ...days, prices, expired: [], venueSeq: ++seq })
      for (const [id, settled] of prices) marks[id] = settled
    }
    see(marks)
  }
}

const positions = (state: State) =>
  state.positions.flatMap((row) => (row ?? []).filter((each) => each !== undefined))

describe('what is kept beside the positions', () => {
  it('is their sum, after every event: lots, margin, and profit once there is a price', () => {
    const holds = (events: readonly Event[]) => {
      const state = stateOf()
      const first = INSTRUMENTS.map(({ id }) => {
        const quote = marketQuote({ instrument: id })
        apply(state, quote)
        return quote.last as number as Ticks
      })
      let right = true
      const see = (marks: readonly Ticks[]): void => {
        let margin = 0
        let profit = 0
        for (const instrument of INSTRUMENTS) {
          const held = positions(state).filter((each) => each.instrument === instrument.id)
          const exposure = state.exposures[instrument.id]
          const mark = marks[instrument.id]!
          for (const each of held) {
            margin += marginOf(instrument, each)
            profit += positionProfit(instrument, each, mark)
          }
          const long = held.reduce((sum, each) => sum + longLots(each), 0)
          const short = held.reduce((sum, each) => sum + shortLots(each), 0)
          right &&= (exposure?.long ?? 0) === long && (exposure?.short ?? 0) === short
        }
        right &&= state.margin === margin && state.openProfit === profit
      }
      live(state, events, see, first)
      return right
    }
    expect(breach(eventsArbitrary, holds, 500)).toBeUndefined()
  })

  it('makes a balance that no settlement changes', () => {
    const arbitrary = fc.tuple(eventsArbitrary, fc.integer({ min: 4_950, max: 5_050 }))
    const holds = ([events, price]: readonly [readonly Event[], number]) => {
      const state = stateOf()
      live(state, events, () => undefined)
      for (const { id } of INSTRUMENTS) apply(state, marketQuote({ instrument: id, last: price }))
      const before = accountOf(state, START).balance
      const prices = INSTRUMENTS.map(({ id }) => [id, price as Ticks] as const)
      const days = { at: START, tradingDay: NEXT_DAY, nextTradingDay: NEXT_DAY }
      apply(state, { kind: 'settlement', ...days, prices, expired: [], venueSeq: 99 })
      const { balance, positionProfit: open } = accountOf(state, START)
      return balance === before && open === 0
    }
    expect(breach(arbitrary, holds, 500)).toBeUndefined()
  })
})

/** Margin and fee of two lots of silver bought at 5,000. */
const NEEDS = 2 * (5_000 * 1_500 * 0.125 + 300)

describe('the account', () => {
  it('adds up: balance, margin, what working orders may need, and the rest', () => {
    const closing = { id: 'id-2', intent: 'i-2', side: 'sell', offset: 'closeToday' } as never
    const state = stateOf(
      marketQuote({ last: 5_011 }),
      fillFact('a'),
      orderFact({ limit: 5_000 as never, volume: 4 as never, filled: 1 as never }),
      orderFact(closing),
    )
    const margin = 2 * 5_001 * 1_500 * 0.125
    const frozen = 3 * (5_000 * 1_500 * 0.125 + 300)
    const balance = 1_000_000 + 2 * 10 * 1_500 - 300
    expect(accountOf(state, START)).toEqual({
      at: START,
      tradingDay: 20200821,
      staticBalance: 1_000_000,
      closeProfit: 0,
      positionProfit: 30_000,
      fees: 300,
      margin,
      frozen,
      balance,
      available: balance - margin - frozen,
    })
  })

  it('cannot tell what a market order needs while there is no price', () => {
    const market = orderFact({ kind: 'market', limit: NaN as never })
    const priceless = stateOf(market)
    const priced = stateOf(market, marketQuote({ last: 5_000 }))
    expect([
      openingNeeds(priceless, market.order),
      availableFunds(priceless),
      accountOf(priceless, START).frozen,
      openingNeeds(priced, market.order),
      availableFunds(priced),
    ]).toEqual([NaN, NaN, 0, NEEDS, 1_000_000 - NEEDS])
  })

  it('keeps the open profit that it knows while quotes show no price', () => {
    const state = stateOf(marketQuote({ last: 5_011 }), fillFact('a'), marketQuote({ last: NaN }))
    expect(state.openProfit).toBe(30_000)
  })

  it('marks lots that come and go at the last price that was told, while quotes show none', () => {
    const sold = { side: 'sell', offset: 'closeToday', price: 5_011, volume: 1 }
    const state = stateOf(marketQuote({ last: 5_011 }), fillFact('a'), marketQuote({ last: NaN }))
    apply(state, fillFact('b', sold, 2))
    expect(state.openProfit).toBe(15_000)
  })

  it('stands at the prices of a settlement until a quote tells one', () => {
    const state = stateOf(marketQuote({ last: 5_011 }), fillFact('a'))
    const days = { at: START, tradingDay: state.tradingDay, nextTradingDay: NEXT_DAY }
    const prices = [[0, 5_021]] as never
    apply(state, { kind: 'settlement', ...days, prices, expired: [], venueSeq: 2 })
    const settled = state.openProfit
    apply(state, fillFact('b', { price: 5_020, volume: 1 }, 3))
    const filled = state.openProfit
    apply(state, marketQuote({ last: NaN }))
    const quiet = state.openProfit
    apply(state, marketQuote({ last: 5_031 }))
    expect([settled, filled, quiet, state.openProfit]).toEqual([
      0,
      1_500,
      1_500,
      3 * 15_000 + 1_500,
    ])
  })

  it('is not marked by a settlement without a price, where nothing is held', () => {
    const sold = { side: 'sell', offset: 'closeToday', price: 5_011 }
    const state = stateOf(marketQuote({ last: 5_020 }), fillFact('a'), fillFact('b', sold, 2))
    const days = { at: START, tradingDay: state.tradingDay, nextTradingDay: NEXT_DAY }
    const prices = [[0, NaN]] as never
    apply(state, { kind: 'settlement', ...days, prices, expired: [], venueSeq: 3 })
    expect(state.openProfit).toBe(0)
  })

  it('has no open profit once everything is closed, price or not', () => {
    const sold = { side: 'sell', offset: 'closeToday', price: 5_011 }
    const state = stateOf(marketQuote({ last: 5_020 }), fillFact('a'), marketQuote({ last: NaN }))
    apply(state, fillFact('b', sold, 2))
    expect([state.openProfit, state.margin, state.money.closeProfit]).toEqual([0, 0, 30_000])
  })
})
