import { describe, expect, it } from 'vitest'
import type { Fill, Order } from '../../src/core/domain/index.ts'
import type { ExchangeRecord } from '../../src/core/exchange/index.ts'
import type { GatewayRecord } from '../../src/core/journal/index.ts'
import { INSTRUMENTS, OWNERS } from '../core/engine/fixture/market.ts'
import type { Sides } from '../soak/audit.ts'
import { audit } from '../soak/audit.ts'

const ORDER = {
  id: 'o1',
  intent: 'i1',
  owner: 1,
  instrument: 0,
  side: 'buy',
  offset: 'open',
  kind: 'limit',
  limit: 5_000,
  volume: 2,
  createdAt: 10,
} as unknown as Order
const STANDING = { cancelling: false, reason: '', updatedAt: 10 }
const FILL = { ...ORDER, id: 'f1', order: 'o1', price: 5_000, at: 12 } as unknown as Fill

const order = (changes: object): GatewayRecord =>
  ({ kind: 'order', order: { ...ORDER, ...STANDING, filled: 0, ...changes } }) as GatewayRecord
const reported = (report: object): ExchangeRecord =>
  ({ kind: 'reported', report }) as ExchangeRecord

/** Two lots were wanted, ordered, and bought. */
const GATEWAY = [
  { kind: 'opened', at: 1, mode: 'simulated', profile: 'a', tradingDay: 20200821, cash: 1e9 },
  { kind: 'target', at: 9, intent: 't', sender: 'alpha', owner: 1, instrument: 0, target: 2 },
  order({ status: 'pending' }),
  { kind: 'venue-seq', seq: 1 },
  order({ status: 'working' }),
  { kind: 'fill', fill: FILL, fee: 300, closedToday: 0, venueSeq: 2 },
  order({ status: 'filled', filled: 2 }),
] as unknown as readonly GatewayRecord[]
const EXCHANGE = [
  { kind: 'opened', at: 1, tradingDay: 20200821, cash: 1e9, seed: 1 },
  { kind: 'submitted', at: 11, order: ORDER },
  reported({ kind: 'accepted', seq: 1, at: 11, order: 'o1' }),
  reported({ kind: 'filled', seq: 2, at: 12, fill: FILL, fee: 300, closedToday: 0 }),
] as unknown as readonly ExchangeRecord[]
const SIDES: Sides = {
  gateway: GATEWAY,
  exchange: EXCHANGE,
  instruments: INSTRUMENTS,
  owners: OWNERS,
}
const without = (place: number, count = 1): readonly GatewayRecord[] =>
  GATEWAY.toSpliced(place, count)

describe('the audit of two journals', () => {
  it('finds nothing where both tell the same', () => {
    const { orders, fills, duplicates, forgotten, exceeded, differences } = audit(SIDES)
    expect([orders, fills, duplicates, forgotten, exceeded, differences]).toEqual([
      1,
      1,
      [],
      [],
      [],
      [],
    ])
  })

  it('finds an order that the gateway forgot, and one whose record came after it was sent', () => {
    const forgot = audit({ ...SIDES, gateway: without(2, 5) })
    expect(forgot.forgotten).toEqual(['gateway: order o1', 'gateway: fill f1'])
    expect(audit({ ...SIDES, gateway: without(2) }).duplicates).toEqual([
      'gateway: order o1 begins working, its record came late',
    ])
  })

  it('finds a fill that one side has alone, and one that came twice', () => {
    expect(audit({ ...SIDES, gateway: without(5) }).forgotten).toEqual(['gateway: fill f1'])
    expect(audit({ ...SIDES, exchange: EXCHANGE.slice(0, 3) }).forgotten).toContain(
      'exchange: fill f1',
    )
    expect(audit({ ...SIDES, gateway: [...GATEWAY, GATEWAY[5]!] }).duplicates).toEqual([
      'gateway: fill f1',
    ])
  })

  it('finds an order that works on one side alone, and an intent that made two', () => {
    const again = order({ id: 'o2', status: 'pending' })
    const found = audit({ ...SIDES, gateway: [...GATEWAY, again] })
    expect([found.duplicates, found.forgotten, found.exceeded.length]).toEqual([
      ['gateway: intent i1 made o1 too'],
      ['exchange: order o2 (pending)'],
      1,
    ])
    expect(found.differences).toEqual(['order o2: here working, at the venue gone'])
  })

  it('finds lots that would go beyond a target', () => {
    const target = { ...GATEWAY[1], target: 1 } as GatewayRecord
    expect(audit({ ...SIDES, gateway: GATEWAY.with(1, target) }).exceeded).not.toEqual([])
  })
})
