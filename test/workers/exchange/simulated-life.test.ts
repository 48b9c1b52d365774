import { describe, expect, it } from 'vitest'
import type { Disk } from '../../../src/adapters/journal/disk.ts'
import { DISK } from '../../../src/adapters/journal/disk.ts'
import type { VenueReport } from '../../../src/core/contracts/index.ts'
import type { OrderId, Ticks } from '../../../src/core/domain/index.ts'
import { createFailingDisk } from '../../adapters/journal/failing-disk.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import {
  TODAY,
  createHandClock,
  exchangeSpec,
  startedExchange,
  tryExchange,
} from './exchange-fixture.ts'
import { leftBehind } from './left-behind.ts'
import { order } from './peer.ts'
import { simulated } from './simulated-fixture.ts'
import { noted } from '../../noted.ts'

/** A ledger, whenever it was asked for. */
function untimed(report: VenueReport | undefined) {
  return report?.kind === 'ledger' ? { ...report.ledger, at: 0 } : report
}

describe('the life of an exchange of the built-in market', () => {
  it('keeps every record before the report of it leaves', async () => {
    const told: string[] = []
    const watched: Disk = {
      ...DISK,
      write: (...parameters) => {
        told.push('kept')
        return DISK.write(...parameters)
      },
    }
    const { peer } = await simulated(undefined, { durable: true }, { disk: watched })
    told.length = 0
    peer.onReport = ({ kind }) => told.push(kind)
    peer.login()
    await peer.hears('report beat 0')
    peer.submit(order('a'))
    await peer.hears('report filled 2')
    expect(told).toEqual(['kept', 'logged-in', 'beat', 'kept', 'accepted', 'filled'])
  })

  it('goes on after a kill with its ledger, its working orders and every report', async () => {
    const { peer, clock, folder, kill } = await simulated()
    clock.pass(1000)
    await peer.hears(/^quote/, 6)
    const best = peer.of('quote').find(({ instrument }) => instrument === 0)?.bidPrices[0] ?? NaN
    peer.login()
    peer.submit(order('a'))
    peer.submit(order('b', { kind: 'limit', limit: (best / 10 - 20) as Ticks }))
    peer.ask({ kind: 'ledger' })
    await peer.hears('report ledger')
    const numbered = peer.reports.filter(
      ({ kind }) => kind === 'accepted' || kind === 'filled' || kind === 'cancelled',
    )
    const before = peer.reports.at(-1)
    const last = peer.last('time').at
    await kill()

    const wallSetBack = createHandClock(TODAY - 60_000_000)
    const heir = await simulated(leftBehind(folder), {}, { clock: wallSetBack })
    heir.peer.ask({ kind: 'ledger' })
    heir.peer.ask({ kind: 'resend', after: 0 })
    await heir.peer.hears('report cancelled 4', 0)
    await heir.peer.hears('report accepted 3')
    const [ledger, ...resent] = heir.peer.reports
    expect([heir.station.epoch, resent]).toEqual([2, numbered])
    expect(untimed(ledger)).toEqual(untimed(before))
    expect(heir.peer.last('time').at).toBeGreaterThanOrEqual(last)
    expect(heir.station.staysFor()).toBe('orders that work: 1, lots that are held: 1')
  })

  it('is refused where another exchange has the books, and starts once that has left', async () => {
    const { station, folder, hub } = await simulated()
    const second = await tryExchange(exchangeSpec(folder))
    expect(second).toMatchObject({ ok: false, error: { code: 'instance.locked' } })
    await station.quit('enough')
    const third = await startedExchange(exchangeSpec(folder), { hub })
    expect([await station.ended, third.station.epoch]).toEqual([0, 2])
  })

  it('leaves its books as they were where its doors are taken', async () => {
    const { hub } = await simulated()
    const folder = temporaryFolder()
    const second = await tryExchange(exchangeSpec(folder), { hub })
    expect(second).toMatchObject({ ok: false, error: { code: 'bus.taken' } })
    await startedExchange(exchangeSpec(folder))
  })

  it('answers nothing more once its disk is full, says why, and ends', async () => {
    const disk = createFailingDisk()
    const { peer, station, folder } = await simulated(undefined, { durable: true }, { disk })
    peer.login()
    await peer.hears('report beat 0')
    disk.failAfter(0, 'ENOSPC')
    peer.submit(order('a'))
    peer.ask({ kind: 'ledger' })
    expect(await station.ended).toBe(2)
    const { code, message } = peer.last('health').saying.values
    const { ready, notes } = peer.last('beat')
    expect(message).toMatch(/cannot be written \(ENOSPC, the disk is full\)/)
    expect([ready, notes, code]).toEqual([false, [peer.last('health').saying], 'journal.write'])
    expect(peer.log.filter((line) => line.startsWith('report'))).toEqual([
      'report logged-in 0',
      'report beat 0',
    ])
    const heir = await simulated(folder)
    heir.peer.ask({ kind: 'query', order: 'a' as OrderId })
    await heir.peer.hears('report order-status 0')
    expect(heir.peer.reports[0]).toMatchObject({ status: 'not-found' })
  })

  it('stands still while the machine sleeps, and goes on where it was', async () => {
    const { peer, clock } = await simulated()
    clock.pass(100)
    await until(() => peer.last('time').at === TODAY + 100_000)
    peer.command({ kind: 'Power', asleep: true })
    await until(() => noted(peer.last('beat')) !== '')
    clock.pass(1_500)
    peer.login()
    await peer.hears('report beat 0')
    peer.command({ kind: 'Power', asleep: false })
    await until(() => noted(peer.last('beat')) === '')
    clock.pass(200)
    await until(() => peer.last('time').at > TODAY + 100_000)
    expect([peer.reports[0]!.at - TODAY, peer.last('time').at - TODAY]).toEqual([100_000, 300_000])
  })
})
