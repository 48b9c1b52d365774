import { describe, expect, it } from 'vitest'
import { asSaid } from '../../../../src/core/contracts/index.ts'
import { spoken } from '../../../../src/core/replica/index.ts'
import { TerminalWords } from '../../../../src/main/app/processes-view/index.ts'
import { marketQuote, START } from '../../../core/engine/fixture/market.ts'
import { hear } from '../../../core/replica/replica-fixture.ts'
import { fillFact, orderFact } from '../../../core/state/state-fixture.ts'
import { shown, well } from './shown-fixture.ts'

describe('the terminal’s view of an instance', () => {
  it('shows the account as the gateway told it', () => {
    const fill = fillFact('f-1', { volume: 2 })
    const view = shown(well(orderFact(), fill, marketQuote({ last: 5_011 })))
    expect({
      ...view,
      books: view.books.map(({ symbol, last }) => [symbol, last]),
      processes: view.processes.length,
    }).toEqual({
      mode: 'simulated',
      profile: 'default',
      state: 'active',
      cause: 'reconciled',
      reason: '',
      now: START,
      tradingDay: 20_200_821,
      speed: 1,
      ticks: 12,
      ticksPerSecond: 6,
      orders: 3,
      fillCount: 1,
      account: { balance: 5_029_700, available: 1_278_350, dayResult: 29_700, fees: 300 },
      books: [
        ['SHFE.ag2012', 5_011],
        ['DCE.m2101', 5_000],
      ],
      positions: [
        {
          owner: 'alpha',
          symbol: 'SHFE.ag2012',
          longToday: 2,
          longHistory: 0,
          shortToday: 0,
          shortHistory: 0,
          openProfit: 30_000,
        },
      ],
      working: [
        {
          owner: 'alpha',
          symbol: 'SHFE.ag2012',
          side: 'buy',
          offset: 'open',
          kind: 'limit',
          price: '5001',
          filled: 0,
          volume: 2,
          status: 'working',
          cancelling: false,
        },
      ],
      fills: [
        {
          at: START,
          owner: 'alpha',
          symbol: 'SHFE.ag2012',
          side: 'buy',
          offset: 'open',
          price: '5001',
          volume: 2,
          fee: 300,
        },
      ],
      messages: [{ number: 1, at: START, ok: true, text: 'active (reconciled): ' }],
      trouble: [],
      stale: false,
      processes: 4,
      latencies: [],
      stores: [],
    })
  })

  it('says who said it, and how often, unless it is the account’s own word', () => {
    const replica = well()
    const slow = { kind: 'health', at: START, ok: false, saying: asSaid('slow') } as const
    for (const source of ['history', 'history', 'gateway', 'main']) {
      hear(replica, { source, fact: slow })
    }
    expect(shown(replica).messages.map(({ text }) => text)).toEqual([
      'slow',
      'slow',
      'history: slow (2 times)',
      'active (reconciled): ',
    ])
  })

  it('has words of its own among those of the log, which keep their numbers', () => {
    const replica = well()
    const words = new TerminalWords()
    const numbers = (): readonly (readonly [number, string])[] =>
      shown(replica, 10.2, [], words.lines).messages.map(({ number, text }) => [number, text])
    const said = (text: string): void => {
      const fact = { kind: 'health', at: START, ok: true, saying: asSaid(text) } as const
      hear(replica, { source: 'main', fact })
    }
    const own = (text: string): void => words.say({ replica, now: () => START }, text)
    own('link one')
    const before = numbers()
    said('a')
    own('link two')
    own('link three')
    said('b')
    expect([before, numbers(), replica.log.lines.map(({ fact }) => spoken(fact).text)]).toEqual([
      [
        [2, 'link one'],
        [1, 'active (reconciled): '],
      ],
      [
        [6, 'b'],
        [5, 'link three'],
        [4, 'link two'],
        [3, 'a'],
        [2, 'link one'],
        [1, 'active (reconciled): '],
      ],
      ['active (reconciled): ', 'a', 'b'],
    ])
  })

  it('shows the instrument first that a strategy thinks about', () => {
    const replica = well()
    const thought = {
      kind: 'decision',
      at: START,
      owner: 1,
      instrument: 1,
      target: 1,
      why: asSaid(''),
    }
    hear(replica, { source: 'strategy.alpha', fact: thought as never })
    expect(shown(replica).books.map(({ symbol }) => symbol)).toEqual(['DCE.m2101', 'SHFE.ag2012'])
  })
})
