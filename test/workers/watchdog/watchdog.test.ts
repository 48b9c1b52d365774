import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Epoch } from '../../../src/core/domain/index.ts'
import { submit } from '../../core/exchange/exchange-fixture.ts'
import { until } from '../../until.ts'
import { openGateway, watchdogSpec, watching } from './watchdog-fixture.ts'

const silent = (words: string): string => words.replace(/silent for \d+ ms/, 'silent for … ms')

describe('the watchdog', () => {
  it('kills a gateway that stands still, and cancels what it left', async () => {
    const { gateway, exchange, kills, told } = await watching(watchdogSpec(), ['a', 'b'])
    gateway.still = true
    await until(() => told.health.length === 3)
    const kinds = exchange.asked.map(({ kind }) => kind)
    const epochs = exchange.asked.flatMap((asked) => ('epoch' in asked ? asked.epoch : []))
    expect(kills).toEqual([['gateway', 100]])
    expect(told.health.map(silent)).toEqual([
      'ill: gateway (process 100) has been silent for … ms: killed it, cancels what works',
      'ill: orders without a gateway, cancelled now: 2',
      'well: no order works at exchange',
    ])
    expect(kinds).toEqual(['fence', 'ledger', 'cancel', 'cancel', 'ledger'])
    expect(new Set(epochs)).toEqual(new Set([5]))
    await until(() => told.of('beat').at(-1)?.figures['orders.working'] === 0)
    const { 'silence.ms': silence, ...figures } = told.of('beat').at(-1)!.figures
    expect(silence).toBeGreaterThanOrEqual(200)
    expect(figures).toEqual({ kills: 1, cancels: 2, 'orders.working': 0 })
  })

  it('leaves a gateway alone that never was ready', async () => {
    const { gateway, kills, told, hub } = await watching(watchdogSpec(), [])
    await gateway.close()
    const next = await openGateway(hub, { epoch: 5, pid: 101, ready: false })
    await until(() => told.note === 'waits until gateway is ready')
    next.still = true
    const beats = told.of('beat').length
    await until(() => told.of('beat').length > beats + 4)
    expect(kills.map(([, pid]) => pid)).not.toContain(101)
  })

  it('kills nobody because its own loop was busy', async () => {
    const { kills, told } = await watching(watchdogSpec(), [])
    for (let stall = 0; stall < 3; stall++) {
      const end = performance.now() + 600
      while (performance.now() < end);
      const beats = told.of('beat').length
      await until(() => told.of('beat').length > beats)
    }
    expect([kills, told.health]).toEqual([[], []])
  })

  it('shuts out a gateway that it may not kill, and says why', async () => {
    const left = { left: 'process 7 is registered as gateway, not process 100' }
    const { gateway, exchange, told } = await watching(watchdogSpec(), ['a'], left)
    gateway.still = true
    await until(() => told.health.length === 3)
    gateway.still = false
    const late = exchange.request(submit({ id: 'late' }, 4))
    expect(told.health.map(silent)[0]).toBe(
      'ill: gateway (process 100) has been silent for … ms and cannot be killed ' +
        '(process 7 is registered as gateway, not process 100): shuts it out, cancels what works',
    )
    expect(late.map((report) => 'code' in report && report.code)).toEqual(['venue.fenced'])
  })

  it('makes sure that nothing works where the gateway left by itself', async () => {
    const { gateway, exchange, told } = await watching(watchdogSpec(), [], 'gone')
    await gateway.close()
    await until(() => told.health.length === 2)
    expect(told.health.map(silent)).toEqual([
      'well: gateway (process 100) has been silent for … ms and is gone: makes sure that nothing works',
      'well: no order works at exchange',
    ])
    expect(exchange.asked.map(({ kind }) => kind)).toEqual(['fence', 'ledger'])
  })

  it('watches the next life from its first ready beat, and cancels nothing of it', async () => {
    const orders = Array.from({ length: 30 }, (_, index) => `o${index}`)
    const { gateway, exchange, kills, told, hub } = await watching(watchdogSpec(), orders)
    gateway.still = true
    await until(() => exchange.asked.some(({ kind }) => kind === 'cancel'))
    await gateway.close()
    const next = await openGateway(hub, { epoch: 5, pid: 101 })
    await until(() => told.note === 'watches process 101')
    const cancels = exchange.asked.filter(({ kind }) => kind === 'cancel').length
    const beats = told.of('beat').length
    await until(() => told.of('beat').length > beats + 6)
    const after = exchange.asked.filter(({ kind }) => kind === 'cancel').length
    next.still = true
    await until(() => kills.length === 2)
    expect([cancels < 30, after, kills.map(([, pid]) => pid)]).toEqual([true, cancels, [100, 101]])
    expect(told.health).toContain('well: gateway is back: cancels no more')
    await until(() => exchange.asked.some((asked) => asked.kind === 'fence' && asked.epoch === 6))
  })

  it('pauses while the machine sleeps', async () => {
    const { gateway, kills, told } = await watching(watchdogSpec(), [])
    told.command({ kind: 'Power', asleep: true })
    const heard = told.of('snapshot').length
    told.command({ kind: 'SnapshotRequest', instruments: [] })
    await until(() => told.of('snapshot').length > heard)
    gateway.still = true
    const beats = told.of('beat').length
    await until(() => told.of('beat').length > beats + 4)
    const asleep = kills.length
    told.command({ kind: 'Power', asleep: false })
    await until(() => kills.length === 1)
    expect(asleep).toBe(0)
  })

  it('stays without its main as long as there is a gateway to watch, and then leaves', async () => {
    const { gateway, told, station } = await watching(watchdogSpec({ orphanMs: 50 }), [], 'gone')
    told.command({ kind: 'Beat', windows: 0 })
    const beats = told.of('beat').length
    await until(() => told.of('beat').length > beats + 8)
    const stays = !station.quitting
    await gateway.close()
    expect([stays, await station.ended]).toEqual([true, 0])
  })

  it('passes over what is nothing for it', async () => {
    const { told, lines } = await watching(watchdogSpec(), [])
    told.command({ kind: 'Pause', person: 'ann' })
    told.send(createCodec([]).encodeRequest({ kind: 'ledger' }, 1 as Epoch))
    await until(() => lines.length === 2)
    expect(lines).toEqual([
      'a Pause of main is no command for a watchdog',
      'a frame of request is nothing for a watchdog',
    ])
  })
})
