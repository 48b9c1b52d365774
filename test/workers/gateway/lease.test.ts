import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import { Lease } from '../../../workers/gateway/lease.ts'
import { createFailingDisk } from '../../adapters/journal/failing-disk.ts'
import { arranged, turns } from './arrangement.ts'

const at = (milliseconds: number) => (milliseconds * 1000) as Micros

describe('a lease', () => {
  it('holds as long as no two signs of life are further apart than the silence', () => {
    const lease = new Lease(1_000_000, at(0))
    expect([1000, 2000, 2500].map((now) => lease.renew(at(now)))).toEqual([true, true, true])
  })

  it('once lost is never had again', () => {
    const lease = new Lease(1_000_000, at(0))
    const lost = lease.renew(1_000_001 as Micros)
    expect([lost, lease.renew(1_000_002 as Micros), lease.tick(at(1001))]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('is not lost by a sleep that was announced', () => {
    const lease = new Lease(1_000_000, at(0))
    lease.power(true, at(500))
    const woken = lease.tick(at(3_600_000))
    lease.power(false, at(3_600_010))
    expect([woken, lease.renew(at(3_600_900)), lease.renew(at(3_602_000))]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is not lost by a sleep that only its end tells of first', () => {
    const lease = new Lease(1_000_000, at(0))
    lease.power(true, at(500))
    lease.power(false, at(3_600_000))
    expect(lease.renew(at(3_600_500))).toBe(true)
  })

  it('believes in no sleep while its timers go on', () => {
    const lease = new Lease(1_000_000, at(0))
    lease.power(true, at(0))
    for (let tick = 1; tick <= 201; tick++) lease.tick(at(tick * 50))
    expect([lease.asleep, lease.renew(at(201 * 50 + 1001))]).toEqual([false, false])
  })
})

describe('a gateway that stood still for longer than others wait for it', () => {
  const spec = { silenceMs: 1_000, durable: true }

  it('ends at once, sending and writing nothing of what waits for it', async () => {
    const all = await arranged({ spec })
    await turns()
    all.gateway.bus.stall()
    all.hand.command(all.intent())
    all.hand.command({ kind: 'CancelAll' })
    await turns()
    const asked = all.exchange.asked.length
    const heard = all.hand.heard.length
    all.clock.pass(1_001)
    all.gateway.bus.resume()
    expect(await all.gateway.station.ended).toBe(3)
    await turns()
    expect(all.exchange.asked.length).toBe(asked)
    expect(all.hand.heard.slice(heard).map(({ fact }) => fact.kind)).toEqual([])
    expect(all.gateway.lines.at(-1)).toMatch(/^stood still for over 1000 ms.*\[worker\.stalled\]$/)
    all.hand.heard.length = 0
    await all.start()
    await all.trading('active')
  })

  it('ends where its disk kept it waiting: the order is in the journal, and never leaves', async () => {
    const disk = createFailingDisk()
    const all = await arranged({ spec, disk })
    await turns()
    const write = disk.write.bind(disk)
    let slow = true
    disk.write = (...parameters) => {
      if (slow) all.clock.pass(1_001)
      return write(...parameters)
    }
    all.hand.command(all.intent())
    expect(await all.gateway.station.ended).toBe(3)
    slow = false
    await turns()
    expect([all.submitted, all.hand.of('order')]).toEqual([[], []])
    all.hand.heard.length = 0
    await all.start()
    await all.trading('active')
    await all.until(() => all.hand.of('order').length > 0)
    expect(all.hand.last('order').order.status).toBe('rejected')
    expect(all.submitted).toEqual([])
  })

  it('ends without a frame that woke it, by its own timer', async () => {
    const all = await arranged({ spec })
    all.clock.pass(1_001)
    expect(await all.gateway.station.ended).toBe(3)
  })

  it('lives on through a sleep of the machine, and is not silenced by it', async () => {
    const all = await arranged({ spec })
    all.hand.service({ kind: 'Beat', windows: 1 })
    all.hand.service({ kind: 'Power', asleep: true })
    await turns()
    all.clock.pass(3_600_000)
    // Its timers go on before it hears that the machine woke.
    const told = all.hand.of('time').length
    await all.until(() => all.hand.of('time').length > told)
    all.hand.service({ kind: 'Power', asleep: false })
    all.hand.service({ kind: 'Beat', windows: 1 })
    await turns()
    await all.pass(500)
    expect(await all.order()).toBe('accepted')
    expect(all.hand.of('state').map(({ cause }) => cause)).not.toContain('silence')
  })
})
