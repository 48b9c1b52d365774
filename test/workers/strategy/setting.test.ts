import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { AckFact } from '../../../src/core/contracts/index.ts'
import { saying } from '../../../src/core/contracts/index.ts'
import type { StrategySpec } from '../../../src/core/contracts/worker-spec.ts'
import { FEATURE_NAMES } from '../../../src/core/engine/features/index.ts'
import { until } from '../../until.ts'
import { GatewayPeer } from './gateway-peer.ts'
import type { StartedStrategy } from './strategy-fixture.ts'
import { ScriptedModel, modelSpec, startedStrategy, strategySpec } from './strategy-fixture.ts'

const ANN = 'ann'
const OWNER = 1 as never

async function following(spec = strategySpec(), model?: ScriptedModel): Promise<StartedStrategy> {
  const hub = createMemoryHub()
  await GatewayPeer.open(hub)
  const strategy = await startedStrategy(spec, { hub, ...(model && { model }) })
  await until(() => strategy.told.ready)
  return strategy
}

/** Another life of the same strategy. */
async function again(spec: StrategySpec, { station }: StartedStrategy): Promise<StartedStrategy> {
  await station.quit('enough')
  return following(spec)
}

async function acknowledged({ told }: StartedStrategy, count: number): Promise<readonly AckFact[]> {
  await until(() => told.of('ack').length >= count)
  return told.of('ack')
}

function settings({ told }: StartedStrategy) {
  return told.of('setting').map(({ paused, person, change }) => ({ paused, person, change }))
}

const toParameters = (changes: string) => saying('change.parameters', { changes })

const fileOf = ({ folder, name }: StrategySpec): string => join(folder, name, 'setting.json')

describe('how a strategy is set', () => {
  it('is told when it begins: parameters, features, and a model with its labels', async () => {
    const rule = await following()
    const spec = modelSpec()
    const model = await following(spec, new ScriptedModel())
    const { at: _, ...first } = rule.told.of('setting')[0]!
    expect(first).toEqual({
      kind: 'setting',
      owner: 1,
      strategy: 'imbalance',
      model: '',
      paused: false,
      parameters: { enter: 0, exit: 0, depth: 0, lots: 1, rest: 0, style: 'cross' },
      features: FEATURE_NAMES,
      labels: [],
      person: '',
      change: undefined,
    })
    expect(model.told.of('setting')).toMatchObject([
      { strategy: 'model', model: 'scripted@01234567', labels: ['down', 'flat', 'up'] },
    ])
  })

  it('is told with every change of it, in words, and who made it', async () => {
    const all = await following()
    const { told } = all
    told.command({ kind: 'Pause', person: ANN })
    const changed = { enter: 0.42, lots: 3 }
    told.command({ kind: 'SetParameters', owner: OWNER, parameters: changed, person: 'bob' })
    const finer = { enter: 0.5, lots: 3 }
    told.command({ kind: 'SetParameters', owner: OWNER, parameters: finer, person: 'bob' })
    told.command({ kind: 'SetParameters', owner: OWNER, parameters: finer, person: 'bob' })
    told.command({ kind: 'Resume', person: ANN })
    const acks = await acknowledged(all, 5)
    expect(acks.map(({ commandKind, outcome }) => `${commandKind} ${outcome}`)).toEqual([
      'Pause accepted',
      'SetParameters accepted',
      'SetParameters accepted',
      'SetParameters accepted',
      'Resume accepted',
    ])
    expect(settings(all)).toEqual([
      { paused: false, person: '', change: undefined },
      { paused: true, person: ANN, change: saying('change.paused') },
      { paused: true, person: 'bob', change: toParameters('enter 0.00 → 0.42, lots 1 → 3') },
      { paused: true, person: 'bob', change: toParameters('enter 0.42 → 0.50') },
      { paused: false, person: ANN, change: saying('change.resumed') },
    ])
    expect(told.health).toContain('well: bob set parameters of alpha: nothing changed')
  })

  it('is refused to whoever asked, with a code and in words, and told as trouble', async () => {
    const all = await following()
    const { told, station } = all
    const set = { kind: 'SetParameters', owner: OWNER, person: ANN } as const
    told.command({ ...set, parameters: { lots: 0 } })
    told.command({ ...set, parameters: { size: 1 } })
    told.command({ ...set, owner: 2 as never, parameters: { lots: 2 } })
    told.command({ ...set, parameters: { lots: 2 } }, station.epoch + 1)
    told.command({ kind: 'Resume', person: ANN }, station.epoch + 1)
    const acks = await acknowledged(all, 5)
    expect(acks.map(({ outcome, code, sender }) => `${sender} ${outcome} ${code}`)).toEqual([
      'main refused config.value',
      'main refused config.value',
      'main refused command.shape',
      'main refused command.epoch',
      'main refused command.epoch',
    ])
    await until(() => told.health.length === 5)
    expect(told.health).toEqual(acks.map(({ code, message }) => `ill: ${message} [${code}]`))
    expect(settings(all).length).toBe(1)
  })
})

