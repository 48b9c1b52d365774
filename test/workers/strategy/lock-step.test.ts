import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { TargetPosition } from '../../../src/core/contracts/index.ts'
import type {
  Epoch,
  Lots,
  Micros,
  OwnerId,
  Quote,
  SenderId,
} from '../../../src/core/domain/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import type { StrategyEffect } from '../../../src/core/engine/strategy/index.ts'
import { StrategyEngine } from '../../../src/core/engine/strategy/index.ts'
import { checkParameters, strategyOf } from '../../../src/core/strategies/index.ts'
import type { StrategySpec } from '../../../src/core/contracts/worker-spec.ts'
import { MEAL, SILVER } from '../../core/engine/fixture/market.ts'
import { quoteWalk } from '../../core/engine/features/quote-walk.ts'
import { until } from '../../until.ts'
import { GatewayPeer } from './gateway-peer.ts'
import { ScriptedModel, modelSpec, startedStrategy, strategySpec } from './strategy-fixture.ts'

const REPLAY = { mode: 'replay', lockStep: true } as const
/** A model of which every feature that changes may turn the answer. */
const opinion = (features: Float32Array): readonly number[] => {
  const rises = features[0]! > 0 ? 0.8 : 0.1
  return [0.9 - rises, 0.1, rises]
}

/** Targets of the same engines in one process: every quote at its own stamp, every target taken. */
function inOneProcess(spec: StrategySpec, quotes: readonly Quote[]): readonly TargetPosition[] {
  const definition = strategyOf(spec.setting.kind)!
  const parameters = checkParameters(definition, spec.setting.parameters)
  if (!parameters.ok) throw new Error(parameters.error.message)
  const traded = [SILVER, MEAL].filter(({ symbol }) => spec.setting.instruments?.includes(symbol))
  const engines = traded.map(
    (instrument, index) =>
      new StrategyEngine({
        owner: 1 as OwnerId,
        sender: 'alpha' as SenderId,
        instrument,
        strategy: definition.create(parameters.value, instrument, 0 as Lots),
        epoch: 1 as Epoch,
        life: traded.length + index,
      }),
  )
  const targets: TargetPosition[] = []
  for (const quote of quotes) {
    const engine = engines.find(({ instrument }) => instrument.id === quote.instrument)
    if (engine === undefined) continue
    const carry = (effects: readonly StrategyEffect[], now: Micros): void => {
      for (const effect of effects) {
        if (effect.kind === 'infer') {
          const { owner, instrument, quoteAt, generation, features } = effect.request
          const said = { owner, instrument, quoteAt, generation, outputs: opinion(features) }
          carry(engine.prediction({ kind: 'prediction', ...said }, now), now)
        } else if (effect.kind === 'target') {
          targets.push(effect.command)
          const { id: command, kind: commandKind, sender } = effect.command
          const head = { kind: 'ack', at: now, command, commandKind, sender } as const
          engine.acknowledged({ ...head, outcome: 'accepted', code: '', message: '' }, now)
        }
      }
    }
    carry(engine.quote(quote, quote.at), quote.at)
  }
  return targets
}

/** Quotes of both instruments, each with a stamp of its own. */
function market(count: number): readonly Quote[] {
  const meal = quoteWalk(MEAL, count, 2).map((quote) => ({
    ...quote,
    at: (quote.at + 200_000) as Micros,
  }))
  return [...quoteWalk(SILVER, count), ...meal].toSorted((one, other) => one.at - other.at)
}

/** Leads a strategy through quotes as a gateway does in a replay. @returns what it sent. */
async function led(spec: StrategySpec, quotes: readonly Quote[], model?: ScriptedModel) {
  const hub = createMemoryHub()
  const gateway = await GatewayPeer.open(hub, 1)
  const strategy = await startedStrategy(spec, { hub, ...(model && { model }) })
  await gateway.answered(0)
  const stages: number[] = []
  for (const quote of quotes) {
    let [stage, { more }] = [1, await gateway.lead(quote)]
    for (; more; stage++) more = (await gateway.answered(gateway.step(quote.at))).more
    stages.push(stage)
  }
  return { gateway, stages, ...strategy }
}

const fast = { timeout: 60_000 }

