import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { until } from '../../until.ts'
import { DAY, START } from '../../core/engine/fixture/market.ts'
import { arranged } from './arrangement.ts'
import { EVER } from './asker.ts'
import { GatewaySource } from './gateway-source.ts'
import { ALPHA, GATEWAY, historySpec, startedHistory } from './history-fixture.ts'
import { told, walk } from './market-quotes.ts'
import { StrategySource } from './strategy-source.ts'
import { targetFact, trade } from './trades.ts'

describe('what a history keeps', () => {
  it('is every tick, as it was quoted, on its trading day', async () => {
    const { gateway, asker } = await arranged()
    const quotes = walk(2_000)
    for (let from = 0; from < quotes.length; from += 50) {
      gateway.quotes(...quotes.slice(from, from + 50))
    }
    for (const [id, symbol] of ['SHFE.ag2012', 'DCE.m2101'].entries()) {
      const found = await asker.awaited(1_000, { kind: 'ticks', symbol, ...EVER })
      const wanted = told(quotes, id)
      expect(found.map((row) => row)).toMatchObject(wanted)
      expect([found.length, new Set(found.map((row) => row['trading_day']))]).toEqual([
        1_000,
        new Set([DAY]),
      ])
    }
  })

  it('is what became of every order, its fills, and what they led to', async () => {
    const { gateway, asker } = await arranged()
    gateway.tell(targetFact(START, 2))
    trade(gateway, { id: 'a', at: START + 100 })
    trade(gateway, {
      id: 'b',
      at: START + 200,
      side: 'sell',
      offset: 'close',
      lots: 1,
      price: 5_010,
    })
    const events = await asker.awaited(3, { kind: 'order-events', orderId: 'b' })
    expect(events).toMatchObject([
      { ts: START + 200, event_no: 0, owner: 'alpha', status: 'pending', filled: 0 },
      { ts: START + 210, event_no: 1, intent_id: 'b-intent', status: 'working', price: 5_010 },
      { ts: START + 230, event_no: 2, symbol: 'SHFE.ag2012', status: 'filled', filled: 1 },
    ])
    expect(await asker.rows({ kind: 'orders', from: 0 })).toMatchObject([
      { order_id: 'a', status: 'filled', event_no: 2 },
      { order_id: 'b', status: 'filled', event_no: 2 },
    ])
    expect(await asker.rows({ kind: 'fills', ...EVER })).toMatchObject([
      { ts: START + 120, order_id: 'a', fill_id: 'a-fill', volume: 2, commission: 3, side: 'buy' },
      { ts: START + 220, order_id: 'b', fill_id: 'b-fill', volume: 1, commission: 3, side: 'sell' },
    ])
    expect(await asker.rows({ kind: 'positions' })).toMatchObject([
      { owner: 'alpha', symbol: 'SHFE.ag2012', long_today: 1, long_price: 5_000, target: 2 },
    ])
    expect(await asker.rows({ kind: 'account', ...EVER })).toMatchObject([
      { ts: START, balance: 1_000_000, commission: 0 },
      { ts: START + 130, balance: 999_997, commission: 3, close_profit: 0 },
      { ts: START + 230, balance: 1_000_144, commission: 6, close_profit: 150 },
    ])
    expect(await asker.rows({ kind: 'acks', ...EVER })).toMatchObject([
      { ts: START + 100, owner: 'alpha', command_id: 'a-intent', verdict: 'accepted' },
      { ts: START + 200, owner: 'alpha', command_id: 'b-intent', verdict: 'accepted' },
    ])
  })

  it('is what strategies thought, on which tick', async () => {
    const { gateway, alpha, asker } = await arranged()
    const [quote] = walk(1)
    gateway.quotes(quote!)
    await asker.awaited(1, { kind: 'last-ticks', symbol: 'SHFE.ag2012', count: 1 })
    alpha.predicts(quote!.at, [0.25, 0.75])
    alpha.decides(quote!.at, 3)
    alpha.decides(quote!.at, -1)
    const found = await asker.awaited(2, { kind: 'decisions', owner: 'alpha', ...EVER })
    expect(found).toMatchObject([
      {
        symbol: 'SHFE.ag2012',
        epoch: 5,
        event_no: 0,
        tick_ts: quote!.at,
        tick_feed_seq: 0,
        features: [0.5, -1],
        probabilities: [0.25, 0.75],
        target: 3,
        reason: 'wants 3',
      },
      { event_no: 1, target: -1, probabilities: [] },
    ])
    expect(await asker.rows({ kind: 'signals', owner: 'alpha', ...EVER })).toMatchObject([
      { kind: 'prediction', epoch: 5, value: 0.5, detail: '0.25 0.75' },
    ])
  })

  it('waits for the names of the gateway where a strategy speaks first', async () => {
    const hub = createMemoryHub()
    const alpha = await StrategySource.open(hub.bus(), ALPHA)
    const { asker, ears, figure } = await startedHistory(historySpec(), hub)
    await until(() => alpha.writer.seqs()['snapshot'] !== undefined)
    alpha.decides(START, 4)
    const before = ears.of('beat').length
    await until(() => ears.of('beat').length > before + 1)
    expect(ears.note).toBe('waits for the gateway')
    await GatewaySource.open(hub.bus(), { doors: GATEWAY })
    const found = await asker.awaited(1, { kind: 'decisions', owner: 'alpha', ...EVER })
    expect([found, figure('facts.unnamed')]).toMatchObject([[{ target: 4 }], 0])
  })

  it('is the bars of a minute that its ticks make', async () => {
    const { gateway, asker } = await arranged()
    const quotes = walk(2_000)
    gateway.quotes(...quotes)
    const symbol = 'DCE.m2101'
    const length = 60_000_000
    await asker.awaited(1_000, { kind: 'ticks', symbol, ...EVER })
    const made = await asker.rows({ kind: 'bars', symbol, ...EVER, length })
    const stored = await asker.awaited(made.length - 2, {
      kind: 'stored-bars',
      symbol,
      ...EVER,
      length,
    })
    // Nobody can tell whether its first minute was seen from the beginning, and the last still
    // grows.
    expect(stored).toEqual(made.slice(1, -1))
  })
})

