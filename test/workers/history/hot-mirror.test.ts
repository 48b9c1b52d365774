import { describe, expect, it } from 'vitest'
import type { Fact, SnapshotFact } from '../../../src/core/contracts/index.ts'
import { asSaid } from '../../../src/core/contracts/index.ts'
import type { Fen, Lots, SenderId, Ticks } from '../../../src/core/domain/index.ts'
import { accountOf, apply, createState, positionOf } from '../../../src/core/state/index.ts'
import { HotMirror } from '../../../workers/history/hot-mirror.ts'
import {
  ALPHA,
  DAY,
  INSTRUMENTS,
  marketQuote,
  NEXT_DAY,
  OWNERS,
  START,
} from '../../core/engine/fixture/market.ts'
import { AWAY, DoubtfulHotStore } from './doubtful-hot-store.ts'
import { orderFact, orderOf, targetFact } from './trades.ts'

const ORDER = orderOf({ id: 'a', at: START })
const FILL: Fact = {
  kind: 'fill',
  fill: { ...ORDER, id: 'f', order: ORDER.id, price: 5_000 as Ticks, at: START },
  fee: 300 as Fen,
  closedToday: 0 as Lots,
  venueSeq: 1,
}

function mirroring() {
  const hot = new DoubtfulHotStore()
  const state = createState()
  apply(state, { kind: 'hello', mode: 'simulated', profile: 'default', tradingDay: DAY })
  apply(state, { kind: 'directory', instruments: INSTRUMENTS, owners: OWNERS })
  state.money.staticBalance = 100_000_000 as Fen
  const mirror = new HotMirror(hot.store, state)
  const tell = (...facts: readonly Fact[]): void => {
    for (const fact of facts) {
      apply(state, fact)
      mirror.fact(fact)
    }
  }
  return { hot, state, mirror, tell }
}

function snapshot(): SnapshotFact {
  return { kind: 'snapshot', requester: 'history' as SenderId, facts: [], seqs: {} }
}

