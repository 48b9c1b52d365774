import { describe, expect, it } from 'vitest'
import type { VenueRequest } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { createSimulatedExchange } from '../../../src/core/exchange/index.ts'
import type { Exchange, ExchangeRecord } from '../../../src/core/exchange/index.ts'
import { order } from '../../workers/exchange/peer.ts'
import { THREE } from './simulated-fixture.ts'

const CASH = 100_000_000
const START = 1_767_571_200_000_000 as Micros

/** An exchange with its disk, asked one thing after another. */
class Venue {
  readonly records: ExchangeRecord[] = []
  readonly exchange: Exchange
  now: Micros = START

  constructor(records: readonly ExchangeRecord[] = [], cash = CASH) {
    this.exchange = createSimulatedExchange({
      instruments: THREE,
      initialCash: cash as never,
      tradingDay: 20_260_105 as never,
      seed: 3,
    })
    this.exchange.restore(records)
    this.records.push(...records)
    this.pass(2)
  }

  pass(seconds: number): void {
    this.now = (this.now + seconds * 1_000_000) as Micros
    this.records.push(...this.exchange.advance(this.now).records)
  }

  ask(request: unknown) {
    const { records, reports } = this.exchange.request(request as VenueRequest, this.now)
    this.records.push(...records)
    return reports
  }

  /** Buys a lot and sells it again. */
  trade(): void {
    for (const [id, terms] of [
      ['a', {}],
      ['b', { side: 'sell', offset: 'closeToday' }],
    ] as const) {
      this.ask({ kind: 'submit', epoch: 1, order: order(id, terms) })
    }
  }

  reset(command: string, epoch = 1) {
    return this.ask({ kind: 'reset', epoch, command, person: 'ann' })
  }

  get ledger() {
    const [report] = this.ask({ kind: 'ledger' })
    if (report?.kind !== 'ledger') throw new Error('no ledger')
    const { staticBalance, closeProfit, fees, positions, seq } = report.ledger
    return { staticBalance, closeProfit, fees, positions, seq }
  }
}

const ANEW = { staticBalance: CASH, closeProfit: 0, fees: 0, positions: [] }

describe('an exchange that is asked to begin an account anew', () => {
  it('sets the cash back, keeps that before it says so, and has it after a restart', () => {
    const venue = new Venue()
    venue.ask({ kind: 'login', epoch: 1 })
    venue.trade()
    const { fees, seq } = venue.ledger
    const reports = venue.reset('r1')
    const report = { kind: 'reset', seq: seq + 1, at: venue.now, command: 'r1', person: 'ann' }
    expect([fees > 0, reports]).toEqual([true, [{ ...report, cash: CASH }]])
    expect(venue.records.at(-1)).toEqual({ kind: 'reported', report: reports[0] })
    const heir = new Venue(venue.records)
    expect([venue.ledger, heir.ledger]).toEqual([
      { ...ANEW, seq: seq + 1 },
      { ...ANEW, seq: seq + 1 },
    ])
  })

  it('does the same one once, in every life', () => {
    const venue = new Venue()
    const [first] = venue.reset('r1')
    venue.trade()
    const { fees } = venue.ledger
    const again = venue.reset('r1')
    const heir = new Venue(venue.records)
    expect([again, heir.reset('r1'), heir.ledger.fees]).toEqual([[first], [first], fees])
  })

  it('refuses while orders work or lots are held, and from a gateway that another one replaced', () => {
    const venue = new Venue()
    venue.ask({ kind: 'login', epoch: 2 })
    const waits = { kind: 'limit', limit: 69_900 }
    venue.ask({ kind: 'submit', epoch: 2, order: order('a', waits as never) })
    const working = venue.reset('r1', 2)
    venue.ask({ kind: 'cancel', epoch: 2, order: 'a' })
    venue.ask({ kind: 'submit', epoch: 2, order: order('b') })
    const held = venue.reset('r2', 2)
    const before = venue.ledger
    expect([working, held, venue.reset('r3', 1)].flat()).toEqual(
      [
        ['r1', 'command.state', 'orders that work: 1, instruments that are held: 0'],
        ['r2', 'command.state', 'orders that work: 0, instruments that are held: 1'],
        ['r3', 'venue.fenced', 'epoch 2 has taken over'],
      ].map(([command, code, words]) => ({
        kind: 'reset-refused',
        at: venue.now,
        command,
        code,
        message: expect.stringContaining(words!) as unknown,
      })),
    )
    expect(venue.ledger).toEqual(before)
  })

  it('gives the cash that a first start has now', () => {
    const venue = new Venue()
    const heir = new Venue(venue.records, 2 * CASH)
    const before = heir.ledger.staticBalance
    heir.reset('r1')
    expect([before, heir.ledger.staticBalance]).toEqual([CASH, 2 * CASH])
  })
})