describe('a history', () => {
  it('tells who asks that it is there, and of itself with every beat', async () => {
    const { gateway, ears, figure } = await arranged()
    ears.command({ kind: 'SnapshotRequest', instruments: [] })
    await until(() => ears.of('snapshot').length > 0)
    const { requester, facts } = ears.of('snapshot')[0]!
    expect([requester, facts]).toMatchObject(['main', [{ kind: 'hello', mode: 'simulated' }]])
    gateway.quotes(...walk(300))
    await until(() => figure('outbox.sent') >= 300 && figure('outbox.rows') === 0)
    expect(ears.of('beat').at(-1)).toMatchObject({
      ready: true,
      notes: [],
      figures: {
        'outbox.refused': 0,
        'outbox.lost': 0,
        'outbox.poisoned': 0,
        'outbox.bytes': 0,
        'outbox.age_ms': 0,
        'follow.gaps': 0,
        'facts.unnamed': 0,
        'ticks.held': 0,
        'ticks.undated': 0,
        'orders.held': 0,
      },
    })
  })

  it('drains before it leaves', async () => {
    const { gateway, ears, station, lines } = await arranged()
    gateway.quotes(...walk(3_000))
    trade(gateway, { id: 'a', at: START + 100 })
    await until(() => ears.of('beat').length > 0)
    ears.command({ kind: 'Quit', reason: 'enough' })
    expect([await station.ended, lines.at(-1)]).toEqual([0, 'leaving: enough'])
    const again = await startedHistory(station.spec as never)
    const { asker } = again
    const counts = await asker.rows({ kind: 'coverage', ...EVER })
    expect(counts).toMatchObject([{ ticks: 1_500 }, { ticks: 1_500 }])
    expect(await asker.rows({ kind: 'orders', from: 0 })).toMatchObject([{ status: 'filled' }])
  })
})
