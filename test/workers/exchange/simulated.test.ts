import { describe, expect, it } from 'vitest'
import type { OrderId, Ticks } from '../../../src/core/domain/index.ts'
import { until } from '../../until.ts'
import { TODAY } from './exchange-fixture.ts'
import { order } from './peer.ts'
import { simulated } from './simulated-fixture.ts'

describe('the exchange of the built-in market', () => {
  it('tells its market as the clock goes on, and the time of every step', async () => {
    const { peer, clock } = await simulated()
    clock.pass(1000)
    await peer.hears(/^quote/, 6)
    await peer.hears('report beat 0')
    clock.pass(120)
    await until(() => peer.last('time').at === TODAY + 1_120_000)
    const stamps = peer.of('quote').map(({ at, instrument }) => [instrument, at - TODAY])
    expect(stamps).toEqual([0, 1, 2, 0, 1, 2].map((id, i) => [id, i < 3 ? 500_000 : 1_000_000]))
    expect(peer.log.filter((line) => line.startsWith('unreadable'))).toEqual([])
  })

  it('makes up no market for the time in which the machine stood still', async () => {
    const { peer, clock } = await simulated()
    clock.pass(3_600_000)
    await until(() => peer.last('time').at > TODAY)
    expect(peer.last('time').at - TODAY).toBe(50_000)
  })

  it('tells a newcomer who it is, what it lists, its last quotes, and the time', async () => {
    const { peer, clock } = await simulated()
    clock.pass(500)
    await peer.hears(/^quote/, 3)
    const { facts, seqs } = await peer.snapshot()
    const [hello, directory, ...others] = facts
    expect(hello).toEqual({
      kind: 'hello',
      mode: 'simulated',
      profile: 'default',
      tradingDay: 20_260_105,
    })
    expect(
      directory?.kind === 'directory' && directory.instruments.map((each) => each.symbol),
    ).toEqual(['SIM.cu', 'SIM.au', 'SIM.ag'])
    expect(others.map((fact) => fact.kind)).toEqual(['quote', 'quote', 'quote', 'time'])
    expect(others.slice(0, 3)).toEqual(peer.of('quote').slice(0, 3))
    expect(seqs['quote']).toBe(3)
    const some = await peer.snapshot([2 as never])
    expect(some.facts.map((fact) => fact.kind)).toEqual(['hello', 'directory', 'quote', 'time'])
  })

  it('lets a gateway log in, trade, ask after an order and see its ledger', async () => {
    const { peer, clock } = await simulated()
    clock.pass(500)
    await peer.hears(/^quote/, 3)
    peer.login()
    peer.submit(order('a'))
    peer.submit(order('b', { kind: 'limit', limit: 1 as Ticks }))
    peer.ask({ kind: 'query', order: 'a' as OrderId })
    peer.ask({ kind: 'ledger' })
    await peer.hears('report ledger')
    expect(peer.log.filter((line) => line.startsWith('report'))).toEqual([
      'report logged-in 0',
      'report beat 0',
      'report accepted 1',
      'report filled 2',
      'report rejected 3',
      'report order-status 3',
      'report ledger',
    ])
    const ledger = peer.reports.at(-1)
    expect(ledger).toMatchObject({
      ledger: { seq: 3, tradingDay: 20_260_105, positions: [{ instrument: 0, longToday: 1 }] },
    })
  })

  it('holds requests and reports up for as long as the line takes', async () => {
    const { peer, clock } = await simulated(undefined, { latencyMs: 100 })
    const times = peer.of('time').length
    peer.login()
    await peer.hears('time', times + 3)
    expect(peer.reports).toEqual([])
    clock.pass(121)
    await peer.hears('time', peer.of('time').length + 3)
    expect(peer.reports).toEqual([])
    clock.pass(121)
    await peer.hears('report beat 0')
    expect(peer.reports.map(({ kind, at }) => [kind, at - TODAY])).toEqual([
      ['logged-in', 100_000],
      ['beat', 100_000],
    ])
  })

  it('writes down what it cannot read, and answers that with nothing', async () => {
    const { peer, lines } = await simulated()
    peer.send(Uint8Array.of(70, 1, 0, 0, 1, 2, 3))
    peer.send(Uint8Array.of(255))
    peer.command({ kind: 'WarmUpRequest', instrument: 0 as never, count: 3 })
    peer.replay('pause')
    peer.login()
    await peer.hears('report beat 0')
    expect(lines).toEqual([
      expect.stringContaining('[codec.'),
      expect.stringContaining('[codec.'),
      'a WarmUpRequest of gateway is no command for an exchange',
      'the built-in market cannot be replayed, only a recording can',
    ])
  })

  it('measures itself in its beats', async () => {
    const { peer, clock } = await simulated()
    clock.pass(500)
    await peer.hears(/^quote/, 3)
    peer.login()
    peer.submit(order('a'))
    await peer.hears('report filled 2')
    await until(() => peer.last('beat').figures['positions.lots'] === 1)
    expect(peer.last('beat')).toMatchObject({ ready: true, notes: [], seqs: { quote: 3 } })
    expect(Object.keys(peer.last('beat').figures).toSorted()).toEqual([
      'followers.seen',
      'journal.p50_us',
      'journal.p99_us',
      'orders.working',
      'positions.lots',
      'quotes.per_second',
      'quotes.told',
      'reports.told',
      'requests.taken',
      'session.behind_ms',
    ])
  })
})
