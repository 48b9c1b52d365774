import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { HistorySpec } from '../../../src/core/contracts/worker-spec.ts'
import { atConsole, settled } from '../../contract/history/stores.ts'
import { START } from '../../core/engine/fixture/market.ts'
import type { QuestdbServer } from '../../servers/index.ts'
import { QUESTDB, startQuestdb } from '../../servers/index.ts'
import { until } from '../../until.ts'
import { arranged } from './arrangement.ts'
import { EVER } from './asker.ts'
import type { StartedHistory } from './history-fixture.ts'
import { secret, startedHistory, tryHistory } from './history-fixture.ts'
import { told, walk } from './market-quotes.ts'
import { orderFact, orderOf, trade } from './trades.ts'

const SILVERS = { kind: 'ticks', symbol: 'SHFE.ag2012', ...EVER } as const
/** The busiest second of the recorded hour brought 106 ticks. */
const TWICE_THE_PEAK = 2 * 106

describe.skipIf(QUESTDB.isAbsent)(`a history with a QuestDB${QUESTDB.why}`, () => {
  let server: QuestdbServer
  beforeAll(async () => {
    server = await startQuestdb()
  })
  afterAll(() => server.stop())

  /** Every test has rows of its own. */
  const of = (profile: string): Partial<HistorySpec> => ({
    profile,
    questdb: secret(`http::addr=127.0.0.1:${server.httpPort};`),
    questdbPg: secret(`postgres://admin:quest@127.0.0.1:${server.pgPort}/qdb`),
  })
  /** Rows of a table, and how many of them differ in what names them. */
  const counted = async (profile: string, table: string, key: string): Promise<unknown[]> => {
    await settled(server)
    const rows = `${table} WHERE profile = '${profile}'`
    const [all] = await atConsole(server, `SELECT count()::int FROM ${rows}`)
    const distinct = `SELECT count()::int FROM (SELECT DISTINCT ${key} FROM ${rows})`
    return [all?.[0], (await atConsole(server, distinct))[0]?.[0]]
  }

  it('finds again what it kept', async () => {
    const { gateway, alpha, asker } = await arranged({ spec: of('kept') })
    const quotes = walk(2_000)
    gateway.quotes(...quotes)
    trade(gateway, { id: 'a', at: START })
    alpha.decides(START, 2)
    gateway.settle(quotes.at(-1)!.at)
    expect(await asker.awaited(1_000, SILVERS)).toMatchObject(told(quotes, 0))
    expect(await asker.awaited(3, { kind: 'order-events', orderId: 'a' })).toMatchObject([
      { event_no: 0, status: 'pending' },
      { event_no: 1, status: 'working' },
      { event_no: 2, status: 'filled', filled: 2 },
    ])
    expect(await asker.awaited(1, { kind: 'fills', ...EVER })).toMatchObject([{ commission: 3 }])
    expect(await asker.awaited(2, { kind: 'account', ...EVER })).toHaveLength(3)
    expect(await asker.awaited(1, { kind: 'acks', ...EVER })).toHaveLength(1)
    expect(await asker.awaited(2, { kind: 'settlements', ...EVER })).toHaveLength(2)
    expect(await asker.awaited(1, { kind: 'positions' })).toMatchObject([{ long_history: 2 }])
    const decisions = await asker.awaited(1, { kind: 'decisions', owner: 'alpha', ...EVER })
    expect(decisions).toMatchObject([{ target: 2, features: [0.5, -1] }])
  })

  it('loses and doubles nothing while it is away for 20 s at twice the busiest second', async () => {
    const { gateway, ears, asker, figure } = await arranged({ spec: of('away') })
    const quotes = walk(22 * TWICE_THE_PEAK)
    let next = 0
    const second = async (): Promise<void> => {
      for (let tenth = 0; tenth < 10; tenth++) {
        const from = next
        next = Math.min(quotes.length, from + Math.ceil(TWICE_THE_PEAK / 10))
        gateway.quotes(...quotes.slice(from, next))
        await setTimeout(100)
      }
    }
    await second()
    await server.kill()
    for (let count = 0; count < 20; count++) await second()
    trade(gateway, { id: 'a', at: START })
    await until(() => ears.note?.includes('QuestDB') === true)
    expect([ears.ready, figure('outbox.rows') > 15 * TWICE_THE_PEAK]).toEqual([true, true])
    await server.restart()
    gateway.quotes(...quotes.slice(next))
    await until(() => figure('outbox.rows') === 0 && ears.note === '')
    expect(await counted('away', 'market_ticks', 'ts, symbol, feed_seq')).toEqual([
      quotes.length,
      quotes.length,
    ])
    expect(await asker.awaited(quotes.length / 2, SILVERS)).toMatchObject(told(quotes, 0))
    expect(await counted('away', 'orders', 'order_id, event_no')).toEqual([3, 3])
    expect([figure('outbox.lost'), figure('outbox.refused'), figure('follow.gaps')]).toEqual([
      0, 0, 0,
    ])
  }, 120_000)

  it('answers in words while it hangs, keeps what comes, and ends in good time', async () => {
    const spec = of('hung')
    const { gateway, ears, asker, station, figure, ...first } = await arranged({ spec })
    const quotes = walk(3_000)
    gateway.quotes(...quotes.slice(0, 1_000))
    await asker.awaited(500, SILVERS)
    await server.pause()
    onTestFinished(() => server.resume())
    gateway.quotes(...quotes.slice(1_000, 2_000))
    await until(() => figure('outbox.rows') > 0)
    const asked = { ...SILVERS, deadlineMillis: 500 }
    expect(await asker.reply(asked)).toMatchObject({ failure: { code: 'store.slow' } })
    await station.quit('the test says so')
    expect(ears.of('beat').at(-1)?.figures['outbox.rows']).toBeGreaterThan(0)
    server.resume()
    // In a process of its own the batch in flight ends with it; here it has its answer first.
    let next: StartedHistory | undefined
    await until(async () => {
      const started = await tryHistory(first.spec, first.hub)
      if (started.ok) next = started.value
      return started.ok
    })
    gateway.quotes(...quotes.slice(2_000))
    expect(await next!.asker.awaited(1_500, SILVERS)).toMatchObject(told(quotes, 0))
    const kept = (): Promise<unknown[]> => counted('hung', 'market_ticks', 'ts, symbol, feed_seq')
    await until(async () => Number((await kept())[1]) >= 3_000)
    expect(await kept()).toEqual([3_000, 3_000])
  }, 120_000)

  it('tells events of orders once, though it was away when the history began again', async () => {
    const { gateway, station, ...first } = await arranged({ spec: of('late') })
    const order = orderOf({ id: 'a', at: START })
    gateway.tell(orderFact(order, START), orderFact(order, START + 1, { status: 'working' }))
    await first.asker.awaited(2, { kind: 'order-events', orderId: 'a' })
    await station.quit('the test says so')
    await server.kill()
    const { asker, ears, figure } = await startedHistory(first.spec, first.hub)
    await until(() => ears.ready && figure('orders.held') === 1)
    gateway.tell(orderFact(order, START + 2, { status: 'cancelled' }))
    await until(() => figure('orders.held') === 2)
    await server.restart()
    const events = await asker.awaited(3, { kind: 'order-events', orderId: 'a' })
    expect(events.map((row) => [row['event_no'], row['status']])).toEqual([
      [0, 'pending'],
      [1, 'working'],
      [2, 'cancelled'],
    ])
    await until(() => figure('orders.held') === 0)
  }, 120_000)
})
