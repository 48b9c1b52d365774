import { describe, expect, it } from 'vitest'
import { saying, sayingText } from '../../../src/core/contracts/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { OrderId, OrderTerms, Symbol, Ticks } from '../../../src/core/domain/index.ts'
import { SILVER, told } from '../../core/exchange/exchange-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { tryExchange } from './exchange-fixture.ts'
import { followSpec, follower, following, gatewayOf, quoted, traded } from './follow-fixture.ts'
import { leftBehind } from './left-behind.ts'
import { order } from './peer.ts'
import { noted } from '../../noted.ts'

const GOLD = { ...SILVER, symbol: 'SHFE.au2012' as Symbol }

function fak(id: string): OrderTerms {
  return order(id, { kind: 'fak', limit: 5_000 as Ticks })
}

function waiting(id: string): OrderTerms {
  return order(id, { kind: 'limit', limit: 4_999 as Ticks, volume: 3 as never })
}

describe('the life of an exchange that follows a gateway', () => {
  it('refuses whatever is asked before it knows what is listed, and says what for', async () => {
    const { peer, hub, ready, comes } = await follower()
    const waits = saying('beat.waits-listing', { gateway: 'gateway' })
    peer.login()
    peer.submit(fak('early'))
    peer.ask({ kind: 'reset', epoch: peer.epoch, command: 'reset-1' as never, person: 'tester' })
    await peer.hears('report reset-refused')
    await comes(() => peer.of('health').length === 3 && peer.of('beat').length > 0)
    expect(peer.of('health').map(({ saying }) => sayingText(saying))).toEqual(
      ['login', 'submit', 'reset'].map(
        (kind) => `a ${kind} was refused: this exchange ${sayingText(waits)}`,
      ),
    )
    expect(peer.last('beat')).toMatchObject({ ready: false, notes: [waits] })
    await gatewayOf(hub)
    await ready()
    peer.ask({ kind: 'query', order: 'early' as OrderId })
    await peer.hears('report order-status 0')
    expect(peer.reports.at(-1)).toMatchObject({ status: 'not-found', seq: 0 })
  })

  it('is refused where the gateway is not among its peers', async () => {
    const spec = followSpec(temporaryFolder(), { peers: {} })
    expect(await tryExchange(spec)).toMatchObject({ ok: false, error: { code: 'worker.spec' } })
  })

  it('fills nothing after a gap until it was told how things stand, and says so', async () => {
    const { peer, gateway, comes } = await following()
    await peer.orders(waiting('a'), 'accepted 1')
    gateway.answersSnapshots = false
    gateway.losing(() => gateway.quote(traded(100, 1)))
    gateway.quote(traded(200, 40))
    await comes(() => noted(peer.last('beat')).includes('are missing'))
    await peer.orders(fak('b'), 'cancelled 3')
    gateway.standing = [traded(300, 41)]
    gateway.answersSnapshots = true
    await comes(() => noted(peer.last('beat')) === '')
    await peer.orders(fak('c'), 'filled 5')
    expect(told(peer.reports)).toEqual([
      'a accepted',
      'b accepted',
      'b cancelled 1 venue.unfilled',
      'c accepted',
      'c filled 1 at 5000',
    ])
    expect(peer.of('health').map(({ ok, saying }) => [ok, sayingText(saying)])).toEqual([
      [false, 'quotes of gateway are missing: nothing fills until it says how things stand'],
      [true, 'gateway said how things stand: its quotes fill again'],
    ])
  })

  it('does the same when another life of the gateway speaks', async () => {
    const { peer, gateway, hub, comes } = await following()
    await gateway.kill()
    await comes(() => noted(peer.last('beat')).includes('are missing'))
    await peer.orders(fak('a'), 'cancelled 2')
    const next = await gatewayOf(hub, { epoch: 4 })
    await comes(() => noted(peer.last('beat')) === '')
    next.quote(quoted(1_000))
    await peer.orders(fak('b'), 'filled 4')
    expect(told(peer.reports)).toEqual([
      'a accepted',
      'a cancelled 1 venue.unfilled',
      'b accepted',
      'b filled 1 at 5000',
    ])
  })

  it('ends with words where the gateway lists other instruments than before', async () => {
    const { gateway, station, lines } = await following()
    gateway.writer.publish({ kind: 'directory', instruments: [GOLD], owners: [] })
    expect(await station.ended).toBe(2)
    expect(lines.join('\n')).toContain('gateway lists other instruments than before')
  })

  it('ends with words where its books are of other instruments', async () => {
    const first = await following()
    await first.kill()
    await first.gateway.kill()
    const hub = createMemoryHub()
    await gatewayOf(hub, { instruments: [GOLD] })
    const { station, lines } = await follower({ hub, folder: leftBehind(first.folder) })
    expect(await station.ended).toBe(2)
    expect(lines.join('\n')).toContain('was SHFE.ag2012')
    expect(lines.join('\n')).toContain('and is listed as SHFE.au2012')
  })

  it('goes on after a kill with ledger and working orders, at the next quote', async () => {
    const { peer, folder, kill, hub, clock, gateway } = await following()
    peer.login()
    peer.submit(fak('a'))
    peer.submit(waiting('b'))
    peer.ask({ kind: 'ledger' })
    await peer.hears('report ledger')
    const numbered = told(peer.reports.filter((report) => 'seq' in report))
    const before = peer.reports.at(-1)
    await kill()

    const heir = await follower({ folder: leftBehind(folder), hub, clock })
    expect(heir.station.staysFor()).toBe('orders that work: 1, lots that are held: 1')
    await heir.ready()
    heir.peer.ask({ kind: 'resend', after: 0 })
    heir.peer.ask({ kind: 'ledger' })
    await heir.peer.hears('report ledger')
    expect(told(heir.peer.reports)).toEqual(numbered.filter((line) => line !== 'epoch 1'))
    expect(heir.peer.reports.at(-1)).toMatchObject({
      ledger: { ...(before?.kind === 'ledger' && before.ledger), at: expect.any(Number) as number },
    })
    const now = (clock.monotonic() - 5_000_000) / 1000
    gateway.quote(traded(now, 50))
    gateway.quote(traded(now + 1, 60))
    await heir.peer.hears(/^report filled/, 2)
    expect(told(heir.peer.reports).at(-1)).toBe('b filled 3 at 4999')
    expect([heir.station.epoch, heir.station.staysFor()]).toEqual([
      2,
      'orders that work: 0, lots that are held: 4',
    ])
  })
})
