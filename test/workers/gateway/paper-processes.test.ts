import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import type { FactOf } from '../../../src/core/contracts/index.ts'
import type { WorkerSpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { RESOURCES, exchangeSpec } from '../exchange/exchange-fixture.ts'
import { EAGER, strategySpec } from '../strategy/strategy-fixture.ts'
import { gatewaySpec } from './gateway-fixture.ts'
import { Listener } from './listener.ts'
import { noted } from '../../noted.ts'

function started(spec: WorkerSpec): ChildProcess {
  const entry = resolve(import.meta.dirname, `../../../workers/${spec.worker}/index.ts`)
  const parameters = ['--import', 'tsx', entry, JSON.stringify(spec)]
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** The built-in market as a feed, a gateway, and an exchange that fills at the gateway's quotes. */
function arranged() {
  const data = temporaryFolder()
  const doorsOf = (name: string) => ({
    publish: `ipc://${join(data, `${name}.facts`)}`,
    collect: `ipc://${join(data, `${name}.commands`)}`,
  })
  const folder = join(data, 'paper/default')
  const paper = { mode: 'paper', runtime: data } as const
  const head = { ...paper, durable: true }
  const feed = exchangeSpec(join(data, 'feed'), { ...head, name: 'feed', doors: doorsOf('feed') })
  const gateway = gatewaySpec(data, {
    ...head,
    folder,
    doors: doorsOf('gateway'),
    peers: { feed: doorsOf('feed'), exchange: doorsOf('exchange') },
    feed: 'feed',
    silenceMs: 10_000,
  })
  const exchange = exchangeSpec(folder, {
    ...head,
    doors: doorsOf('exchange'),
    peers: { gateway: doorsOf('gateway') },
    market: {
      kind: 'follow',
      gateway: 'gateway',
      fillRule: 'conservative',
      maxQuoteAgeMs: 10_000,
    },
  })
  const strategy = strategySpec({
    ...paper,
    name: 'strategy.alpha',
    folder,
    resources: RESOURCES,
    doors: doorsOf('strategy.alpha'),
    peers: { gateway: doorsOf('gateway') },
    setting: {
      id: 'alpha',
      kind: 'imbalance',
      instruments: ['SIM.cu'],
      parameters: EAGER,
      model: undefined,
    },
  })
  const bus = createZeromqBus()
  onTestFinished(() => bus.close())
  const listener = (name: string) => new Listener(bus, name, doorsOf('gateway'))
  return { feed, gateway, exchange, strategy, hand: listener('hand'), listener }
}

/** Four processes that compile what they run may start slowly on a machine that is busy. */
const START_WITHIN = 90_000
const ALPHA = 1
const BETA = 2

/** An order for copper, so many ticks above the best bid. @returns its command's id. */
function order(hand: Listener, above: number): string {
  const { bidPrices } = hand.of('quote').findLast(({ instrument }) => instrument === 0)!
  const limit = Math.round(bidPrices[0]! / 10) + above
  const terms = { owner: 0, instrument: 0, side: 'buy', offset: 'open', orderKind: 'limit' }
  return hand.command({ kind: 'OrderIntent', ...terms, limit, volume: 1 } as never)
}

async function becomes(hand: Listener, intent: string, status: string): Promise<string> {
  const { order: found } = await hand.hears(
    'order',
    ({ order: each }) => each.intent === intent && each.status === status,
  )
  return found.id
}

async function active(hand: Listener): Promise<void> {
  await until(() => hand.of('state').at(-1)?.state === 'active', START_WITHIN)
}

function lotsOf({ facts }: FactOf<'snapshot'>) {
  return facts.flatMap((fact) =>
    fact.kind === 'position' && fact.position.longToday.lots > 0
      ? fact.position.longToday.lots
      : [],
  )
}

describe('a paper gateway, a feed and an exchange that fills at its quotes', () => {
  it('trades at the feed’s prices, and goes on with equal books after the exchange was killed', async () => {
    const { feed, gateway, exchange, hand } = arranged()
    started(gateway)
    started(feed)
    // The gateway tells its market before its venue is there.
    await hand.snapshot()
    await hand.hears('quote', ({ instrument }) => instrument === 0)
    expect(hand.of('state').at(-1)?.state ?? 'halted').toBe('halted')
    const venue = started(exchange)
    await active(hand)

    await becomes(hand, order(hand, 20), 'filled')
    const { fill } = hand.last('fill')
    const asks = hand
      .of('quote')
      .flatMap((quote) => (quote.instrument === 0 ? quote.askPrices : []))
    expect(asks).toContain(fill.price * 10)
    const resting = await becomes(hand, order(hand, -50), 'working')

    venue.kill('SIGKILL')
    await once(venue, 'exit')
    await hand.hears('beat', (beat) => noted(beat).includes('line to the exchange is broken'))
    hand.heard.length = 0
    started(exchange)
    await until(() => noted(hand.of('beat').at(-1)) === '')
    await active(hand)
    const snapshot = await hand.snapshot()
    expect([lotsOf(snapshot), hand.last('state').cause]).toEqual([[1], 'reconciled'])
    hand.command({ kind: 'Cancel', order: resting as never })
    await hand.hears('order', ({ order: each }) => each.status === 'cancelled')
    await hand.hears('quote', ({ instrument }) => instrument === 0)
    await becomes(hand, order(hand, 20), 'filled')
    expect(lotsOf(await hand.snapshot())).toEqual([2])
  }, 180_000)

  it('takes the targets of a strategy while they are valid, and refuses one that is too old', async () => {
    const { feed, gateway, exchange, strategy, hand, listener } = arranged()
    const beta = listener('beta')
    for (const spec of [gateway, feed, exchange, strategy]) started(spec)
    await active(hand)
    const { fill } = await hand.hears('fill', ({ fill: each }) => each.owner === ALPHA)
    const prices = hand
      .of('quote')
      .flatMap((quote) => (quote.instrument === 0 ? [...quote.bidPrices, ...quote.askPrices] : []))
    expect(prices).toContain(fill.price * 10)
    const answers = hand.of('ack').filter(({ sender }) => sender === 'alpha')
    // What it wanted before trading began may be refused for that, but for no age.
    expect(answers.map(({ outcome }) => outcome)).toContain('accepted')
    expect(answers.map(({ outcome }) => outcome)).not.toContain('expired')

    await beta.snapshot()
    const outcomes = [-1, 60_000_000].map((lives) => {
      const terms = { owner: BETA, instrument: 1, target: 1, style: 'cross', decidedOn: 0 }
      const validUntil = (SYSTEM_CLOCK.monotonic() + lives) as Micros
      const command = { kind: 'TargetPosition', ...terms } as never
      const id = beta.command(command, { validUntil })
      return beta.hears('ack', (ack) => ack.command === id)
    })
    expect((await Promise.all(outcomes)).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['expired', 'command.expired'],
      ['accepted', ''],
    ])
  }, 180_000)
})
