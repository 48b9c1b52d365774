import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { StrategySpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Micros, Quote } from '../../../src/core/domain/index.ts'
import { createFeatures } from '../../../src/core/engine/features/index.ts'
import { INSTRUMENTS, OWNERS, SILVER, START } from '../../core/engine/fixture/market.ts'
import { quoteWalk } from '../../core/engine/features/quote-walk.ts'
import { until } from '../../until.ts'
import { GatewayPeer } from './gateway-peer.ts'
import { startedStrategy, strategySpec } from './strategy-fixture.ts'

const WALK: readonly Quote[] = quoteWalk(SILVER, 600).map((quote, index) => ({
  ...quote,
  at: (START + index * 1_000) as Micros,
}))

async function following(spec: StrategySpec = strategySpec()) {
  const hub = createMemoryHub()
  const gateway = await GatewayPeer.open(hub)
  const strategy = await startedStrategy(spec, { hub })
  await until(() => strategy.told.ready)
  for (const quote of WALK.slice(0, 100)) gateway.quote(quote)
  await until(() => gateway.targets.length > 2)
  await until(() => strategy.station.heart.figures['ticks'] === 100)
  return { gateway, ...strategy }
}

describe('a strategy that lost words of its gateway', () => {
  it('decides nothing until it knows how things stand, then goes on with whole features', async () => {
    const { gateway, told } = await following()
    gateway.answersSnapshots = false
    gateway.losing(() => gateway.quote(...WALK.slice(100, 103)))
    const targets = gateway.targets.length
    for (const quote of WALK.slice(103, 200)) gateway.quote(quote)
    await until(() => gateway.asked.filter(({ kind }) => kind === 'SnapshotRequest').length > 2)
    const during = [gateway.targets.length - targets, told.ready, told.note]
    gateway.answersSnapshots = true
    await until(() => told.ready)
    for (const quote of WALK.slice(200, 300)) gateway.quote(quote)
    await until(() => gateway.targets.length > targets + 2)
    const features = createFeatures(SILVER)
    const expected = new Map<Micros, readonly number[]>()
    for (const quote of WALK.slice(0, 300)) {
      features.update(quote)
      expected.set(quote.at, Array.from(features.values))
    }
    expect(during).toEqual([0, false, 'missed words of gateway'])
    const later = told.of('signal').filter(({ at }) => at >= WALK[200]!.at)
    expect(later.length).toBeGreaterThan(2)
    for (const signal of later) expect(signal.features).toEqual(expected.get(signal.at))
    expect(told.health).toEqual([
      'ill: missed words of gateway: decides nothing until it knows how things stand',
      'well: follows the gateway again',
    ])
  })

  it('learns from a beat that the last word was lost', async () => {
    const { gateway, told } = await following()
    gateway.losing(() => gateway.quote(WALK[100]!))
    gateway.beat()
    await until(() => told.health.length === 2)
    await until(() => told.ready)
    expect(gateway.asked.filter(({ kind }) => kind === 'WarmUpRequest')).toHaveLength(2)
  })

  it('asks for the last quotes of its own instruments only, once it knows them', async () => {
    const { gateway, told } = await following()
    gateway.losing(() => gateway.quote(WALK[100]!))
    gateway.beat()
    await until(() => told.health.length === 2)
    const asked = gateway.asked.flatMap((each) =>
      each.kind === 'SnapshotRequest' ? [each.instruments] : [],
    )
    expect([asked[0], asked.at(-1)]).toEqual([[], [0]])
  })
})

describe('a strategy whose gateway dies', () => {
  it('sends nothing more to the dead one, and goes on with the next life', async () => {
    const { gateway, told, hub } = await following()
    const before = gateway.targets.length
    await gateway.kill()
    const next = await GatewayPeer.open(hub, 4)
    next.earlier(...WALK.slice(0, 100))
    next.live()
    await until(() => told.health.length === 2)
    await until(() => told.ready)
    for (const quote of WALK.slice(100, 200)) next.quote(quote)
    await until(() => next.targets.length > 2)
    const numbers = next.targets.map(({ id }) => Number.parseInt(id.split('-')[2]!, 36))
    expect(new Set(next.targets.map(({ epoch }) => epoch))).toEqual(new Set([4]))
    expect(Math.min(...numbers)).toBeGreaterThan(before)
    expect(told.health[0]).toBe(
      'ill: gateway begins another life: decides nothing until it knows how things stand',
    )
  })

  it('tells the next life what the last one did not answer', async () => {
    const { gateway, told, hub, station } = await following()
    gateway.outcome = undefined
    let said = 100
    const before = gateway.targets.length
    while (gateway.targets.length === before) {
      gateway.quote(WALK[said++]!)
      await until(() => station.heart.figures['ticks'] === said)
    }
    await gateway.kill()
    const next = await GatewayPeer.open(hub, 4)
    next.earlier(...WALK.slice(0, said))
    next.live()
    await until(() => told.health.length === 2 && told.ready)
    next.quote(WALK[said]!)
    await until(() => next.targets.length > 0)
    expect(next.targets[0]!.target).toBe(gateway.targets.at(-1)!.target)
    expect(next.targets[0]!.decidedOn).toBe(WALK[said]!.at)
  })

  it('begins anew where the market is another one now', async () => {
    const { gateway, station, hub } = await following()
    await gateway.kill()
    const next = await GatewayPeer.open(hub, 4)
    const [silver, meal] = INSTRUMENTS
    const instruments = [{ ...silver, tickSize: 2 }, meal]
    next.directory = { kind: 'directory', instruments, owners: OWNERS }
    next.live()
    expect(await station.ended).toBe(1)
  })
})