describe('the hot state', () => {
  it('is the latest of quotes, orders, positions and the account, as other programs read it', async () => {
    const { hot, state, mirror, tell } = mirroring()
    tell(
      marketQuote({ at: START }),
      marketQuote({ at: START + 1, last: 5_001 }),
      orderFact(ORDER, START + 1, { status: 'working' }),
      FILL,
      targetFact(START, 2),
      orderFact(ORDER, START + 2, { status: 'filled', filled: 2 as Lots }),
    )
    tell({ kind: 'account', account: accountOf(state, START) })
    expect(await mirror.flush()).toBeUndefined()
    expect(hot.content).toMatchObject({
      'quote:SHFE.ag2012': {
        symbol: 'SHFE.ag2012',
        at: START + 1,
        last: 5_001,
        openInterest: null,
        bidPrices: [5_000, null, null, null, null],
      },
      'order:a': { id: 'a', owner: 'alpha', symbol: 'SHFE.ag2012', limit: 5_000, status: 'filled' },
      'position:alpha:SHFE.ag2012': { net: 2, long: 2, short: 0, longToday: 2, target: 2 },
      'account:account': { tradingDay: DAY, fees: 3, closeProfit: 0 },
    })
    expect(hot.told).toEqual([
      {
        mode: 'simulated',
        kind: 'fill',
        id: 'f',
        order: 'a',
        owner: 'alpha',
        symbol: 'SHFE.ag2012',
        side: 'buy',
        offset: 'open',
        price: 5_000,
        volume: 2,
        at: START,
        fee: 3,
      },
    ])
  })

  it('is written once for all that changed, and only where something did', async () => {
    const { hot, mirror, tell } = mirroring()
    await mirror.flush()
    for (let at = 0; at < 100; at++) tell(marketQuote({ at: START + at }))
    await mirror.flush()
    await mirror.flush()
    tell(marketQuote({ instrument: 1 }))
    await mirror.flush()
    expect(hot.batches.map((batch) => batch.map(({ id }) => id))).toEqual([
      ['SHFE.ag2012'],
      ['DCE.m2101'],
    ])
  })

  it('tells of every change of the trading state', async () => {
    const { hot, mirror, tell } = mirroring()
    const halted = { kind: 'state', at: START, state: 'halted', cause: 'person' } as const
    tell({ ...halted, reason: asSaid('enough'), person: 'ann' })
    await mirror.flush()
    expect(hot.told).toEqual([
      { mode: 'simulated', kind: 'state', state: 'halted', cause: 'person', reason: 'enough' },
    ])
  })

  it('is written anew, all of it, when the store is back; news are told once and in order', async () => {
    const { hot, mirror, tell } = mirroring()
    tell(marketQuote(), orderFact(ORDER, START))
    await mirror.flush()
    hot.isAway = true
    tell(FILL)
    expect(await mirror.flush()).toEqual(AWAY)
    tell({ ...FILL, fill: { ...FILL.fill, id: 'g' } }, marketQuote({ instrument: 1 }))
    // As a store that was started again.
    hot.entries.clear()
    hot.isAway = false
    hot.tells = 1
    await mirror.end()
    hot.tells = Infinity
    await mirror.end()
    expect(hot.keys).toEqual([
      'order:a',
      'position:alpha:SHFE.ag2012',
      'quote:DCE.m2101',
      'quote:SHFE.ag2012',
    ])
    expect(hot.told).toMatchObject([{ id: 'f' }, { id: 'g' }])
  })

  it('rests after a failure before it tries again', async () => {
    const { hot, mirror, tell } = mirroring()
    await mirror.flush()
    hot.isAway = true
    tell(marketQuote())
    for (let count = 0; count < 40; count++) await mirror.flush()
    expect(hot.batches.length).toBe(4)
  })

  it('lets go of the orders of a day that is over, and keeps what works', async () => {
    const { hot, mirror, tell } = mirroring()
    const other = orderOf({ id: 'b', at: START })
    tell(orderFact(ORDER, START, { status: 'cancelled' }), orderFact(other, START))
    await mirror.flush()
    tell({
      kind: 'settlement',
      at: START,
      tradingDay: DAY,
      nextTradingDay: NEXT_DAY,
      prices: [],
      expired: [],
      venueSeq: 2,
    })
    await mirror.flush()
    expect(hot.keys).toEqual(['order:b'])
  })

  it('lets go of what a snapshot does not know any more', async () => {
    const { hot, state, mirror, tell } = mirroring()
    tell(orderFact(ORDER, START))
    await mirror.flush()
    state.orders.clear()
    mirror.fact(snapshot())
    await mirror.flush()
    expect(hot.keys).toEqual([])
  })

  it('begins without what an earlier life left, as soon as the store is there', async () => {
    const { hot, mirror, tell } = mirroring()
    hot.entries.set('ghtrader:simulated:default:order:old', '{}')
    hot.isAway = true
    expect(await mirror.flush()).toEqual(AWAY)
    hot.isAway = false
    tell(marketQuote())
    await mirror.end()
    expect(hot.keys).toEqual(['quote:SHFE.ag2012'])
  })

  it('has the last changes at the end, though it was being written', async () => {
    const { hot, state, mirror, tell } = mirroring()
    let goOn = (): void => undefined
    hot.held = new Promise((resolve) => {
      goOn = resolve
    })
    tell(marketQuote({ last: 5_001 }))
    void mirror.flush()
    await Promise.resolve()
    tell(marketQuote({ last: 5_002 }), FILL)
    const ended = mirror.end()
    goOn()
    await ended
    expect(hot.content['quote:SHFE.ag2012']).toMatchObject({ last: 5_002 })
    expect(positionOf(state, ALPHA, INSTRUMENTS[0].id)).toMatchObject({ longToday: { lots: 2 } })
    expect(hot.keys).toContain('position:alpha:SHFE.ag2012')
  })
})
