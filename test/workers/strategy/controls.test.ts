import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { ServiceCommand } from '../../../src/core/contracts/index.ts'
import type { Micros, OrderId, OwnerId, Quote } from '../../../src/core/domain/index.ts'
import { createFeatures } from '../../../src/core/engine/features/index.ts'
import { SILVER, START } from '../../core/engine/fixture/market.ts'
import { quoteWalk } from '../../core/engine/features/quote-walk.ts'
import { until } from '../../until.ts'
import { GatewayPeer } from './gateway-peer.ts'
import {
  EAGER,
  ScriptedModel,
  modelSpec,
  startedStrategy,
  strategySpec,
} from './strategy-fixture.ts'

const WALK: readonly Quote[] = quoteWalk(SILVER, 600).map((quote, index) => ({
  ...quote,
  at: (START + index * 1_000) as Micros,
}))
const ANN = 'ann'

async function following(spec = strategySpec(), model?: ScriptedModel) {
  const hub = createMemoryHub()
  const gateway = await GatewayPeer.open(hub)
  const strategy = await startedStrategy(spec, { hub, ...(model && { model }) })
  await until(() => strategy.told.ready)
  let ticks = 0
  /** Says so much of the walk on, and waits until it was seen. */
  const said = async (count: number): Promise<void> => {
    for (const quote of WALK.slice(ticks, ticks + count)) gateway.quote(quote)
    ticks += count
    await until(() => strategy.station.heart.figures['ticks'] === ticks)
  }
  /** Waits until all that it decided on was heard, as its own figures count it. */
  const decided = (): Promise<void> =>
    until(() => {
      const { targets } = strategy.station.heart.figures
      const heard = [gateway.targets.length, strategy.told.of('decision').length]
      return heard.every((count) => count === targets)
    })
  return { gateway, said, decided, ...strategy }
}

function parameters(
  changed: Readonly<Record<string, number | string | boolean>>,
  owner = 1,
): Pick<Extract<ServiceCommand, { kind: 'SetParameters' }>, 'owner' | 'parameters' | 'person'> {
  return { owner: owner as OwnerId, parameters: changed, person: ANN }
}

describe('a person', () => {
  it('pauses a strategy, whose features go on, and resumes it', async () => {
    const { gateway, said, decided, told } = await following()
    await said(60)
    await decided()
    const before = gateway.targets.length
    told.command({ kind: 'Pause', person: ANN })
    await until(() => told.note === 'paused by ann')
    await said(100)
    const paused = [gateway.targets.length, told.of('decision').length, told.ready]
    told.command({ kind: 'Resume', person: ANN })
    await until(() => told.note === '')
    await said(60)
    await until(() => gateway.targets.length > before)
    const features = createFeatures(SILVER)
    const expected = WALK.map((quote) => {
      features.update(quote)
      return [quote.at, Array.from(features.values)] as const
    })
    const resumed = told.of('signal')[before]!
    expect(before).toBeGreaterThan(2)
    expect(paused).toEqual([before, before, true])
    expect(resumed.features).toEqual(new Map(expected).get(resumed.at))
    expect(resumed.at).toBeGreaterThanOrEqual(WALK[160]!.at)
    expect(told.health).toEqual([
      'well: ann paused alpha: what it wanted stands',
      'well: ann resumed alpha',
    ])
  })

  it('sets parameters: they hold from the next quote on, and what was wanted stands', async () => {
    const { gateway, said, decided, told } = await following()
    await said(60)
    await decided()
    const before = gateway.targets.length
    const held = gateway.targets.at(-1)!.target
    told.command({ kind: 'SetParameters', ...parameters({ lots: 3, rest: 2 }) })
    await until(() => told.health.length === 1)
    await said(100)
    await decided()
    const wanted = gateway.targets.slice(before).map(({ target }) => target)
    expect(told.health).toEqual(['well: ann set parameters of alpha: lots 1 → 3, rest 0 → 2'])
    expect(Math.abs(held)).toBeLessThanOrEqual(1)
    expect(new Set(wanted.map(Math.abs))).toEqual(new Set([0, 3]))
  })

  it.each([
    [
      'out of bounds',
      { lots: 0 },
      1,
      'imbalance.lots must be a whole number from 1 to 1000, was 0',
    ],
    ['unknown', { size: 1 }, 1, 'imbalance knows no parameter size; it has '],
    ['of another owner', { lots: 2 }, 2, 'ann set parameters of owner 2, which is not alpha'],
  ])('cannot set parameters %s', async (_, changed, owner, why) => {
    const { said, gateway, told } = await following()
    told.command({ kind: 'SetParameters', ...parameters(changed, owner) })
    await until(() => told.health.length === 1)
    await said(60)
    await until(() => gateway.targets.length > 2)
    expect(told.health[0]).toContain(why)
    expect(told.health[0]).toContain('ill: ann')
    expect(new Set(gateway.targets.map(({ target }) => Math.abs(target)))).toContain(1)
  })

  it('must say again what was meant for an earlier life', async () => {
    const { told, station } = await following()
    told.command({ kind: 'Resume', person: ANN }, station.epoch + 1)
    told.command({ kind: 'SetParameters', ...parameters({ lots: 2 }) }, station.epoch + 1)
    await until(() => told.health.length === 2)
    told.command({ kind: 'SetParameters', ...parameters({ lots: 2 }) }, station.epoch)
    await until(() => told.health.length === 3)
    expect(told.health).toEqual([
      'ill: a Resume of ann was for an earlier life of alpha: say it again [command.epoch]',
      'ill: a SetParameters of ann was for an earlier life of alpha: say it again [command.epoch]',
      'well: ann set parameters of alpha: lots 1 → 2',
    ])
  })

  it('sees what a strategy thought last, however late', async () => {
    const { said, decided, told } = await following()
    await said(60)
    await decided()
    told.command({ kind: 'SnapshotRequest', instruments: [] })
    await until(() => told.of('snapshot').length > 0)
    const { requester, facts } = told.of('snapshot')[0]!
    expect([requester, facts]).toEqual([
      'main',
      [
        { kind: 'hello', mode: 'simulated', profile: 'default', tradingDay: 20_200_821 },
        told.of('setting')[0],
        told.of('signal').at(-1),
        told.of('decision').at(-1),
      ],
    ])
  })
})

