import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import type { Lots, Micros, Quote } from '../../../src/core/domain/index.ts'
import { EMPTY_BUCKET, ok } from '../../../src/core/domain/index.ts'
import { createFeatures } from '../../../src/core/engine/features/index.ts'
import { ALPHA, SILVER, START } from '../../core/engine/fixture/market.ts'
import { quoteWalk } from '../../core/engine/features/quote-walk.ts'
import type { Station } from '../../../src/adapters/station/index.ts'
import { until } from '../../until.ts'
import { GatewayPeer } from './gateway-peer.ts'
import { ScriptedModel, modelSpec, startedStrategy, strategySpec } from './strategy-fixture.ts'
import { noted } from '../../noted.ts'

/**
 * A millisecond apart: a test says them faster than a market would, and answers take their time.
 */
const WALK: readonly Quote[] = quoteWalk(SILVER, 400).map((quote, index) => ({
  ...quote,
  at: (START + index * 1_000) as Micros,
}))

/** What features a follower of the whole walk has at each of its stamps. */
function featuresAt(quotes: readonly Quote[]): ReadonlyMap<Micros, readonly number[]> {
  const features = createFeatures(SILVER)
  return new Map(
    quotes.map((quote) => {
      features.update(quote)
      return [quote.at, Array.from(features.values)]
    }),
  )
}

async function following(spec = strategySpec(), around: { model?: ScriptedModel } = {}) {
  const hub = createMemoryHub()
  const gateway = await GatewayPeer.open(hub)
  gateway.earlier(...WALK.slice(0, 100))
  const strategy = await startedStrategy(spec, { hub, ...around })
  await until(() => strategy.told.ready)
  const { heart } = strategy.station
  let next = 100
  let at = WALK[next]!.at as number
  /** Says the walk on, each quote so many µs after the last, until a beat shows that it is so. */
  const said = async (condition: (beat: Station['heart']) => boolean, apart = 1_000) => {
    while (!condition(heart)) {
      at += apart
      gateway.quote({ ...WALK[next++ % WALK.length]!, at: at as Micros })
      await until(() => heart.figures['ticks'] === next - 100)
    }
    return { ...heart.figures }
  }
  return { gateway, said, ...strategy }
}

