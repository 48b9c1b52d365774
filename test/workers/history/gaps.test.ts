import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { Instrument, InstrumentId, Symbol } from '../../../src/core/domain/index.ts'
import { until } from '../../until.ts'
import { marketQuote, SILVER, START } from '../../core/engine/fixture/market.ts'
import { arranged } from './arrangement.ts'
import { EVER } from './asker.ts'
import { GatewaySource } from './gateway-source.ts'
import { GATEWAY, historySpec, startedHistory } from './history-fixture.ts'
import { told, walk } from './market-quotes.ts'
import { orderFact, orderOf, targetFact, trade } from './trades.ts'

const SILVERS = { kind: 'ticks', symbol: 'SHFE.ag2012', ...EVER } as const

describe('a history that misses something', () => {
  it('fetches the ticks from the gateway, and writes none twice', async () => {
    const { gateway, asker, figure } = await arranged()
    const quotes = walk(3_000)
    gateway.quotes(...quotes.slice(0, 1_000))
    gateway.losing(() => gateway.quotes(...quotes.slice(1_000, 2_000)))
    gateway.quotes(...quotes.slice(2_000))
    const found = await asker.awaited(1_500, SILVERS)
    expect(found).toMatchObject(told(quotes, 0))
    await until(() => figure('follow.gaps') === 1 && figure('ticks.held') === 0)
    expect(figure('ticks.undated')).toBe(0)
  })

  it('asks for nothing where nothing is missing', async () => {
    const { gateway, asker, figure } = await arranged()
    gateway.quotes(...walk(10))
    await asker.awaited(5, SILVERS)
    const before = gateway.asked.filter(({ kind }) => kind === 'WarmUpRequest').length
    gateway.losing(() => gateway.tell(targetFact(START, 1)))
    await until(() => figure('follow.gaps') === 1)
    await asker.awaited(1, { kind: 'positions' })
    expect(gateway.asked.filter(({ kind }) => kind === 'WarmUpRequest')).toHaveLength(before)
  })

  it('catches up with a gateway that has quoted more contracts than it answers for at once', async () => {
    const instruments = Array.from({ length: 100 }, (_, id): Instrument => {
      return { ...SILVER, id: id as InstrumentId, symbol: `SHFE.ag${1000 + id}` as Symbol }
    })
    const hub = createMemoryHub()
    const gateway = await GatewaySource.open(hub.bus(), { doors: GATEWAY, instruments })
    gateway.quotes(...instruments.map(({ id }) => marketQuote({ instrument: id })))
    const { asker } = await startedHistory(historySpec(), hub)
    expect(await asker.awaited(100, { kind: 'coverage', ...EVER })).toHaveLength(100)
  })

  it('takes what it has where the gateway does not tell of earlier', async () => {
    const { gateway, asker, figure } = await arranged()
    const quotes = walk(40)
    gateway.quotes(...quotes.slice(0, 10))
    await asker.awaited(5, SILVERS)
    gateway.answersWarmUps = false
    gateway.losing(() => gateway.quotes(...quotes.slice(10, 20)))
    await until(() => figure('follow.gaps') === 1 && figure('ticks.held') === 2)
    gateway.quotes(...quotes.slice(20))
    // The last one that was lost is in the snapshot.
    const found = await asker.awaited(16, SILVERS)
    const kept = [...quotes.slice(0, 10), ...quotes.slice(18)]
    expect(found).toMatchObject(told(kept, 0))
  })

  it('knows of orders how they stand, and tells no event of them twice', async () => {
    const { gateway, asker, figure } = await arranged()
    const order = orderOf({ id: 'a', at: START })
    gateway.tell(orderFact(order, START), orderFact(order, START + 1, { status: 'working' }))
    gateway.losing(() => gateway.tell(orderFact(order, START + 2, { cancelling: true })))
    await until(() => figure('follow.gaps') === 1)
    gateway.tell(orderFact(order, START + 3, { status: 'cancelled', reason: 'by hand' }))
    const events = await asker.awaited(4, { kind: 'order-events', orderId: 'a' })
    expect(events).toMatchObject([
      { event_no: 0, ts: START, status: 'pending' },
      { event_no: 1, ts: START + 1, status: 'working' },
      { event_no: 2, ts: START + 2, status: 'pending' },
      { event_no: 3, ts: START + 3, status: 'cancelled', note: 'by hand' },
    ])
  })

  it('learns that a target was withdrawn, as of when it hears of it', async () => {
    const { gateway, asker } = await arranged()
    trade(gateway, { id: 'a', at: START })
    gateway.tell(targetFact(START + 100, 2))
    expect(await asker.awaited(1, { kind: 'positions' })).toMatchObject([{ target: 2 }])
    gateway.losing(() => gateway.tell(targetFact(START + 200, NaN)))
    gateway.tell(marketQuote({ at: START + 300 }))
    await until(async () => Number.isNaN((await asker.rows({ kind: 'positions' }))[0]!['target']))
    expect(await asker.rows({ kind: 'positions' })).toMatchObject([
      { long_today: 2, ts: expect.any(Number) as number },
    ])
  })
})

