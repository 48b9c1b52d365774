import { describe, expect, it } from 'vitest'
import type { InstrumentId, Lots, Ticks } from '../../../../src/core/domain/index.ts'
import { HAND, ticksOf } from '../../../../src/core/domain/index.ts'
import type { Replica } from '../../../../src/core/replica/index.ts'
import { isFresh } from '../../../../src/core/replica/index.ts'
import { positionOf } from '../../../../src/core/state/index.ts'
import { openFeed } from '../../../../src/main/app/feed/index.ts'
import { viewOf } from '../../../../src/main/app/processes-view/index.ts'
import { openReplica } from '../../../../src/main/app/replica/index.ts'
import { openRouter } from '../../../../src/main/app/router/index.ts'
import type { Router } from '../../../../src/main/app/router/index.ts'
import { render } from '../../../../src/main/app/terminal/render.ts'
import { shownOf } from '../../../core/replica/replica-fixture.ts'
import { until } from '../../../until.ts'
import { ABOUT, TestWindow } from '../feed/feed-fixture.ts'
import { startWorkers } from './workers-fixture.ts'

/** Not the strategies' own. */
const TRADED = 2 as InstrumentId

async function instance() {
  const { main, stations, sources } = await startWorkers()
  const opened = openReplica(main, sources)
  const { replica } = opened
  const window = new TestWindow()
  openFeed(main, opened, ABOUT).open(window.end)
  const router = openRouter(main, opened, 'ann')
  const all = () => [...replica.sources.values()]
  await until(() => all().every(({ standing, beat }) => isFresh(standing) && beat?.ready === true))
  await until(() => replica.state.trading.state === 'active')
  await until(() => replica.state.quotes[TRADED] !== undefined)
  return { main, stations, sources, replica, window, router }
}

/** One lot, at a price that the market will give. */
function buy(router: Router, { state }: Replica) {
  const instrument = state.instruments[TRADED]!
  const ask = state.quotes[TRADED]!.askPrices[0]!
  return router.send('order.submit', {
    instrument: TRADED,
    side: 'buy',
    offset: 'open',
    orderKind: 'limit',
    limit: (ticksOf(instrument, ask) + 5) as Ticks,
    volume: 1 as Lots,
  })
}

describe('main among the workers themselves', () => {
  it('follows each of them, and shows all of them in one screen', async () => {
    const { main, replica, sources } = await instance()
    const shown = () =>
      viewOf(replica, {
        mode: 'simulated',
        profile: 'default',
        speed: 1,
        ticksPerSecond: 0,
        counts: { ticks: replica.told.quotes, orders: 0, fills: replica.told.fills },
        workers: [],
        own: [],
        now: main.clock.monotonic(),
      })
    const hops = () => shown().latencies.filter(({ name }) => name.startsWith('hop.'))
    await until(() => new Set(hops().map(({ process }) => process)).size >= 2)
    const view = shown()
    const lines = render(view, 150, 45, false)
    expect({
      trouble: view.trouble,
      processes: view.processes.map(({ name, condition }) => [name, condition]),
      fits: lines.length <= 45,
    }).toEqual({
      trouble: [],
      processes: sources.map(({ name }) => [name, 'ready']),
      fits: true,
    })
    expect(hops().map(({ process, name }) => `${process} ${name}`)).toEqual([
      'gateway hop.gateway',
      'strategy.rule hop.gateway',
    ])
    expect(view.stores.map(({ name }) => name)).toContain('outbox')
  })

  it('brings an order of a hand to the venue, and its fill to the window', async () => {
    const { router, replica, window } = await instance()
    const reply = await buy(router, replica)
    expect(reply).toMatchObject({ outcome: 'accepted', code: '' })
    const held = (of: typeof replica) => positionOf(of.state, HAND, TRADED).longToday.lots
    await until(() => window.mirror !== undefined && held(window.mirror) === 1)
    const order = [...window.mirror!.state.orders.values()].find(
      ({ intent }) => intent === reply.command,
    )
    expect([order?.status, held(replica)]).toEqual(['filled', 1])
    expect(window.mirror!.fills.some(({ fill }) => fill.order === order?.id)).toBe(true)
  })

  it('knows of an account, when it joins late, what it knows of one that it followed', async () => {
    const { replica, router, main, sources } = await instance()
    await buy(router, replica)
    await until(() => replica.fills.length > 0)
    await router.send('account.halt', { person: '', reason: 'to compare' })
    await until(() => replica.state.working.every((orders) => orders.length === 0))
    const late = openReplica(main, sources).replica
    await until(() => isFresh(late.sources.get('gateway')!.standing))
    const { account, orders, working, positions, held, targets } = shownOf(replica)
    expect(shownOf(late)).toMatchObject({ account, orders, working, positions, held, targets })
    expect(late.state.positions).toEqual(replica.state.positions)
  })
})
