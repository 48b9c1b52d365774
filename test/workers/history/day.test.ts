import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { Price, Quote } from '../../../src/core/domain/index.ts'
import { NO_TRADING_DAY } from '../../../src/core/domain/index.ts'
import { accountOf } from '../../../src/core/state/index.ts'
import { until } from '../../until.ts'
import { DAY, NEXT_DAY, START } from '../../core/engine/fixture/market.ts'
import { arranged } from './arrangement.ts'
import type { Cells } from './asker.ts'
import { EVER } from './asker.ts'
import { GatewaySource } from './gateway-source.ts'
import { GATEWAY, historySpec, startedHistory } from './history-fixture.ts'
import { walk } from './market-quotes.ts'
import { trade } from './trades.ts'

const SILVERS = { kind: 'ticks', symbol: 'SHFE.ag2012', ...EVER } as const

/** Quotes over the turn of a trading day: the totals begin anew in the middle. */
function overnight(count: number): {
  readonly first: readonly Quote[]
  readonly second: readonly Quote[]
} {
  const quotes = walk(count)
  const second = quotes.slice(count / 2).map((quote) => {
    const earlier = quotes[count / 2 - 2 + (quote.instrument as number)]!
    const volume = quote.volume - earlier.volume
    return { ...quote, volume, preSettlement: 999 as Price }
  })
  const first = quotes.slice(0, count / 2).map((each) => ({ ...each, preSettlement: 998 as Price }))
  return { first, second }
}

function daysOf(rows: readonly Cells[]): Readonly<Record<string, number>> {
  const days: Record<string, number> = {}
  for (const row of rows) {
    const day = String(row['trading_day'])
    days[day] = (days[day] ?? 0) + 1
  }
  return days
}

describe('a trading day that ends', () => {
  it('leaves what was held, earned and paid, and turns the day of what follows', async () => {
    const { gateway, asker } = await arranged()
    const { first, second } = overnight(100)
    gateway.quotes(...first)
    trade(gateway, { id: 'a', at: START, price: 4_990 })
    gateway.settle(START + 20_000_000)
    gateway.quotes(...second)
    trade(gateway, { id: 'b', at: START + 21_000_000, lots: 1 })
    expect(daysOf(await asker.awaited(50, SILVERS))).toEqual({ [DAY]: 25, [NEXT_DAY]: 25 })
    expect(await asker.awaited(2, { kind: 'settlements', ...EVER })).toMatchObject([
      { owner: '', symbol: '', trading_day: DAY, long_lots: 2, profit: 300, commission: 3 },
      {
        owner: 'alpha',
        symbol: 'SHFE.ag2012',
        trading_day: DAY,
        price: 5_000,
        long_lots: 2,
        profit: 300,
        commission: 3,
      },
    ])
    expect(await asker.awaited(1, { kind: 'positions' })).toMatchObject([
      { long_today: 1, long_history: 2, trading_day: NEXT_DAY },
    ])
    const orders = await asker.awaited(2, { kind: 'orders', from: 0 })
    expect(orders.map((row) => row['trading_day'])).toEqual([DAY, NEXT_DAY])
  })

  it('turns for the quotes that overtake its settlement too', async () => {
    const { gateway, asker } = await arranged()
    const { first, second } = overnight(100)
    gateway.quotes(...first, ...second.slice(0, 6))
    gateway.settle(START + 20_000_000)
    gateway.quotes(...second.slice(6))
    expect(daysOf(await asker.awaited(50, SILVERS))).toEqual({ [DAY]: 25, [NEXT_DAY]: 25 })
  })

  it('does not turn where totals fall and no settlement comes', async () => {
    const { gateway, asker } = await arranged()
    const { first, second } = overnight(40)
    gateway.quotes(...first, ...second)
    expect(daysOf(await asker.awaited(20, SILVERS))).toEqual({ [DAY]: 20 })
  })

  it.each([
    ['it is missed with quotes before and after', false],
    ['the history is away meanwhile', true],
  ])('dates every tick where %s', async (_, isAway) => {
    const { gateway, again, ...before } = await arranged()
    const { first, second } = overnight(200)
    gateway.quotes(...first.slice(0, 50))
    const missed = (): void => {
      gateway.quotes(...first.slice(50))
      gateway.settle(START + 30_000_000)
      gateway.quotes(...second.slice(0, 50))
    }
    const { asker, figure } = isAway ? await again(missed) : before
    if (!isAway) gateway.losing(missed)
    gateway.quotes(...second.slice(50))
    expect(daysOf(await asker.awaited(100, SILVERS))).toEqual({ [DAY]: 50, [NEXT_DAY]: 50 })
    await until(() => figure('ticks.held') === 0)
    expect(figure('ticks.undated')).toBe(0)
  })

  it('dates ticks that are fetched while the first day of a new gateway is told', async () => {
    const hub = createMemoryHub()
    const day = NO_TRADING_DAY
    const gateway = await GatewaySource.open(hub.bus(), { doors: GATEWAY, day })
    gateway.answersWarmUps = false
    const { first } = overnight(80)
    gateway.quotes(...first.slice(0, 20))
    const { asker, figure } = await startedHistory(historySpec(), hub)
    const isAsked = () => gateway.asked.some(({ kind }) => kind === 'WarmUpRequest')
    await until(isAsked)
    gateway.quotes(...first.slice(20, 30))
    gateway.tell({
      kind: 'account',
      account: { ...accountOf(gateway.state, START), tradingDay: DAY },
    })
    gateway.quotes(...first.slice(30))
    gateway.answersWarmUps = true
    expect(daysOf(await asker.awaited(20, SILVERS))).toEqual({ [DAY]: 20 })
    await until(() => figure('ticks.held') === 0)
    expect(figure('ticks.undated')).toBe(0)
  })

  it('leaves the ticks of the day before as they are when the history comes back after it', async () => {
    const { gateway, again } = await arranged()
    const { first } = overnight(200)
    gateway.quotes(...first)
    const { asker, figure } = await again(() => gateway.settle(START + 30_000_000))
    await until(() => figure('ticks.held') === 0 && figure('outbox.rows') === 0)
    expect(daysOf(await asker.rows(SILVERS))).toEqual({ [DAY]: 50 })
  })
})
