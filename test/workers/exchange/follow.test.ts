import { describe, expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { OrderTerms, Ticks } from '../../../src/core/domain/index.ts'
import { told } from '../../core/exchange/exchange-fixture.ts'
import { BREAK, MORNING, follower, following, gatewayOf, quoted, traded } from './follow-fixture.ts'
import { order } from './peer.ts'

/** An order for silver that must fill at once. */
function fak(id: string, limit = 5_000): OrderTerms {
  return order(id, { kind: 'fak', limit: limit as Ticks })
}

function waiting(id: string, lots = 3): OrderTerms {
  return order(id, { kind: 'limit', limit: 4_999 as Ticks, volume: lots as never })
}

describe('an exchange that follows the quotes of a gateway', () => {
  it('tells who it is, what is listed, and the time, but no quotes of its own', async () => {
    const { peer } = await following()
    const { facts } = await peer.snapshot()
    expect(facts.map(({ kind }) => kind)).toEqual(['hello', 'directory', 'time'])
    expect(facts[0]).toEqual({
      kind: 'hello',
      mode: 'paper',
      profile: 'default',
      tradingDay: 20_200_821,
    })
    expect(facts[1]).toMatchObject({ instruments: [{ symbol: 'SHFE.ag2012' }] })
    expect([peer.of('quote'), peer.last('time').at >= MORNING]).toEqual([[], true])
  })

  it('fills at once what the last quote shows', async () => {
    const { peer } = await following()
    peer.login()
    peer.submit(fak('a'))
    await peer.hears('report filled 2')
    expect(told(peer.reports).slice(1)).toEqual(['a accepted', 'a filled 1 at 5000'])
  })

  it('lets an order queue behind what is shown, and fills it by what is traded', async () => {
    const { peer, gateway } = await following()
    peer.submit(waiting('a'))
    await peer.hears('report accepted 1')
    gateway.quote(traded(400, 4))
    gateway.quote(traded(500, 7))
    await peer.hears('report filled 2')
    gateway.quote(traded(600, 12))
    await peer.hears('report filled 3')
    expect(told(peer.reports)).toEqual(['a accepted', 'a filled 2 at 4999', 'a filled 1 at 4999'])
  })

  it('stands on session time: that of the quotes, and the clock’s since', async () => {
    const { peer, gateway, clock, comes, station } = await following()
    gateway.quote(quoted(900))
    await comes(() => station.heart.figures['quotes.heard'] === 2)
    clock.pass(700)
    peer.ask({ kind: 'ledger' })
    await peer.hears('report ledger')
    const { at } = peer.reports.find(({ kind }) => kind === 'ledger')!
    expect((at - MORNING) / 1000).toBeGreaterThanOrEqual(1_600)
    const times = peer.of('time').map((fact) => fact.at)
    expect(times).toEqual(times.toSorted((one, other) => one - other))
  })

  it('fills nothing at a quote that is too old, be it here or yet to come', async () => {
    const { peer, gateway, clock, comes } = await following()
    clock.pass(3_000)
    peer.submit(fak('a'))
    await peer.hears('report cancelled 2')
    peer.submit(waiting('b'))
    await peer.hears('report accepted 3')
    gateway.quote(traded(100, 40))
    await comes(() => peer.last('beat').figures['quotes.stale'] === 1)
    expect(told(peer.reports)).toEqual(['a accepted', 'a cancelled 1 venue.unfilled', 'b accepted'])
  })

  it('takes no order while the instrument does not trade', async () => {
    const hub = createMemoryHub()
    await gatewayOf(hub, { at: BREAK })
    const { peer, ready } = await follower({ hub })
    await ready()
    peer.submit(fak('a'))
    await peer.hears('report rejected 1')
    expect(peer.reports.at(-1)).toMatchObject({
      code: 'venue.closed',
      message: 'SHFE.ag2012 is not in a trading session',
    })
  })

  it('beats and ends the day though no quote comes', async () => {
    const { peer, clock } = await following()
    peer.submit(waiting('a'))
    await peer.hears('report accepted 1')
    clock.pass(8.5 * 3_600_000)
    await peer.hears('report settled 3')
    expect(told(peer.reports)).toEqual([
      'a accepted',
      'a cancelled 3 venue.day-end',
      'settled 20200821: 0=5000',
    ])
  })

  it('holds requests and reports up for as long as the line takes', async () => {
    const { peer, clock, comes } = await following({ overrides: { latencyMs: 100 } })
    const before = clock.monotonic()
    peer.submit(fak('a'))
    await comes(() => peer.reports.some(({ kind }) => kind === 'filled'))
    expect(clock.monotonic() - before).toBeGreaterThanOrEqual(160_000)
  })
})
