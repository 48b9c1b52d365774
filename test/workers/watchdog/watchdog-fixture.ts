import { onTestFinished } from 'vitest'
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

export function watchdogSpec(overrides: Partial<WatchdogSpec> = {}): WatchdogSpec {
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
export async function openGateway(hub: MemoryHub, { epoch = 4, pid = 100, ready = true } = {}) {
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
    writer.publish({ kind: 'beat', at, pid, startedAt, ready, notes: [], seqs, figures: {} })
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
export async function openExchange(hub: MemoryHub, working: readonly string[]) {
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

export async function watching(
  given: WatchdogSpec,
  orders: readonly string[],
  killed: Killed = 'killed',
) {
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
