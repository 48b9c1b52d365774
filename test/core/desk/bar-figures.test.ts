import { describe, expect, it } from 'vitest'
import { chipsOf } from '../../../src/core/desk/chips.ts'
import { gateUsage } from '../../../src/core/desk/gate-usage.ts'
import { haltStory } from '../../../src/core/desk/halt-story.ts'
import type { BeatFact } from '../../../src/core/contracts/index.ts'
import type { Micros, Order } from '../../../src/core/domain/index.ts'
import { isFresh } from '../../../src/core/replica/index.ts'
import { gateCase, hold, underWay } from '../engine/fixture/gate.ts'
import { replicaFixture } from '../replica/replica-fixture.ts'

const NOW = 10_000_000 as Micros

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
    const chips = chipsOf(well({ 'hop.gateway.p50_us': 120 }), NOW, 500_000)
    expect(chips.map(({ state, unit, value }) => [state, unit, value])).toEqual([
      ['good', 'delay', 120],
      ['good', '', NaN],
      ['good', '', 0],
    ])
  })

  it('is off, with its age, where the gateway is silent', () => {
    const replica = well()
    const gateway = replica.sources.get('gateway')!
    gateway.standing = { ...gateway.standing, silent: true, staleSince: 8_000_000 as Micros }
    expect(chipsOf(replica, NOW, 0).slice(0, 2)).toEqual([
      { name: 'feed', state: 'off', unit: 'age', value: 2_000_000 },
      { name: 'orders', state: 'off', unit: 'age', value: 2_000_000 },
    ])
  })

  it('takes no orders, and says for how long, where the exchange is silent', () => {
    const replica = well()
    const exchange = replica.sources.get('exchange')!
    exchange.standing = { ...exchange.standing, silent: true, staleSince: 7_000_000 as Micros }
    expect(chipsOf(replica, NOW, 0)[1]).toEqual({
      name: 'orders',
      state: 'off',
      unit: 'age',
      value: 3_000_000,
    })
  })

  it('is slow where no quote came for long, or trading is reduced', () => {
    const replica = well()
    replica.state.trading = { ...replica.state.trading, state: 'reducing' }
    expect(chipsOf(replica, NOW, 4_000_000).map(({ state }) => state)).toEqual([
      'slow',
      'slow',
      'good',
    ])
  })

  it('is slow where rows wait for the store, or are lost', () => {
    const waiting = chipsOf(well({ 'outbox.rows': 30_000 }), NOW, 0)[2]
    const old = chipsOf(well({ 'outbox.rows': 5, 'outbox.age_ms': 9_000 }), NOW, 0)[2]
    const lost = chipsOf(well({ 'outbox.lost': 1 }), NOW, 0)[2]
    expect([waiting, old, lost].map((chip) => chip?.state)).toEqual(['slow', 'slow', 'slow'])
    expect(waiting).toMatchObject({ unit: 'rows', value: 30_000 })
  })

  it('is off, with its age, while the history store is away, and slow without the hot store', () => {
    const figures = { 'outbox.rows': 5, 'hot.failing_ms': 0, 'history.failing_ms': 0 }
    const shown = (more: Readonly<Record<string, number>>) =>
      chipsOf(well({ ...figures, ...more }), NOW, 0)[2]
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
