import { describe, expect, it } from 'vitest'
import type { Arrangement } from './arrangement.ts'
import { arranged, turns } from './arrangement.ts'
import { noted } from '../../noted.ts'

/** The gateway's clock goes on, the market does not. */
async function frozen(all: Arrangement, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 50) {
    all.clock.pass(50)
    const looked = all.hand.of('time').length
    if (passed % 250 === 0) await all.until(() => all.hand.of('time').length > looked)
  }
}

describe('an exchange that has frozen', () => {
  it('lets no exposure grow once its feed is a second old, and grows it again when it goes on', async () => {
    const all = await arranged()
    all.exchange.bus.stall()
    await frozen(all, 1_200)
    expect(await all.order()).toBe('risk.stale')
    all.exchange.bus.resume()
    await all.pass(500)
    expect(await all.order()).toBe('accepted')
    expect(all.submitted.length).toBe(1)
  })

  it('is seen as frozen by the session time, which goes on without it', async () => {
    const all = await arranged()
    const { at: before } = await all.hand.hears('time')
    await frozen(all, 1_000)
    expect(all.hand.last('time').at - before).toBeGreaterThanOrEqual(750_000)
  })
})

describe('an exchange that is gone', () => {
  it('halts the account at once; once it is back the books are compared, and trading goes on', async () => {
    const all = await arranged()
    expect(await all.order()).toBe('accepted')
    await all.exchange.die()
    await all.trading('halted', 'venue')
    expect(await all.order({ volume: 2 })).toBe('risk.state')
    expect(noted(all.hand.last('beat'))).toBe('the line to the exchange is broken')
    all.exchange.asked.length = 0
    await all.exchange.begin()
    await all.trading('active')
    await all.pass(500)
    const kinds = all.exchange.asked.map(({ kind }) => kind)
    expect(kinds.slice(0, 1)).toEqual(['login'])
    expect(kinds).toContain('ledger')
    expect(await all.order({ volume: 3 })).toBe('accepted')
    await all.until(() => noted(all.hand.last('beat')) === '')
  })

  it('is logged in to anew where another life of it speaks, though no line broke', async () => {
    const all = await arranged()
    all.exchange.asked.length = 0
    all.exchange.becomeAnother()
    all.exchange.pass(500)
    await all.trading('halted', 'venue')
    await all.trading('active', 'reconciled')
    const kinds = new Set(all.exchange.asked.map(({ kind }) => kind))
    expect([...kinds]).toEqual(['login', 'ledger'])
  })

  it('halts the account when an order cannot be handed over, and trading goes on by itself', async () => {
    const all = await arranged()
    all.gateway.doubt.refusing = true
    expect(await all.order()).toBe('accepted')
    await all.trading('halted', 'venue')
    const { id } = all.hand.last('order').order
    all.gateway.doubt.refusing = false
    await all.pass(1_500)
    await all.trading('active')
    await all.until(() => noted(all.hand.last('beat')) === '')
    // What did not arrive is asked after, and never sent again.
    expect(all.exchange.asked).toContainEqual({ kind: 'query', order: id })
    expect([all.submitted, all.hand.last('order').order]).toMatchObject([
      [],
      { id, status: 'rejected' },
    ])
  })
})

describe('a gap in the quotes of an exchange', () => {
  it('lets no exposure grow until it was told how the market stands', async () => {
    const all = await arranged()
    all.exchange.tells = false
    all.exchange.loses = true
    all.exchange.pass(500)
    all.exchange.loses = false
    all.exchange.pass(500)
    await all.until(() => /quotes are missing/.test(noted(all.hand.last('beat'))))
    expect(await all.order()).toBe('risk.stale')
    const before = all.hand.of('quote').length
    all.exchange.tells = true
    await all.until(() => noted(all.hand.last('beat')) === '')
    expect(await all.order()).toBe('accepted')
    // What the snapshot showed is told on, and every quote after it.
    const told = all.hand.of('quote').slice(before)
    expect(told.map(({ at }) => at)).toEqual([0, 1, 2].map((id) => all.exchange.latest(id).at))
  })

  it('is seen by the beat that follows a last quote', async () => {
    const all = await arranged()
    const asked = all.exchange.requesters.length
    all.exchange.loses = true
    all.exchange.pass(500)
    all.exchange.loses = false
    all.exchange.beat()
    await all.until(() => all.exchange.requesters.length > asked)
    await all.until(() => noted(all.hand.last('beat')) === '')
    expect(all.hand.last('quote')).toEqual(all.exchange.latest(2))
  })

  it('loses no report: those that are missing are asked for by their numbers', async () => {
    const all = await arranged()
    const { askPrices } = all.exchange.latest(0)
    all.exchange.loses = true
    all.hand.command(all.intent({ limit: askPrices[0]!, volume: 2 }))
    await all.until(() => all.submitted.length === 1)
    await turns()
    all.exchange.loses = false
    await all.pass(1_500)
    await all.until(() => all.hand.of('fill').length > 0)
    expect(all.exchange.asked.map(({ kind }) => kind)).toContain('resend')
    expect(all.hand.of('fill')[0]).toMatchObject({ fill: { volume: 2 } })
  })

  it('passes over quotes that came before the snapshot, and old ones in it', async () => {
    const all = await arranged()
    all.exchange.tells = false
    all.exchange.loses = true
    all.exchange.pass(500)
    all.exchange.loses = false
    all.exchange.pass(500)
    await all.until(() => /quotes are missing/.test(noted(all.hand.last('beat'))))
    const before = all.hand.of('quote').length
    // Nothing more of the market but its time: what was told last is four seconds old.
    all.exchange.now = (all.exchange.now + 4_000_000) as never
    all.exchange.fact({ kind: 'time', at: all.exchange.now })
    all.exchange.tells = true
    await all.until(() => noted(all.hand.last('beat')) === '')
    expect([all.hand.of('quote').length - before, await all.order()]).toEqual([0, 'risk.stale'])
  })
})
