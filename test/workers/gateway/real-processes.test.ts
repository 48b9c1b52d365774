import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import type { GatewaySpec, WorkerSpec } from '../../../src/core/contracts/worker-spec.ts'
import { writeRecordings } from '../../main/app/one-process/recording-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { exchangeSpec, replayOf } from '../exchange/exchange-fixture.ts'
import { gatewaySpec } from './gateway-fixture.ts'
import { Listener } from './listener.ts'

/** A busy machine must not stop it for so long by itself. */
const STALLED_MS = 3_000

interface Started {
  readonly child: ChildProcess
  readonly said: () => string
}

function started(spec: WorkerSpec): Started {
  const entry = resolve(import.meta.dirname, `../../../workers/${spec.worker}/index.ts`)
  const parameters = ['--import', 'tsx', entry, JSON.stringify(spec)]
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  child.stderr.on('data', (piece: Buffer) => {
    text += piece.toString()
  })
  return { child, said: () => text }
}

async function exitCode({ child }: Started): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit')
  return child.exitCode
}

/** Specs of both processes with sockets in one folder, and somebody who listens by hand. */
function arranged(overrides: Partial<GatewaySpec> = {}) {
  const data = temporaryFolder()
  const doorsOf = (name: string) => ({
    publish: `ipc://${join(data, `${name}.facts`)}`,
    collect: `ipc://${join(data, `${name}.commands`)}`,
  })
  const gateway = gatewaySpec(data, {
    doors: doorsOf('gateway'),
    peers: { exchange: doorsOf('exchange') },
    silenceMs: 5_000,
    durable: true,
    ...overrides,
  })
  const { folder } = gateway
  const exchange = exchangeSpec(folder, {
    doors: doorsOf('exchange'),
    runtime: data,
    durable: true,
  })
  const bus = createZeromqBus()
  onTestFinished(() => bus.close())
  const hand = new Listener(bus, 'hand', doorsOf('gateway'))
  return { data, gateway, exchange, hand }
}

async function active(hand: Listener): Promise<void> {
  await until(() => hand.of('state').at(-1)?.state === 'active')
}

/** A limit order far under the market. */
function intent(hand: Listener) {
  const bid = hand.of('quote').find(({ instrument }) => instrument === 0)!.bidPrices[0]!
  const terms = { owner: 0, instrument: 0, side: 'buy', offset: 'open', orderKind: 'limit' }
  return { kind: 'OrderIntent', ...terms, limit: Math.round(bid / 10) - 50, volume: 1 } as never
}

async function placed(hand: Listener): Promise<string> {
  await hand.snapshot()
  await hand.hears('quote', ({ instrument }) => instrument === 0)
  const id = hand.command(intent(hand))
  const { order } = await hand.hears(
    'order',
    ({ order: each }) => each.intent === id && each.status === 'working',
  )
  return order.id
}

describe('a gateway in a process of its own', () => {
  it('goes on with its books after kill -9, its orders neither forgotten nor doubled', async () => {
    const { gateway, exchange, hand } = arranged()
    started(exchange)
    const first = started(gateway)
    await active(hand)
    const order = await placed(hand)
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    hand.heard.length = 0
    const second = started(gateway)
    await active(hand)
    const { facts } = await hand.snapshot()
    expect(facts.flatMap((fact) => (fact.kind === 'order' ? fact.order : []))).toMatchObject([
      { id: order, status: 'working' },
    ])
    expect(hand.last('state')).toMatchObject({ state: 'active', cause: 'reconciled' })
    hand.service({ kind: 'Quit', reason: 'enough' })
    expect(await exitCode(second)).toBe(0)
    expect(hand.last('order').order).toMatchObject({ id: order, status: 'cancelled' })
  })

  it('is refused where another gateway has the account, with words and the code 2', async () => {
    const { gateway, hand } = arranged()
    const first = started(gateway)
    await until(() => hand.of('beat').length > 0)
    const second = started(gateway)
    expect(await exitCode(second)).toBe(2)
    expect(second.said()).toMatch(/is in use by process \d+: quit that one first.*instance\.locked/)
    expect(first.child.exitCode).toBe(null)
  })

  it('ends with the code 3 when it was stopped for longer than others wait, sending nothing', async () => {
    const { gateway, exchange, hand } = arranged({ silenceMs: STALLED_MS })
    started(exchange)
    const first = started(gateway)
    await active(hand)
    await hand.snapshot()
    await hand.hears('quote', ({ instrument }) => instrument === 0)
    first.child.kill('SIGSTOP')
    const acks = hand.of('ack').length
    hand.command(intent(hand))
    await setTimeout(STALLED_MS + 200)
    first.child.kill('SIGCONT')
    expect(await exitCode(first)).toBe(3)
    expect(first.said()).toContain('[worker.stalled]')
    expect([hand.of('ack').length, hand.of('order')]).toEqual([acks, []])
  })

  it('plays a recording with an exchange in lock-step, and tells its hash', async () => {
    const recordings = temporaryFolder()
    const quotes = writeRecordings(recordings, 10)
    const folder = join(temporaryFolder(), 'run')
    const all = arranged({ mode: 'replay', folder, durable: false })
    started({ ...all.exchange, mode: 'replay', folder, market: replayOf([recordings]) })
    const gateway = started(all.gateway)
    const run = await all.hand.hears('run', ({ phase }) => phase === 'ended')
    expect([run.quotes, run.hash]).toEqual([quotes, expect.stringMatching(/^[0-9a-f]{64}$/)])
    all.hand.service({ kind: 'Quit', reason: 'enough' })
    expect(await exitCode(gateway)).toBe(0)
  })
})
