import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { Mode } from '../../../src/core/contracts/index.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { arranged, turns } from './arrangement.ts'
import { gatewaySpec, startedGateway, tryGateway } from './gateway-fixture.ts'
import { noted } from '../../noted.ts'

describe('the start of a gateway', () => {
  it('is refused at once while another gateway has the account, and the other trades on', async () => {
    const all = await arranged()
    const second = await tryGateway(gatewaySpec(all.data), { hub: createMemoryHub() })
    expect(second).toMatchObject({ ok: false, error: { code: 'instance.locked' } })
    expect(await all.order()).toBe('accepted')
    await all.gateway.station.quit('enough')
    const third = await startedGateway(gatewaySpec(all.data), { hub: all.hub })
    expect(third.station.epoch).toBe(2)
  })

  it('is refused where another gateway has the folder of a run', async () => {
    const folder = join(temporaryFolder(), 'run')
    const spec = gatewaySpec(folder, { mode: 'replay', folder })
    await startedGateway(spec)
    const second = await tryGateway(spec)
    expect(second).toMatchObject({ ok: false, error: { code: 'instance.locked' } })
  })

  it('gives the account free where its doors are taken', async () => {
    const all = await arranged()
    const data = temporaryFolder()
    const second = await tryGateway(gatewaySpec(data), { hub: all.hub })
    expect(second).toMatchObject({ ok: false, error: { code: 'bus.taken' } })
    await startedGateway(gatewaySpec(data))
  })

  it.each(['live', 'monitor'] satisfies Mode[])(
    'is refused in the mode %s, which loads what is not there',
    async (mode) => {
      const started = await tryGateway(gatewaySpec(temporaryFolder(), { mode }))
      expect(started).toMatchObject({ ok: false, error: { code: 'worker.spec' } })
    },
  )

  it('is refused where the account lies elsewhere than the spec says', async () => {
    const data = temporaryFolder()
    const spec = gatewaySpec(data, { folder: `${data}/elsewhere` })
    expect(await tryGateway(spec)).toMatchObject({ ok: false, error: { code: 'worker.spec' } })
    await startedGateway(gatewaySpec(data))
  })

  it('waits for its exchange, refuses commands until it is there, and says so', async () => {
    const all = await arranged()
    await all.kill()
    await all.exchange.die()
    await all.start()
    await all.until(() => all.hand.of('beat').at(-1)?.ready === false)
    await all.until(() => all.hand.connected)
    const early = await all.command({ kind: 'CancelAll' })
    expect([noted(all.hand.last('beat')), early.outcome, early.code]).toEqual([
      'waits for exchange to say how its market stands',
      'refused',
      'command.state',
    ])
    await all.exchange.begin()
    await all.until(() => all.hand.last('beat').ready)
  })
})

describe('a gateway after kill -9', () => {
  it('is halted until its books agree with the venue, then trades on, its orders kept', async () => {
    const all = await arranged()
    await all.order()
    await all.until(() => all.hand.of('order').at(-1)?.order.status === 'working')
    const [order] = all.submitted
    await all.revive()
    const { facts } = await all.hand.snapshot()
    const states = all.hand.of('state').map(({ state, cause }) => `${state} (${cause})`)
    const orders = facts.flatMap((fact) => (fact.kind === 'order' ? fact.order : []))
    expect([states.slice(0, 2), all.submitted]).toEqual([
      ['halted (start)', 'active (reconciled)'],
      [order],
    ])
    expect(orders).toMatchObject([{ id: order, status: 'working' }])
    expect(all.gateway.station.epoch).toBe(2)
  })

  it('asks after an order that never left, and does not send it again', async () => {
    const all = await arranged()
    all.exchange.bus.stall()
    all.hand.command(all.intent())
    await all.until(() => all.hand.of('order').length > 0)
    const { id } = all.hand.last('order').order
    // The exchange never gets what was on its way.
    await all.exchange.die()
    await all.kill()
    await all.exchange.begin()
    all.exchange.asked.length = 0
    all.hand.heard.length = 0
    await all.start()
    await all.trading('active')
    expect(all.hand.of('order').map(({ order }) => [order.id, order.status])).toEqual([
      [id, 'rejected'],
    ])
    expect(all.exchange.asked.map(({ kind }) => kind)).not.toContain('submit')
    expect(all.exchange.asked).toContainEqual({ kind: 'query', order: id })
  })

  it('refuses what was meant for its earlier life, and what comes too late', async () => {
    const all = await arranged()
    const { epoch } = all.gateway.station
    await all.revive()
    await all.pass(1_500)
    const old = await all.command(all.intent(), { epoch })
    await all.hand.snapshot()
    const late = await all.command(all.intent(), { validUntil: (all.exchange.now - 1) as never })
    expect([old.code, late.outcome, late.code]).toEqual([
      'command.epoch',
      'expired',
      'command.expired',
    ])
    expect(all.submitted).toEqual([])
  })

  it('keeps a person’s halt', async () => {
    const all = await arranged()
    await all.command({ kind: 'Halt', person: 'tester', reason: 'a test' })
    await all.kill()
    all.hand.heard.length = 0
    await all.start()
    await all.trading('halted', 'person')
    await turns()
    await all.hand.snapshot()
    expect(await all.order()).toBe('risk.state')
  })
})