describe('what a person set', () => {
  it('outlives the strategy, which says so to those who come late, too', async () => {
    const spec = strategySpec()
    const first = await following(spec)
    first.told.command({
      kind: 'SetParameters',
      owner: OWNER,
      parameters: { enter: 0.4, lots: 2 },
      person: 'bob',
    })
    first.told.command({ kind: 'Pause', person: ANN })
    await acknowledged(first, 2)
    const second = await again(spec, first)
    const { told } = second
    told.command({ kind: 'SnapshotRequest', instruments: [] })
    await until(() => told.of('snapshot').length > 0)
    const setting = told.of('setting')[0]
    expect(told.note).toBe('paused by ann')
    expect(setting).toMatchObject({
      paused: true,
      parameters: { enter: 0.4, lots: 2, rest: 0 },
      person: '',
      change: undefined,
    })
    expect(told.health).toEqual([
      'well: alpha goes on as bob set it: enter 0.0 → 0.4, lots 1 → 2',
      'well: alpha is still paused by ann',
    ])
    expect(told.of('snapshot')[0]?.facts.slice(1)).toEqual([setting, ...told.of('health')])
  })

  it('is over once it is set back and resumed', async () => {
    const spec = strategySpec()
    const first = await following(spec)
    for (const lots of [2, 1]) {
      const parameters = { lots }
      first.told.command({ kind: 'SetParameters', owner: OWNER, parameters, person: ANN })
    }
    first.told.command({ kind: 'Pause', person: ANN })
    first.told.command({ kind: 'Resume', person: ANN })
    await acknowledged(first, 4)
    const second = await again(spec, first)
    expect([second.told.health, second.told.note]).toEqual([[], ''])
  })

  it('gives way to a config that was changed since, but for the pause', async () => {
    const spec = strategySpec()
    const first = await following(spec)
    const parameters = { enter: 0.4 }
    first.told.command({ kind: 'SetParameters', owner: OWNER, parameters, person: ANN })
    first.told.command({ kind: 'Pause', person: ANN })
    await acknowledged(first, 2)
    const { setting } = spec
    const changed = { ...setting, parameters: { ...setting.parameters, lots: 5 } }
    const { told } = await again({ ...spec, setting: changed }, first)
    expect(told.of('setting')[0]).toMatchObject({ paused: true, parameters: { enter: 0, lots: 5 } })
    expect(told.health).toEqual([
      'well: alpha is set by the config, which was changed since ann set enter',
      'well: alpha is still paused by ann',
    ])
  })

  it.each([
    ['no JSON', '{"version":1,'],
    ['nothing that it should', '{"version":1}'],
    ['a pause of nobody', '{"version":1,"kind":"","configured":{},"parameters":{},"setBy":""}'],
    ['parameters out of bounds', undefined],
  ])(
    'is set aside where the file holds %s; nobody knows then whether it was paused',
    async (_, content) => {
      const spec = strategySpec()
      const configured = { enter: 0, exit: 0, depth: 0, lots: 1, rest: 0, style: 'cross' }
      const kept = { version: 1, kind: 'imbalance', configured, setBy: ANN, pausedBy: '' }
      mkdirSync(join(spec.folder, spec.name), { recursive: true })
      writeFileSync(fileOf(spec), content ?? JSON.stringify({ ...kept, parameters: { lots: 0 } }))
      const first = await following(spec)
      expect(first.told.note).toBe('paused by precaution')
      expect(first.told.of('setting')[0]).toMatchObject({ paused: true, parameters: configured })
      expect(first.told.health).toEqual([
        expect.stringMatching(/^ill: .*set aside as .*setting\.json\.broken-1, .*alpha is paused$/),
      ])
      expect(readFileSync(`${fileOf(spec)}.broken-1`, 'utf8')).toContain('version')
      // It stays so until a person resumes it.
      const second = await again(spec, first)
      expect(second.told.note).toBe('paused by precaution')
      second.told.command({ kind: 'Resume', person: ANN })
      await acknowledged(second, 1)
      expect((await again(spec, second)).told.note).toBe('')
    },
  )

  it('holds as long as the process where it cannot be kept, and a person is told', async () => {
    const spec = strategySpec()
    for (const path of [fileOf(spec), `${fileOf(spec)}.broken-1`]) {
      mkdirSync(path, { recursive: true })
      writeFileSync(join(path, 'in the way'), '')
    }
    const all = await following(spec)
    expect(all.told.note).toBe('paused by precaution')
    all.told.command({ kind: 'Resume', person: ANN })
    const [ack] = await acknowledged(all, 1)
    await until(() => all.told.health.length === 3)
    expect([ack?.outcome, all.told.note, all.told.health.slice(1)]).toEqual([
      'accepted',
      '',
      [
        'well: ann resumed alpha',
        expect.stringContaining('ill: ann resumed alpha, but only until it ends: '),
      ],
    ])
  })

  it('is nothing to a replay, which is what its config says', async () => {
    const spec = strategySpec()
    const first = await following(spec)
    const parameters = { lots: 2 }
    first.told.command({ kind: 'SetParameters', owner: OWNER, parameters, person: ANN })
    first.told.command({ kind: 'Pause', person: ANN })
    await acknowledged(first, 2)
    const before = readFileSync(fileOf(spec), 'utf8')
    const replay = await again({ ...spec, mode: 'replay' }, first)
    expect(replay.told.of('setting')[0]).toMatchObject({ paused: false, parameters: { lots: 1 } })
    replay.told.command({ kind: 'Pause', person: 'bob' })
    await acknowledged(replay, 1)
    const folder = join(spec.folder, spec.name)
    expect([existsSync(folder), readFileSync(fileOf(spec), 'utf8')]).toEqual([true, before])
    expect(readdirSync(folder).filter((name) => name.includes('broken'))).toEqual([])
  })
})