describe('a machine that sleeps', () => {
  it('lets a strategy decide nothing until it woke', async () => {
    const { gateway, said, told } = await following()
    told.command({ kind: 'Power', asleep: true })
    await until(() => told.note === 'the machine sleeps')
    await said(60)
    const asleep = gateway.targets.length
    told.command({ kind: 'Power', asleep: false })
    await until(() => told.note === '')
    await said(60)
    await until(() => gateway.targets.length > 2)
    expect(asleep).toBe(0)
  })
})

describe('a strategy that is to leave', () => {
  it('falls silent first, closes its model, and ends well', async () => {
    const model = new ScriptedModel()
    let answer: () => void = () => undefined
    const { gateway, told, station } = await following(modelSpec(), model)
    model.held = new Promise((resolve) => {
      answer = resolve
    })
    model.answer = () => ({ ok: true, value: [0, 0, 1] })
    const asked = model.asked.length
    gateway.quote(WALK[0]!)
    await until(() => model.asked.length > asked)
    told.command({ kind: 'Quit', reason: 'the day is over' })
    await until(() => station.quitting)
    answer()
    expect([await station.ended, model.closed, gateway.targets]).toEqual([0, true, []])
  })
})

describe('what is nothing for a strategy', () => {
  it('is passed over, and told in its log', async () => {
    const { gateway, said, told, lines } = await following()
    const codec = createCodec([])
    told.send(Uint8Array.of(250, 1, 0, 0, 0x90))
    told.send(codec.encodeRequest({ kind: 'ledger' }, 1 as never))
    const head = { id: 'x', sender: 'main', epoch: 0, validUntil: 0 } as never
    told.send(codec.encodeCommand({ ...(head as object), kind: 'CancelAll' } as never))
    const order = 'x' as OrderId
    told.send(codec.encodeCommand({ ...(head as object), kind: 'Cancel', order } as never))
    await until(() => lines.length >= 4)
    await said(60)
    await until(() => gateway.targets.length > 2)
    expect(lines).toEqual([
      expect.stringContaining('a command cannot be read'),
      'a frame of request is nothing for a strategy',
      'a CancelAll of main is no command for a strategy',
      'a Cancel of main is no command for a strategy',
    ])
    expect(EAGER.rest).toBe(0)
  })
})
