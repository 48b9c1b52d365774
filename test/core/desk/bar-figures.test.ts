import { describe, expect, it } from 'vitest'
import type { Chip, ChipWindow } from '../../../src/core/desk/chips.ts'
import { CHIPS, chipsOf } from '../../../src/core/desk/chips.ts'
import { ChipSince } from '../../../src/core/desk/chip-since.ts'
import { gateUsage } from '../../../src/core/desk/gate-usage.ts'
import { haltStory } from '../../../src/core/desk/halt-story.ts'
import type { BeatFact, SettingFact } from '../../../src/core/contracts/index.ts'
import type { Micros, Order } from '../../../src/core/domain/index.ts'
import type { Replica } from '../../../src/core/replica/index.ts'
import { isFresh } from '../../../src/core/replica/index.ts'
import { gateCase, hold, underWay } from '../engine/fixture/gate.ts'
import { replicaFixture } from '../replica/replica-fixture.ts'

const NOW = 10_000_000 as Micros
const WINDOW: ChipWindow = {
  link: { phase: 'following', old: false },
  unheard: 0,
  work: 4_000,
  drawsLess: false,
}

const chips = (replica: Replica, now: Micros, feedAge: number, window: Partial<ChipWindow> = {}) =>
  chipsOf(replica, now, feedAge, { ...WINDOW, ...window })

/** One of them. */
const chip = (name: Chip['name'], ...given: Parameters<typeof chips>): Chip =>
  chips(...given).find((each) => each.name === name)!

/** A replica whose processes are heard, and well. */
function well(figures: Readonly<Record<string, number>> = {}) {
  const replica = replicaFixture()
  for (const source of replica.sources.values()) {
    source.standing = {
      ...source.standing,
      epoch: 1,
      line: 'following',
      silent: false,
      staleSince: NaN as Micros,
    }
    source.beat = { kind: 'beat', ready: true, notes: [], figures } as unknown as BeatFact
    if (!isFresh(source.standing)) throw new Error('not well')
  }
  replica.state.trading = { ...replica.state.trading, state: 'active', cause: 'reconciled' }
  return replica
}

describe('what trading depends on', () => {
  it('is good where all are heard and trading is active', () => {
    const all = chips(well({ 'hop.gateway.p50_us': 120 }), NOW, 500_000)
    expect(all.map(({ name, state, unit, value }) => [name, state, unit, value])).toEqual([
      ['feed', 'good', 'delay', 120],
      ['gateway', 'good', '', NaN],
      ['orders', 'good', '', NaN],
      ['strategies', 'good', 'running', 1],
      ['history', 'good', '', 0],
      ['window', 'good', 'delay', 4_000],
    ])
    expect(all.map(({ name }) => name)).toEqual(CHIPS)
  })

  it('is off, with its age, where the gateway is silent', () => {
    const replica = well()
    const gateway = replica.sources.get('gateway')!
    gateway.standing = { ...gateway.standing, silent: true, staleSince: 8_000_000 as Micros }
    const off = { state: 'off', unit: 'age', value: 2_000_000 }
    expect(chips(replica, NOW, 0).slice(0, 3)).toEqual([
      { name: 'feed', ...off },
      { name: 'gateway', ...off },
      { name: 'orders', ...off },
    ])
  })

  it('is a gateway that waits, or has not beaten yet', () => {
    const replica = well()
    const gateway = replica.sources.get('gateway')!
    gateway.beat = { ...gateway.beat!, ready: false }
    const waits = chip('gateway', replica, NOW, 0).state
    gateway.beat = undefined
    expect([waits, chip('gateway', replica, NOW, 0).state]).toEqual(['slow', 'off'])
  })

  it('takes no orders, and says for how long, where the exchange is silent', () => {
    const replica = well()
    const exchange = replica.sources.get('exchange')!
    exchange.standing = { ...exchange.standing, silent: true, staleSince: 7_000_000 as Micros }
    expect(chip('orders', replica, NOW, 0)).toEqual({
      name: 'orders',
      state: 'off',
      unit: 'age',
      value: 3_000_000,
    })
  })

  it('is slow where no quote came for long, or trading is reduced', () => {
    const replica = well()
    replica.state.trading = { ...replica.state.trading, state: 'reducing' }
    expect(chips(replica, NOW, 4_000_000).map(({ state }) => state)).toEqual([
      'slow',
      'good',
      'slow',
      'good',
      'good',
      'good',
    ])
  })

  it('counts the strategies that run, and says for how long one is silent', () => {
    const replica = well()
    const name = 'strategy.alpha'
    replica.settings.set(name, { paused: true } as SettingFact)
    const paused = chip('strategies', replica, NOW, 0)
    const strategy = replica.sources.get(name)!
    strategy.standing = { ...strategy.standing, silent: true, staleSince: 9_000_000 as Micros }
    const silent = chip('strategies', replica, NOW, 0)
    replica.sources.delete(name)
    expect([paused, silent, chip('strategies', replica, NOW, 0).state]).toEqual([
      { name: 'strategies', state: 'slow', unit: 'running', value: 0, of: 1 },
      { name: 'strategies', state: 'off', unit: 'age', value: 1_000_000 },
      'idle',
    ])
  })

  it('is slow where rows wait for the store, or are lost', () => {
    const waiting = chip('history', well({ 'outbox.rows': 30_000 }), NOW, 0)
    const old = chip('history', well({ 'outbox.rows': 5, 'outbox.age_ms': 9_000 }), NOW, 0)
    const lost = chip('history', well({ 'outbox.lost': 1 }), NOW, 0)
    expect([waiting, old, lost].map(({ state }) => state)).toEqual(['slow', 'slow', 'slow'])
    expect(waiting).toMatchObject({ unit: 'rows', value: 30_000 })
  })

  it('is none while history starts, and off once that takes too long', () => {
    const replica = well()
    const history = [...replica.sources.values()].find(
      ({ standing }) => standing.worker === 'history',
    )!
    history.standing = { ...history.standing, line: 'waiting', epoch: 0, staleSince: 1 as Micros }
    history.beat = undefined
    const after = (micros: number) => chip('history', replica, (1 + micros) as Micros, 0)
    expect([after(4_900_000), after(5_000_000)]).toMatchObject([
      { state: 'idle', unit: '' },
      { state: 'off', unit: 'age', value: 5_000_000 },
    ])
  })

  it('is off, with its age, while the history store is away, and slow without the hot store', () => {
    const figures = { 'outbox.rows': 5, 'hot.failing_ms': 0, 'history.failing_ms': 0 }
    const shown = (more: Readonly<Record<string, number>>) =>
      chip('history', well({ ...figures, ...more }), NOW, 0)
    expect([
      shown({}),
      shown({ 'hot.failing_ms': 4_000 }),
      shown({ 'hot.failing_ms': 4_000, 'history.failing_ms': 2_500 }),
    ]).toEqual([
      { name: 'history', state: 'good', unit: '', value: 5 },
      { name: 'history', state: 'slow', unit: 'age', value: 4_000_000 },
      { name: 'history', state: 'off', unit: 'age', value: 2_500_000 },
    ])
  })

  it('is a window that is quick, and draws all', () => {
    const state = (window: Partial<ChipWindow>) => chip('window', well(), NOW, 0, window).state
    expect([
      state({ work: NaN }),
      state({ work: 16_700 }),
      state({ work: 16_701 }),
      state({ drawsLess: true }),
    ]).toEqual(['good', 'good', 'slow', 'slow'])
  })

  it('is as of then while nothing is heard, and nobody’s knowledge without a line', () => {
    const replica = well()
    replica.sources.delete('strategy.alpha')
    const told = (phase: 'following' | 'lost') =>
      chips(replica, NOW, 0, { link: { phase, old: true }, unheard: 2_500_000 }).map(
        ({ state, value }) => [state, value],
      )
    const old = ['slow', 2_500_000]
    const off = ['off', NaN]
    const none = ['idle', NaN]
    expect(told('following')).toEqual([old, old, old, none, old, old])
    expect(told('lost')).toEqual([off, off, off, none, off, ['off', 2_500_000]])
  })
})

