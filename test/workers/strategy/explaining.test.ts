import { expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { SILVER } from '../../core/engine/fixture/market.ts'
import { quoteWalk } from '../../core/engine/features/quote-walk.ts'
import { until } from '../../until.ts'
import { GatewayPeer } from './gateway-peer.ts'
import { Ears, startedStrategy, strategySpec } from './strategy-fixture.ts'

it('explains its newest decision once a window looks, also to those who come late', async () => {
  const hub = createMemoryHub()
  const gateway = await GatewayPeer.open(hub)
  const walk = quoteWalk(SILVER, 200)
  gateway.earlier(...walk.slice(0, 100))
  const { told } = await startedStrategy(strategySpec(), { hub })
  await until(() => told.ready)
  for (const quote of walk.slice(100)) gateway.quote(quote)
  await until(() => told.of('decision').length > 5)
  const before = told.of('attribution').length
  await until(() => {
    told.command({ kind: 'Beat', windows: 2 })
    return told.of('attribution').length > 0
  })
  const { at, quoteAt, label, base, values, pushes } = told.of('attribution')[0]!
  const decision = told.of('decision').find((each) => each.at === at)!
  const signal = told.of('signal').find((each) => each.at === at)!
  expect([before, quoteAt, label, base]).toEqual([0, at, '', decision.target])
  expect([values, pushes.filter(Number.isFinite).length]).toEqual([signal.features, 3])
  const late = new Ears(hub, strategySpec().doors)
  await until(() => late.connected)
  late.command({ kind: 'SnapshotRequest', instruments: [] })
  await until(() => late.of('snapshot').length > 0)
  expect(late.of('snapshot')[0]!.facts.some(({ kind }) => kind === 'attribution')).toBe(true)
})