describe('a strategy in lock-step', () => {
  it('sends what it would in one process: ids, deadlines and all', fast, async () => {
    const spec = strategySpec(REPLAY)
    const quotes = market(120)
    const { gateway, stages } = await led(spec, quotes)
    const expected = inOneProcess(spec, quotes)
    expect(gateway.wanted).toEqual(expected)
    expect(expected.length).toBeGreaterThan(10)
    expect(new Set(stages)).toEqual(new Set([1]))
  })

  it('hands a prediction over at the next step, and is done then', fast, async () => {
    const spec = modelSpec(REPLAY)
    const quotes = market(80)
    const model = new ScriptedModel()
    model.answer = (features) => ok(opinion(features))
    const { gateway, stages } = await led(spec, quotes, model)
    const expected = inOneProcess(spec, quotes)
    expect(gateway.wanted).toEqual(expected)
    expect(expected.length).toBeGreaterThan(10)
    expect(stages).toEqual(quotes.map(({ instrument }) => (instrument === 0 ? 2 : 1)))
  })

  it('trades several instruments, each with intents of its own', fast, async () => {
    const { setting } = modelSpec()
    const instruments = [SILVER.symbol, MEAL.symbol]
    const spec = modelSpec({ ...REPLAY, setting: { ...setting, instruments } })
    const quotes = market(60)
    const model = new ScriptedModel()
    model.answer = (features) => ok(opinion(features))
    const { gateway, stages } = await led(spec, quotes, model)
    const expected = inOneProcess(spec, quotes)
    expect(gateway.wanted).toEqual(expected)
    expect(new Set(expected.map(({ id }) => id.split('-')[1]))).toEqual(new Set(['2', '3']))
    expect(new Set(stages)).toEqual(new Set([2]))
  })

  it('sends its targets before it is done', async () => {
    const order: string[] = []
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub, 1)
    gateway.onTarget = ({ decidedOn }) => order.push(`target ${decidedOn}`)
    gateway.onDone = ({ seq }) => order.push(`done ${seq}`)
    await startedStrategy(strategySpec(REPLAY), { hub })
    await gateway.answered(0)
    for (const quote of market(40)) await gateway.lead(quote)
    const targets = gateway.targets.map(({ decidedOn }) => order.indexOf(`target ${decidedOn}`))
    const steps = market(40).map(({ at }) => at)
    const dones = gateway.targets.map(({ decidedOn }) =>
      order.indexOf(`done ${steps.indexOf(decidedOn) + 1}`),
    )
    expect(targets.length).toBeGreaterThan(2)
    expect(targets.every((at, index) => at < dones[index]!)).toBe(true)
  })

  it('decides nothing before the step is said, and then on the time of the step', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub, 1)
    const { told } = await startedStrategy(strategySpec(REPLAY), { hub })
    await gateway.answered(0)
    const quotes = quoteWalk(SILVER, 40)
    const later = (quotes.at(-1)!.at + 700_000) as Micros
    gateway.quote(...quotes)
    const beats = told.of('beat').length
    await until(() => told.of('beat').length > beats + 1)
    const before = gateway.targets.length
    await gateway.answered(gateway.step(later))
    expect(before).toBe(0)
    expect(gateway.targets.length).toBeGreaterThan(2)
    expect(new Set(gateway.targets.map(({ validUntil }) => validUntil))).toEqual(
      new Set([later + 1_000_000]),
    )
  })

  it('answers the steps that are meant for others, and those without a quote', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub, 1)
    await startedStrategy(strategySpec(REPLAY), { hub })
    await gateway.answered(0)
    gateway.step()
    gateway.quote(...quoteWalk(MEAL, 3))
    await gateway.answered(gateway.step())
    const said = gateway.dones.map(({ owner, seq, more }) => [owner, seq, more])
    expect(said).toEqual([
      [1, 0, false],
      [1, 1, false],
      [1, 2, false],
    ])
  })

  it('that comes late answers the step that is waited for, once it is ready', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub, 1)
    const [first, ...quotes] = quoteWalk(SILVER, 60)
    gateway.step(first!.at)
    gateway.quote(first!)
    gateway.step(first!.at)
    const { told } = await startedStrategy(strategySpec(REPLAY), { hub })
    await gateway.answered(2)
    const ready = told.ready
    gateway.quote(...quotes)
    gateway.step()
    await gateway.answered(3)
    expect([ready, gateway.dones.map(({ seq }) => seq)]).toEqual([true, [2, 3]])
  })

  it('decides on quotes that came while it was not ready, at their step', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub, 1)
    gateway.answersWarmUps = false
    const spec = strategySpec(REPLAY)
    await startedStrategy(spec, { hub })
    await until(() => gateway.asked.some(({ kind }) => kind === 'WarmUpRequest'))
    const requester = gateway.asked.at(-1)!.sender
    gateway.answerWarmUp(requester, SILVER.id)
    const quotes = quoteWalk(SILVER, 30).slice(0, 1)
    gateway.quote(...quotes)
    await gateway.answered(gateway.step(quotes[0]!.at))
    for (const quote of quoteWalk(SILVER, 60).slice(1)) await gateway.lead(quote)
    expect(gateway.wanted).toEqual(inOneProcess(spec, quoteWalk(SILVER, 60)))
  })

  it('says again what nobody was there to hear', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub, 1)
    const { doubt, told } = await startedStrategy(strategySpec(REPLAY), { hub })
    await gateway.answered(0)
    doubt.refusing = true
    gateway.step()
    const beats = told.of('beat').length
    await until(() => told.of('beat').length > beats + 1)
    const [before] = [gateway.dones.length, (doubt.refusing = false)]
    const { seq } = await gateway.answered(1)
    expect([before, seq]).toEqual([1, 1])
  })

  it('goes on without an answer where the model gives none, and says so once', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub, 1)
    const model = new ScriptedModel()
    const { told } = await startedStrategy(modelSpec(REPLAY), { hub, model })
    await gateway.answered(0)
    model.answer = () => ({
      ok: false,
      error: { code: 'model.output', message: 'the model gave no answer' },
    })
    for (const quote of quoteWalk(SILVER, 30)) {
      let { more } = await gateway.lead(quote)
      while (more) more = (await gateway.answered(gateway.step(quote.at))).more
    }
    const words = 'ill: the model gave no answer [model.output]'
    expect([gateway.targets, told.health]).toEqual([[], [words]])
  })
})