describe('since when a chip stands as it does', () => {
  it('counts from its turn, whatever its figures do meanwhile', () => {
    const since = new ChipSince()
    const feed = (state: Chip['state'], value: number): readonly Chip[] => [
      { name: 'feed', state, unit: 'delay', value },
    ]
    since.take(feed('good', 100), 1_000)
    since.take(feed('good', 200), 5_000)
    const good = since.age('feed', 6_000)
    since.take(feed('slow', 200), 7_000)
    expect([good, since.age('feed', 7_500), since.age('window', 8_000)]).toEqual([5_000, 500, NaN])
  })
})

describe('what a halt did', () => {
  it('is its first and last cancel, and what is left', () => {
    const { state } = gateCase()
    const order = (id: string, status: string, second: number): void => {
      const updatedAt = (second * 1e6) as Micros
      state.orders.set(id as Order['id'], { id, status, cancelling: false, updatedAt } as never)
    }
    order('before', 'cancelled', 1)
    order('first', 'cancelled', 5)
    order('last', 'cancelled', 7)
    order('working', 'working', 6)
    const told = haltStory(state, 4_000_000 as Micros)
    expect(told).toMatchObject({ firstCancel: 5e6, lastCancel: 7e6, orders: 1, lots: 0 })
  })

  it('knows no cancel where there was none', () => {
    expect(haltStory(gateCase().state, 0 as Micros)).toMatchObject({
      firstCancel: NaN,
      lastCancel: NaN,
    })
  })
})

describe('how much of the gate’s bounds is used', () => {
  it('counts lots that are held with the orders that work', () => {
    const given = gateCase()
    hold(given, [3, 0, 0, 0])
    underWay(given, { side: 'buy', offset: 'open', volume: 2 as never })
    const [, net, gross] = gateUsage(given.state, given.now)
    expect([net, gross].map((usage) => usage?.now)).toEqual([5, 5])
  })

  it('is nothing of the daily loss on a day without one', () => {
    const given = gateCase()
    expect(gateUsage(given.state, given.now)[0]).toMatchObject({ rule: 'daily-loss', now: 0 })
  })
})