describe('a strategy in real time', () => {
  it('sends what it wants to the life of the gateway that it follows', async () => {
    const { gateway, told } = await following()
    for (const quote of WALK.slice(100, 200)) gateway.quote(quote)
    // Targets leave at once, and what is thought of them is told when the turn ends.
    await until(() => {
      const count = told.of('decision').length
      return count > 5 && count === gateway.targets.length
    })
    const decisions = told.of('decision')
    const { validUntil, saidAt: _, stages: __, ...first } = gateway.targets[0]!
    expect(first).toEqual({
      kind: 'TargetPosition',
      id: 'alpha-3-1',
      sender: 'alpha',
      epoch: 3,
      owner: 1,
      instrument: 0,
      target: decisions[0]?.target,
      style: 'cross',
      decidedOn: decisions[0]?.at,
    })
    expect(validUntil).toBeGreaterThanOrEqual(first.decidedOn + 1_000_000)
    expect(gateway.targets.map(({ decidedOn }) => decidedOn)).toEqual(decisions.map(({ at }) => at))
  })

  it('tells with its target where the time went since the quote was said', async () => {
    const { gateway } = await following()
    const begun = SYSTEM_CLOCK.monotonic()
    for (const quote of WALK.slice(100, 200)) gateway.quote(quote)
    await until(() => gateway.targets.length > 0)
    const { saidAt, stages } = gateway.targets[0]!
    const [out, features, model, decide] = stages as [number, number, number, number]
    expect([saidAt >= begun, stages.map(Number.isSafeInteger), model]).toEqual([
      true,
      [true, true, false, true],
      NaN,
    ])
    expect(saidAt + out + features + decide).toBeLessThanOrEqual(SYSTEM_CLOCK.monotonic())
  })

  it('asks for earlier quotes, and sees features as if it had followed from the first', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub)
    gateway.answersWarmUps = false
    gateway.earlier(...WALK.slice(0, 100))
    const { told } = await startedStrategy(strategySpec(), { hub })
    await until(() => gateway.asked.some(({ kind }) => kind === 'WarmUpRequest'))
    const request = gateway.asked.at(-1)!
    gateway.quote(...WALK.slice(100, 110))
    gateway.answerWarmUp(request.sender, SILVER.id)
    gateway.quote(...WALK.slice(110, 120))
    await until(() => told.ready)
    for (const quote of WALK.slice(120)) gateway.quote(quote)
    await until(() => told.of('signal').length > 5)
    const expected = featuresAt(WALK)
    for (const { at, features } of told.of('signal')) expect(features).toEqual(expected.get(at))
    expect(request).toMatchObject({ kind: 'WarmUpRequest', instrument: 0, count: 3_000, epoch: 3 })
    expect(told.of('signal')[0]!.at).toBeGreaterThanOrEqual(WALK[120]!.at)
  })

  it('asks again for earlier quotes that do not come', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub)
    gateway.answersWarmUps = false
    const { told } = await startedStrategy(strategySpec(), { hub })
    await until(() => gateway.asked.filter(({ kind }) => kind === 'WarmUpRequest').length > 1)
    const before = told.ready
    gateway.answersWarmUps = true
    await until(() => told.ready)
    expect([
      before,
      told.of('beat').some((beat) => noted(beat) === 'reads earlier quotes'),
    ]).toEqual([false, true])
  })

  it.each([
    ['the target that stands', 2, 2],
    ['what it holds, where no target stands', undefined, 1],
  ])('goes on from %s', async (_, target, held) => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub)
    const about = { owner: ALPHA, instrument: SILVER.id }
    const long = { lots: 1 as Lots, cost: 5_000 }
    const none = { longHistory: EMPTY_BUCKET, shortToday: EMPTY_BUCKET, shortHistory: EMPTY_BUCKET }
    const position = { ...about, ...none, longToday: long }
    const head = { kind: 'target', at: gateway.now, intent: 'i', sender: 'alpha' } as const
    const wanted = { ...head, ...about, target, style: 'cross' }
    gateway.standing = [
      { kind: 'position', position },
      ...(target === undefined ? [] : [wanted as never]),
    ]
    const { setting } = strategySpec()
    const parameters = { ...setting.parameters, lots: held }
    const spec = strategySpec({ setting: { ...setting, parameters } })
    const { told } = await startedStrategy(spec, { hub })
    await until(() => told.ready)
    for (const quote of WALK.slice(0, 150)) gateway.quote(quote)
    await until(() => gateway.targets.length > 3)
    // It is long already: the first thing that it can want is to be no longer so.
    expect(gateway.targets[0]!.target).toBeLessThan(held)
    expect(gateway.targets.some((each) => each.target === held)).toBe(true)
  })

  it('owes a target that nobody took, and sends it later under another id', async () => {
    const { gateway, doubt, said } = await following()
    doubt.refusing = true
    const unsent = await said(({ figures }) => (figures['targets.unsent'] ?? 0) > 0)
    doubt.refusing = false
    const before = gateway.targets.length
    await said(() => gateway.targets.length > 0, 1_000_000)
    const [first] = gateway.targets
    expect([before, unsent['targets.unsent'], first?.id.startsWith('alpha-3-')]).toEqual([
      0,
      1,
      true,
    ])
    expect(first?.id).not.toBe('alpha-3-1')
  })

  it('sends a target again that nobody answered while it was valid', async () => {
    const { gateway, said } = await following()
    gateway.outcome = undefined
    await said(() => gateway.targets.length > 0)
    const wanted = gateway.targets.at(-1)!
    const before = gateway.targets.length
    await said(() => gateway.targets.length > before, 1_100_000)
    const again = gateway.targets[before]!
    expect(again.target).toBe(wanted.target)
    expect(again.id).not.toBe(wanted.id)
  })

  it('asks its model about the newest quote of a frame only; features see all', async () => {
    const model = new ScriptedModel()
    const { gateway, station } = await following(modelSpec(), { model })
    const before = model.asked.length
    gateway.quote(...WALK.slice(100, 140))
    await until(() => model.asked.length > before)
    await until(() => station.heart.figures['ticks'] === 40)
    const expected = featuresAt(WALK.slice(0, 140)).get(WALK[139]!.at)
    expect(model.asked.slice(before).map((features) => Array.from(features))).toEqual([expected])
    expect(station.heart.figures['inference.passed_over']).toBe(39)
  })

  it('has one question out at most, and then asks about the newest', async () => {
    const model = new ScriptedModel()
    const { gateway, station, told } = await following(modelSpec(), { model })
    const before = model.asked.length
    let answer: () => void = () => undefined
    model.held = new Promise((resolve) => {
      answer = resolve
    })
    gateway.quote(WALK[100]!)
    await until(() => model.asked.length > before)
    const saidLater = SYSTEM_CLOCK.monotonic()
    for (const quote of WALK.slice(101, 130)) gateway.quote(quote)
    await until(() => station.heart.figures['ticks'] === 30)
    const out = model.asked.length - before
    model.held = undefined
    model.answer = () => ok([0.1, 0.1, 0.8])
    answer()
    await until(() => gateway.targets.length > 0)
    await until(() => told.of('prediction').length === 2)
    // The way is that of the quote that was asked about, the model's time and all.
    const { saidAt, stages } = gateway.targets[0]!
    expect([saidAt < saidLater, Number.isSafeInteger(stages[2])]).toEqual([true, true])
    expect([out, model.asked.length - before]).toEqual([1, 2])
    expect(told.of('prediction').map(({ quoteAt }) => quoteAt)).toEqual([
      WALK[100]!.at,
      WALK[129]!.at,
    ])
  })
})
