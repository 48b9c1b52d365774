import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { Quote } from '../../../src/core/domain/index.ts'
import { SILVER } from '../../core/engine/fixture/market.ts'
import { quoteWalk } from '../../core/engine/features/quote-walk.ts'
import { until } from '../../until.ts'
import { GatewayPeer } from './gateway-peer.ts'
import { startedStrategy, strategySpec } from './strategy-fixture.ts'

const WALK: readonly Quote[] = quoteWalk(SILVER, 400)

async function following(earlier = WALK.slice(0, 100), spec = strategySpec()) {
  const hub = createMemoryHub()
  const gateway = await GatewayPeer.open(hub)
  gateway.earlier(...earlier)
  const strategy = await startedStrategy(spec, { hub })
  await until(() => strategy.told.ready)
  return { gateway, ...strategy }
}

describe('a strategy in a process of its own', () => {
  it('sends targets for the life of the gateway that it follows', async () => {
    const { gateway } = await following()
    for (const quote of WALK.slice(100, 160)) gateway.quote(quote)
    await until(() => gateway.targets.length >= 3)
    expect(gateway.targets[0]).toEqual({
      kind: 'TargetPosition',
      id: 'alpha-3-1',
      sender: 'alpha',
      epoch: 3,
      validUntil: expect.any(Number),
      owner: 1,
      instrument: 0,
      target: expect.any(Number),
      style: 'cross',
      decidedOn: expect.any(Number),
    })
  })
})
