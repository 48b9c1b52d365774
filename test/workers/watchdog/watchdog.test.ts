import { describe, expect, it, onTestFinished } from 'vitest'
import type { MemoryHub } from '../../../src/adapters/bus/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import { FactWriter } from '../../../src/core/channel/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { VenueReport, VenueRequest } from '../../../src/core/contracts/index.ts'
import type { WatchdogSpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Epoch, Micros } from '../../../src/core/domain/index.ts'
import type { Exchange } from '../../../src/core/exchange/index.ts'
import type { Killed } from '../../../workers/watchdog/kill-stalled.ts'
import { startWatchdog } from '../../../workers/watchdog/start-watchdog.ts'
import { specFixture } from '../../adapters/process/spec-fixture.ts'
import { after, replay, shown, submit } from '../../core/exchange/exchange-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { Ears } from '../strategy/strategy-fixture.ts'

const doors = (name: string) => ({ publish: `${name}.facts`, collect: `${name}.commands` })

function spec(overrides: Partial<WatchdogSpec> = {}): WatchdogSpec {
  return {
    ...specFixture('watchdog'),
    folder: temporaryFolder(),
    runtime: temporaryFolder(),
    doors: doors('watchdog'),
    peers: { gateway: doors('gateway'), exchange: doors('exchange') },
    silenceMs: 200,
    orphanMs: null,
    ...overrides,
  }
}

/** A gateway that beats as long as it is told to, and answers who asks how it stands. */
async function openGateway(hub: MemoryHub, { epoch = 4, pid = 100, ready = true } = {}) {
  const bus = hub.bus()
  const publisher = await bus.publish({ address: 'gateway.facts' })
  const collector = await bus.collect({ address: 'gateway.commands' })
  if (!publisher.ok || !collector.ok) throw new Error('the doors of the gateway are taken')
  const codec = createCodec([])
  const origin = { source: 'gateway', mode: 'simulated', profile: 'default' } as const
  const writer = new FactWriter({
    codec,
    origin: { ...origin, epoch: epoch as Epoch },
    send: (frame) => publisher.value.send(frame),
    now: () => SYSTEM_CLOCK.monotonic(),
  })
  const gateway = {
    ready,
    /** Stands still while this is set. */
    still: false,
    close: () => bus.close(),
  }
  const beat = () => {
    if (gateway.still) return
    const [at, startedAt] = [SYSTEM_CLOCK.monotonic(), (pid * 7) as Micros]
    const seqs = writer.seqs()
    const { ready } = gateway
    writer.publish({ kind: 'beat', at, pid, startedAt, ready, note: '', seqs, figures: {} })
  }
  collector.value.onFrame((frame) => {
    const decoded = codec.decode(frame)
    if (!decoded.ok || decoded.value.kind !== 'command') return
    const { command } = decoded.value
    if (command.kind === 'SnapshotRequest') writer.snapshot(command.sender, [])
  })
  const timer = setInterval(beat, 20)
  onTestFinished(() => {
    clearInterval(timer)
    return bus.close()
  })
  return gateway
}

/** A real exchange with orders of the gateway at work; it keeps what it is asked. */
async function openExchange(hub: MemoryHub, working: readonly string[]) {
  const bus = hub.bus()
  const publisher = await bus.publish({ address: 'exchange.facts' })
  const collector = await bus.collect({ address: 'exchange.commands' })
  if (!publisher.ok || !collector.ok) throw new Error('the doors of the exchange are taken')
  onTestFinished(() => bus.close())
  const codec = createCodec([])
  const core: Exchange = replay()
  core.quote(shown({ bids: [[4_999, 50]], asks: [[5_000, 50]] }))
  const asked: VenueRequest[] = []
  const request = (given: VenueRequest): readonly VenueReport[] => {
    const { reports } = core.request(given, after(1))
    for (const report of reports) publisher.value.send(codec.encodeReport(report, 1 as Epoch))
    return reports
  }
  for (const id of working) request(submit({ id, limit: 4_990 }, 4))
  collector.value.onFrame((frame) => {
    const decoded = codec.decode(frame)
    if (!decoded.ok || decoded.value.kind !== 'request') throw new Error('no request')
    asked.push(decoded.value.request)
    request(decoded.value.request)
  })
  return { asked, request }
}

async function watching(given: WatchdogSpec, orders: readonly string[], killed: Killed = 'killed') {
  const hub = createMemoryHub()
  const exchange = await openExchange(hub, orders)
  const gateway = await openGateway(hub)
  const kills: (readonly [name: string, pid: number])[] = []
  const lines: string[] = []
  const line = (text: string): void => void lines.push(text)
  const surroundings = {
    bus: hub.bus(),
    clock: SYSTEM_CLOCK,
    log: { info: line, warn: line, error: line },
    pid: process.pid,
    endpoint: (_: unknown, __: unknown, address: string) => ({ address }),
  }
  const told = new Ears(hub, given.doors)
  const started = await startWatchdog(given, surroundings, (_, name, pid) => {
    kills.push([name, pid])
    return killed
  })
  if (!started.ok) throw new Error(started.error.message)
  const station = started.value
  onTestFinished(() => station.quit('the test is over'))
  await until(() => told.connected)
  await until(() => told.note === 'watches process 100')
  return { hub, exchange, gateway, kills, lines, told, station }
}

const silent = (words: string): string => words.replace(/silent for \d+ ms/, 'silent for … ms')

describe('the watchdog', () => {
  it('kills a gateway that stands still, and cancels what it left', async () => {
    const { gateway, exchange, kills, told } = await watching(spec(), ['a', 'b'])
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
    const { gateway, kills, told, hub } = await watching(spec(), [])
    await gateway.close()
    const next = await openGateway(hub, { epoch: 5, pid: 101, ready: false })
    await until(() => told.of('beat').at(-1)?.figures['silence.ms'] === 0)
    next.still = true
    const beats = told.of('beat').length
    await until(() => told.of('beat').length > beats + 4)
    expect(kills.map(([, pid]) => pid)).not.toContain(101)
  })

  it('kills nobody because its own loop was busy', async () => {
    const { kills, told } = await watching(spec(), [])
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
    const { gateway, exchange, told } = await watching(spec(), ['a'], left)
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
    const { gateway, exchange, told } = await watching(spec(), [], 'gone')
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
    const { gateway, exchange, kills, told, hub } = await watching(spec(), orders)
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
    const { gateway, kills, told } = await watching(spec(), [])
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
    const { gateway, told, station } = await watching(spec({ orphanMs: 50 }), [], 'gone')
    told.command({ kind: 'Beat', windows: 0 })
    const beats = told.of('beat').length
    await until(() => told.of('beat').length > beats + 8)
    const stays = !station.quitting
    await gateway.close()
    expect([stays, await station.ended]).toEqual([true, 0])
  })

  it('passes over what is nothing for it', async () => {
    const { told, lines } = await watching(spec(), [])
    told.command({ kind: 'Pause', person: 'ann' })
    told.send(createCodec([]).encodeRequest({ kind: 'ledger' }, 1 as Epoch))
    await until(() => lines.length === 2)
    expect(lines).toEqual([
      'a Pause of main is no command for a watchdog',
      'a frame of request is nothing for a watchdog',
    ])
  })
})
