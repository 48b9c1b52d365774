import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../src/core/contracts/index.ts'
import { asSaid, STATE_CAUSES, TRADING_STATES } from '../../../src/core/contracts/index.ts'
import { apply, positionOf, targetOf, workingOrders } from '../../../src/core/state/index.ts'
import { ALPHA, marketQuote, NEXT_DAY, SILVER, START } from '../engine/fixture/market.ts'
import { fillFact, orderFact, stateFact, stateOf, targetFact } from './state-fixture.ts'

const working = (...facts: Fact[]) =>
  workingOrders(stateOf(...facts), SILVER.id).map(({ id, status }) => `${id} ${status}`)

describe('an order in the state', () => {
  it('is on the list of the living until it is over, in its place and once', () => {
    const first = orderFact({ status: 'pending' })
    const second = orderFact({ id: 'id-2' as never, intent: 'i-2' as never })
    const unknown = orderFact({ status: 'unknown' })
    const over = orderFact({ status: 'cancelled' })
    expect([
      working(first, second),
      working(first, second, unknown),
      working(first, second, unknown, over),
      working(first, second, unknown, over, over),
    ]).toEqual([
      ['id-1 pending', 'id-2 working'],
      ['id-1 unknown', 'id-2 working'],
      ['id-2 working'],
      ['id-2 working'],
    ])
  })

  it('leaves its intent behind for ever', () => {
    const state = stateOf(orderFact(), orderFact({ status: 'filled' }))
    expect([...state.intents]).toEqual(['intent-1'])
  })
})

describe('a fill in the state', () => {
  it('books lots to its owner, fee and profit to the account, and counts the report', () => {
    const sold = { side: 'sell', offset: 'closeToday', price: 5_011, volume: 1 }
    const state = stateOf(fillFact('a'), fillFact('b', sold, 7))
    expect([positionOf(state, ALPHA, SILVER.id).longToday, state.money, state.venueSeq]).toEqual([
      { lots: 1, cost: 5_001 },
      { staticBalance: 1_000_000, closeProfit: 15_000, fees: 600 },
      7,
    ])
  })

  it('is applied once, and its report counted even then', () => {
    const once = stateOf(fillFact('a'))
    const twice = stateOf(fillFact('a'), fillFact('a', {}, 4))
    expect({ ...twice, venueSeq: 1 }).toEqual(once)
    expect(twice.venueSeq).toBe(4)
  })

  it('never takes the number of the last report back', () => {
    expect(stateOf(fillFact('a', {}, 9), fillFact('b', {}, 3)).venueSeq).toBe(9)
  })

  it('of an instrument that nobody knows is impossible', () => {
    expect(() => stateOf(fillFact('a', { instrument: 9 }))).toThrow('not in the directory')
  })
})

describe('a target in the state', () => {
  it('stands until the next one, and is withdrawn by NaN', () => {
    const at = (...facts: Fact[]) => targetOf(stateOf(...facts), ALPHA, SILVER.id)?.target
    const second = targetFact(-3, 'want-2')
    expect([
      at(targetFact(2)),
      at(targetFact(2), second),
      at(targetFact(2), second, targetFact(NaN, 'want-3')),
    ]).toEqual([2, -3, undefined])
  })

  const table = TRADING_STATES.flatMap((state) =>
    STATE_CAUSES.map((cause) => [state, cause] as const),
  )
  it.each(table)('stands after %s by %s as it should', (state, cause) => {
    const passing = cause === 'start' || cause === 'venue' || cause === 'silence'
    const ends = state === 'flattening' || (state === 'halted' && !passing)
    const after = stateOf(targetFact(2), stateFact(state, cause))
    expect([targetOf(after, ALPHA, SILVER.id)?.target, after.trading]).toEqual([
      ends ? undefined : 2,
      stateFact(state, cause),
    ])
  })
})

describe('other facts', () => {
  it('of an account set its money, not its positions', () => {
    const account = { staticBalance: 5, closeProfit: 6, fees: 7, tradingDay: NEXT_DAY }
    const state = stateOf(fillFact('a'), { kind: 'account', account: account as never })
    expect([state.money, state.tradingDay, state.exposures[0]?.long]).toEqual([
      { staticBalance: 5, closeProfit: 6, fees: 7 },
      NEXT_DAY,
      2,
    ])
  })

  it('in a snapshot are applied like themselves', () => {
    const facts = [orderFact(), targetFact(3), marketQuote(), stateFact('active', 'person')]
    const snapshot = { kind: 'snapshot', requester: 'page' as never, facts, seqs: {} } as const
    expect(stateOf(snapshot)).toEqual(stateOf(...facts))
  })

  it('in a snapshot move no lots where they are fills: what those led to is told with them', () => {
    const facts = [fillFact('a')]
    const snapshot = { kind: 'snapshot', requester: 'page' as never, facts, seqs: {} } as const
    const state = stateOf(snapshot)
    expect([[...state.fills], state.positions, state.money.fees]).toEqual([['a'], [], 0])
  })

  it.each<Fact>([
    { kind: 'time', at: START },
    { kind: 'health', at: START, ok: false, saying: asSaid('slow') },
    { kind: 'done', owner: ALPHA, seq: 4, more: false },
    { kind: 'signal', at: START, owner: ALPHA, instrument: SILVER.id, features: [1] },
  ])('of kind $kind change nothing', (fact) => {
    const state = stateOf(orderFact(), fillFact('a'))
    apply(state, fact)
    expect(state).toEqual(stateOf(orderFact(), fillFact('a')))
  })

  it('of a kind that nobody knows are impossible', () => {
    expect(() => stateOf({ kind: 'rumour' } as never)).toThrow('unexpected case')
  })

  it('of a settlement need a price for every position', () => {
    const days = { at: START, tradingDay: 20200821, nextTradingDay: NEXT_DAY } as never
    const settlement = {
      kind: 'settlement',
      ...(days as object),
      prices: [],
      expired: [],
      venueSeq: 2,
    }
    expect(() => stateOf(fillFact('a'), settlement as never)).toThrow(
      'settlement 20200821 has no price for 0',
    )
    expect(stateOf(settlement as never).tradingDay).toBe(NEXT_DAY)
  })
})
