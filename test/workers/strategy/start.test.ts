import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { StrategySpec } from '../../../src/core/contracts/worker-spec.ts'
import { OWNERS, SILVER } from '../../core/engine/fixture/market.ts'
import { quoteWalk } from '../../core/engine/features/quote-walk.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { GatewayPeer } from './gateway-peer.ts'
import { modelSpec, startedStrategy, strategySpec, tryStrategy } from './strategy-fixture.ts'

const SHIPPED = resolve(import.meta.dirname, '../../../resources')

function setting(changed: Partial<StrategySpec['setting']>): StrategySpec {
  const spec = strategySpec()
  return { ...spec, setting: { ...spec.setting, ...changed } }
}

async function refused(spec: StrategySpec): Promise<string> {
  const started = await tryStrategy(spec)
  if (started.ok) throw new Error('it started')
  return `${started.error.code}: ${started.error.message}`
}

describe('a strategy does not start', () => {
  it('with a model that is not there', async () => {
    const resources = temporaryFolder()
    const path = join(resources, 'models', 'sim-direction.json')
    expect(await refused(modelSpec({ resources }))).toContain(`model.missing: ${path}`)
  })

  it('with a manifest that is none', async () => {
    const path = join(temporaryFolder(), 'mine.json')
    writeFileSync(path, '{}')
    const spec = modelSpec()
    const told = await refused({ ...spec, setting: { ...spec.setting, model: path } })
    expect(told).toContain('model.manifest: ')
    expect(told).toContain(path)
  })

  it('of a kind that there is not', async () => {
    expect(await refused(setting({ kind: 'oracle' }))).toBe(
      'config.value: alpha: no strategy is of kind oracle; there are imbalance, model',
    )
  })

  it('with parameters that do not fit', async () => {
    expect(await refused(setting({ parameters: { lots: -1 } }))).toContain(
      'config.value: imbalance.lots must be',
    )
  })

  it('where it cannot keep its lives', async () => {
    const folder = join(temporaryFolder(), 'file')
    writeFileSync(folder, '')
    expect(await refused(strategySpec({ folder }))).toContain('instance.folder: ')
  })
})

describe('a strategy that started', () => {
  it('asks the shipped model, after it had the compilers do their work', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub)
    const { told, station } = await startedStrategy(modelSpec({ resources: SHIPPED }), { hub })
    await until(() => told.ready)
    for (const quote of quoteWalk(SILVER, 40)) gateway.quote(quote)
    await until(() => told.of('prediction').length > 0)
    await until(() => station.heart.figures['rehearsal.quotes'] === 3_000)
    const [first] = told.of('prediction')
    expect(first?.outputs.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5)
    expect(gateway.targets.every(({ owner }) => owner === 1)).toBe(true)
    expect(told.of('beat').at(-1)?.figures).toEqual(
      Object.fromEntries(
        [
          'hop.gateway.p50_us',
          'hop.gateway.p99_us',
          'tick.p50_us',
          'tick.p99_us',
          'inference.p50_us',
          'inference.p99_us',
          'queue.age_us',
          'ticks',
          'targets',
          'targets.refused',
          'targets.unsent',
          'inference.passed_over',
          'warm_up.quotes',
          'rehearsal.quotes',
        ].map((name) => [name, expect.any(Number)]),
      ),
    )
  })

  it('is not ready while the gateway knows no owner of its name, and says why', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub)
    const { directory } = gateway
    gateway.directory = { ...directory, owners: OWNERS.slice(0, 1) }
    const { told } = await startedStrategy(strategySpec(), { hub })
    await until(() => told.note?.startsWith('gateway knows') ?? false)
    const note = told.note
    await gateway.kill()
    const next = await GatewayPeer.open(hub, 4)
    next.live()
    await until(() => told.ready)
    expect(note).toBe(
      'gateway knows no owner alpha: start it again, so that it reads the strategies of the config',
    )
  })

  it('says what its market does not offer, and trades the rest', async () => {
    const hub = createMemoryHub()
    await GatewayPeer.open(hub)
    const spec = setting({ instruments: ['SHFE.cu2010', 'SHFE.ag2012'] })
    const { told } = await startedStrategy(spec, { hub })
    await until(() => told.ready)
    const words = 'ill: alpha does not trade SHFE.cu2010: gateway does not offer it'
    expect([told.health, told.note]).toEqual([[words], ''])
  })

  it('is ready, and says so, where there is nothing for it to trade', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub, 1)
    const spec = { ...setting({ instruments: ['SHFE.cu2010'] }), lockStep: true }
    const { told } = await startedStrategy({ ...spec, mode: 'replay' }, { hub })
    await until(() => told.ready)
    await gateway.answered(gateway.step())
    expect(told.note).toBe('trades nothing: gateway offers none of it')
  })

  it('keeps its epoch and its lives in a folder of its own', async () => {
    const hub = createMemoryHub()
    const gateway = await GatewayPeer.open(hub)
    const spec = strategySpec()
    const first = await startedStrategy(spec, { hub })
    await until(() => first.told.ready)
    await first.station.quit('once more')
    const second = await startedStrategy(spec, { hub })
    await until(() => second.told.ready)
    for (const quote of quoteWalk(SILVER, 60)) gateway.quote(quote)
    await until(() => gateway.targets.length > 0)
    const folder = join(spec.folder, spec.name)
    expect([first.station.epoch, second.station.epoch]).toEqual([1, 2])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(existsSync(join(folder, 'epoch'))).toBe(true)
    expect(readFileSync(join(folder, 'life'), 'utf8')).toBe('3 1\n')
    expect(gateway.targets[0]!.id).toBe(`alpha-${(3 + 2 ** 32).toString(36)}-1`)
  })

  it('leaves when main has been silent for too long, but not where no main was ever heard', async () => {
    const hub = createMemoryHub()
    await GatewayPeer.open(hub)
    const spec = strategySpec({ orphanMs: 50 })
    const { told, station } = await startedStrategy(spec, { hub })
    await until(() => told.ready)
    const beats = told.of('beat').length
    await until(() => told.of('beat').length > beats + 6)
    const alone = station.quitting
    told.command({ kind: 'Beat', windows: 0 })
    expect([alone, await station.ended]).toEqual([false, 0])
  })
})
