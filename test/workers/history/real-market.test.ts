import { expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { exchangeSpec, startedExchange } from '../exchange/exchange-fixture.ts'
import { gatewaySpec, startedGateway } from '../gateway/gateway-fixture.ts'
import { EAGER, Ears, startedStrategy, strategySpec } from '../strategy/strategy-fixture.ts'
import { EVER } from './asker.ts'
import { GATEWAY, historySpec, startedHistory } from './history-fixture.ts'

it('keeps all that a real gateway and a real strategy do on the built-in market', async () => {
  const hub = createMemoryHub()
  const data = temporaryFolder()
  const spec = gatewaySpec(data)
  const history = await startedHistory(historySpec({ folder: spec.folder }), hub)
  const said = new Ears(hub, GATEWAY)
  await startedExchange(exchangeSpec(spec.folder), { hub })
  const gateway = await startedGateway(spec, { hub })
  await until(() => said.connected)
  const setting = { id: 'alpha', kind: 'imbalance' as const, instruments: ['SIM.cu'] }
  const alpha = await startedStrategy(
    strategySpec({ setting: { ...setting, parameters: EAGER, model: undefined } }),
    { hub },
  )
  await until(() => said.of('fill').length >= 5)
  await alpha.station.quit('enough')
  await gateway.station.quit('enough')
  const ticks = said.of('quote')
  const symbols = said.of('directory')[0]!.instruments.map(({ symbol }) => symbol)
  const coverage = symbols.map((symbol, id) => ({
    symbol,
    ticks: ticks.filter(({ instrument }) => instrument === id).length,
  }))
  const { asker, figure } = history
  const asked = { kind: 'ticks', symbol: 'SIM.cu', ...EVER } as const
  await asker.awaited(
    ticks.filter(({ instrument }) => symbols[instrument] === 'SIM.cu').length,
    asked,
  )
  await until(() => figure('outbox.rows') === 0 && figure('orders.held') === 0)
  expect(await asker.rows({ kind: 'coverage', ...EVER })).toMatchObject(
    coverage.toSorted((one, other) => (one.symbol < other.symbol ? -1 : 1)),
  )
  const orders = new Map(said.of('order').map(({ order }) => [order.id, order]))
  for (const [id, order] of orders) {
    const events = await asker.rows({ kind: 'order-events', orderId: id })
    const { status, filled, updatedAt: ts } = order
    expect(events.at(-1)).toMatchObject({ status, filled, ts })
    const told = said.of('order').filter((fact) => fact.order.id === id)
    expect(events.length).toBeLessThanOrEqual(told.length)
    expect(events.map((row) => row['event_no'])).toEqual(events.map((_, number) => number))
  }
  expect(await asker.awaited(orders.size, { kind: 'orders', from: 0 })).toHaveLength(orders.size)
  const fills = await asker.awaited(said.of('fill').length, { kind: 'fills', ...EVER })
  const ids = said.of('fill').map(({ fill }) => fill.id)
  expect([fills.length, new Set(fills.map((row) => row['fill_id']))]).toEqual([
    ids.length,
    new Set(ids),
  ])
  const targets = alpha.told.of('decision').map(({ target }) => target)
  const thoughts = { kind: 'decisions', owner: 'alpha', ...EVER } as const
  const decisions = await asker.awaited(targets.length, thoughts)
  expect(decisions.map((row) => row['target'])).toEqual(targets)
  const known = decisions.filter((row) => !Number.isNaN(row['tick_feed_seq']))
  expect(known.length).toBeGreaterThan(0)
  expect(figure('facts.unnamed')).toBe(0)
})
