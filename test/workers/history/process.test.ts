import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import type { HistorySpec } from '../../../src/core/contracts/worker-spec.ts'
import { START } from '../../core/engine/fixture/market.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { Asker, EVER } from './asker.ts'
import { GatewaySource } from './gateway-source.ts'
import { historySpec, secret } from './history-fixture.ts'
import { told, walk } from './market-quotes.ts'
import { orderFact, orderOf } from './trades.ts'

const ENTRY = resolve(import.meta.dirname, '../../../workers/history/index.ts')
const SILVERS = { kind: 'ticks', symbol: 'SHFE.ag2012', ...EVER, rows: 20_000 } as const

interface Started {
  readonly child: ChildProcess
  /** The end of its standard error. */
  readonly said: () => string
}

function started(spec: HistorySpec): Started {
  const parameters = ['--import', 'tsx', ENTRY, JSON.stringify(spec)]
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

/** A gateway, and the spec of a history beside it, with sockets in a folder. */
async function arranged(overrides: Partial<HistorySpec> = {}) {
  const folder = temporaryFolder()
  const at = (door: string): string => `ipc://${join(folder, door)}`
  const doors = (name: string) => {
    return { publish: at(`${name}.facts`), collect: at(`${name}.commands`) }
  }
  const bus = createZeromqBus()
  const gateway = await GatewaySource.open(bus, { doors: doors('gateway') })
  const spec = historySpec({
    folder,
    doors: { ...doors('history'), answer: at('history.answers') },
    peers: { gateway: doors('gateway') },
    sources: ['gateway'],
    ...overrides,
  })
  const asking = createZeromqBus()
  onTestFinished(() => asking.close())
  return { gateway, spec, asker: new Asker(asking, { address: at('history.answers') }) }
}

describe('a history in a process of its own', () => {
  it('loses and doubles nothing, killed again and again while it writes', async () => {
    const { gateway, spec, asker } = await arranged()
    const quotes = walk(12_000)
    const order = orderOf({ id: 'a', at: START })
    gateway.tell(orderFact(order, START))
    let next = 0
    for (let life = 0; life < 2; life++) {
      const history = started(spec)
      const before = gateway.asked.length
      await until(() => {
        gateway.quotes(...quotes.slice(next, next + 4))
        next += 4
        return gateway.asked.length > before
      })
      for (const end = next + 1_000; next < end; next += 40) {
        gateway.quotes(...quotes.slice(next, next + 40))
        await new Promise((resolve) => setImmediate(resolve))
      }
      await until(async () => (await asker.rows(SILVERS)).length > next / 4)
      gateway.tell(orderFact(order, START + 1 + life, { status: 'working' }))
      history.child.kill('SIGKILL')
      await exitCode(history)
    }
    const last = started(spec)
    // With what was under way at the last kill, no more than the gateway remembers of each
    // contract.
    const all = quotes.slice(0, next + 3_000)
    gateway.quotes(...all.slice(next))
    gateway.tell(orderFact(order, START + 9, { status: 'cancelled' }))
    const found = await asker.awaited(all.length / 2, SILVERS)
    expect(found).toHaveLength(all.length / 2)
    expect(found).toMatchObject(told(all, 0))
    await until(async () => {
      const [row] = await asker.rows({ kind: 'orders', from: 0 })
      return row?.['status'] === 'cancelled'
    })
    const events = await asker.rows({ kind: 'order-events', orderId: 'a' })
    const numbers = events.map((row) => row['event_no'])
    expect(numbers).toEqual(Array.from(numbers, (_, number) => number))
    expect(new Set(events.map((row) => row['ts'])).size).toBe(events.length)
    last.child.kill('SIGTERM')
    expect([await exitCode(last), last.said()]).toEqual([
      0,
      expect.stringContaining('leaving: SIGTERM'),
    ])
  }, 120_000)

  it('refuses to start where another writes, with words and the code 2', async () => {
    const { gateway, spec } = await arranged()
    const first = started(spec)
    await until(() => gateway.asked.length > 0)
    const second = started(spec)
    expect(await exitCode(second)).toBe(2)
    expect(second.said()).toMatch(
      new RegExp(`history is in use by process ${first.child.pid}.* \\[instance.locked\\]`),
    )
  })

  it.each<[string, () => Partial<HistorySpec>, RegExp]>([
    [
      'a Redis that is none',
      () => ({ redis: secret('http://localhost') }),
      /redis.*\[store\.config\]/i,
    ],
    [
      'a QuestDB that is none',
      () => ({ questdb: secret('tcp::addr=localhost:9009;') }),
      /questdb must begin with http.*\[store\.config\]/,
    ],
    [
      'a place to ask QuestDB that is none',
      () => ({
        questdb: secret('http::addr=localhost:9000;'),
        questdbPg: secret('mysql://admin:hidden@localhost'),
      }),
      /questdbPg cannot be read.*\[store\.config\]/,
    ],
    [
      'a variable that is not set',
      () => ({ questdb: { variable: 'GHTRADER_TEST_UNSET' } }),
      /GHTRADER_TEST_UNSET is not set \[store\.config\]/,
    ],
  ])('ends with the code 2 and in words where it is told %s', async (_, overrides, words) => {
    const { spec } = await arranged(overrides())
    const history = started(spec)
    expect(await exitCode(history)).toBe(2)
    expect(history.said()).toMatch(words)
    expect(history.said()).not.toContain('hidden')
  })
})