describe('a history whose gateway begins another life', () => {
  it('goes on with the new one', async () => {
    const { hub, gateway, asker } = await arranged()
    const quotes = walk(100)
    gateway.quotes(...quotes.slice(0, 50))
    trade(gateway, { id: 'a', at: START })
    await asker.awaited(25, SILVERS)
    await gateway.kill()
    const next = await GatewaySource.open(hub.bus(), { doors: GATEWAY, epoch: 4 })
    // Its books tell what it did before.
    for (const [id, order] of gateway.state.orders) next.state.orders.set(id, order)
    next.quotes(...quotes.slice(50))
    expect(await asker.awaited(50, SILVERS)).toMatchObject(told(quotes, 0))
    trade(next, { id: 'b', at: START + 1_000 })
    expect(await asker.awaited(2, { kind: 'orders', from: 0 })).toMatchObject([
      { order_id: 'a', event_no: 2, status: 'filled' },
      { order_id: 'b', event_no: 2, status: 'filled' },
    ])
    expect(await asker.rows({ kind: 'order-events', orderId: 'a' })).toHaveLength(3)
  })
})

describe('a history that begins anew', () => {
  it('has what was told while it was away, and nothing twice', async () => {
    const { gateway, again } = await arranged()
    const quotes = walk(4_000)
    gateway.quotes(...quotes.slice(0, 1_500))
    trade(gateway, { id: 'a', at: START })
    gateway.tell(targetFact(START + 50, 2))
    const order = orderOf({ id: 'b', at: START + 60 })
    gateway.tell(orderFact(order, START + 60))
    const { asker, figure } = await again(() => {
      gateway.quotes(...quotes.slice(1_500, 3_000))
      gateway.tell(orderFact(order, START + 70, { status: 'working' }))
    })
    gateway.quotes(...quotes.slice(3_000))
    gateway.tell(orderFact(order, START + 80, { status: 'cancelled' }))

    expect(await asker.awaited(2_000, SILVERS)).toMatchObject(told(quotes, 0))
    expect(await asker.awaited(3, { kind: 'order-events', orderId: 'b' })).toMatchObject([
      { event_no: 0, ts: START + 60, status: 'pending' },
      { event_no: 1, ts: START + 70, status: 'working' },
      { event_no: 2, ts: START + 80, status: 'cancelled' },
    ])
    expect(await asker.rows({ kind: 'order-events', orderId: 'a' })).toHaveLength(3)
    expect(await asker.rows({ kind: 'fills', ...EVER })).toHaveLength(1)
    // What stands is told as of the snapshot, with its target, and not as of when that was given.
    expect(await asker.rows({ kind: 'positions' })).toMatchObject([
      { ts: quotes[2_999]!.at, long_today: 2, target: 2 },
    ])
    await until(() => figure('orders.held') === 0)
    expect(figure('ticks.undated')).toBe(0)
  })

  it('makes the bar of a minute whole that it left in the middle', async () => {
    const { gateway, again } = await arranged()
    const quotes = walk(1_440)
    gateway.quotes(...quotes.slice(0, 700))
    const { asker } = await again(() => gateway.quotes(...quotes.slice(700, 740)))
    gateway.quotes(...quotes.slice(740))
    await asker.awaited(720, SILVERS)
    const asked = { symbol: 'SHFE.ag2012', ...EVER, length: 60_000_000 } as const
    const made = await asker.rows({ kind: 'bars', ...asked })
    const stored = () => asker.rows({ kind: 'stored-bars', ...asked })
    await expect.poll(stored, { timeout: 20_000 }).toEqual(made.slice(1, -1))
  })

  it('counts what fills of the same day cost before', async () => {
    const { gateway, again } = await arranged()
    gateway.quotes(...walk(4))
    trade(gateway, { id: 'a', at: START })
    const { asker, figure } = await again()
    await until(() => figure('orders.held') === 0)
    trade(gateway, { id: 'b', at: START + 1_000 })
    gateway.settle(START + 5_000)
    expect(await asker.awaited(2, { kind: 'settlements', ...EVER })).toMatchObject([
      { owner: '', commission: 6 },
      { owner: 'alpha', symbol: 'SHFE.ag2012', long_lots: 4, commission: 6 },
    ])
  })
})
