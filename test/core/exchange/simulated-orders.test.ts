import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VenueReport } from '../../../src/core/contracts/index.ts'
import type { Fen, Micros, OrderId } from '../../../src/core/domain/index.ts'
import { CASH, START, after, cancel, submit, told } from './exchange-fixture.ts'
import { requests } from './random-requests.ts'
import { THREE, market } from './simulated-fixture.ts'

const isLedger = (report: VenueReport) => report.kind === 'ledger'

describe('an order in the built-in market', () => {
  it('stands in the same queue as everyone, and moves up in it', () => {
    const exchange = market()
    const [quote] = exchange.advance(START).quotes.concat(exchange.advance(after(500)).quotes)
    const limit = quote!.bidPrices[1]!
    exchange.request(submit({ limit, volume: 2 }), after(500))
    const ahead = exchange.queueAhead('a' as OrderId)
    const seen = [ahead]
    let reports: readonly VenueReport[] = []
    for (let at = 1_000; reports.every(({ kind }) => kind !== 'filled') && at < 3e6; at += 500) {
      reports = exchange.advance(after(at)).reports
      seen.push(exchange.queueAhead('a' as OrderId))
    }
    const places = seen.filter((place) => !Number.isNaN(place))
    const sorted = [...places].sort((one, other) => other - one)
    expect([ahead, told(reports)[0]?.startsWith('a filled')]).toEqual([quote!.bidVolumes[1], true])
    expect(places).toEqual(sorted)
    expect(places.at(-1)).toBeLessThan(ahead)
  })

  it('takes what the book shows and moves the market with it', () => {
    const exchange = market({ eventsPerSecond: 0, snapshots: 'change' })
    exchange.advance(START)
    const [before] = exchange.advance(after(500)).quotes
    const lots = before!.askVolumes[0]!
    const { reports, quotes } = exchange.request(
      submit({ kind: 'fak', limit: before!.askPrices[0]!, volume: lots + 3 }),
      after(501),
    )
    const filled = reports.reduce((sum, r) => sum + (r.kind === 'filled' ? r.fill.volume : 0), 0)
    expect([filled, told(reports).at(-1)]).toEqual([lots, 'a cancelled 3 venue.unfilled'])
    expect([quotes[0]!.askPrices[0], quotes[0]!.last, quotes[0]!.volume]).toEqual([
      before!.askPrices[1],
      before!.askPrices[0],
      lots,
    ])
  })

  it('ends with the day', () => {
    const exchange = market({ dayLength: 2_000_000 as Micros })
    exchange.advance(START)
    exchange.request(submit({ limit: 63_500 }), after(1))
    const said = told(exchange.advance(after(2_000)).reports)
    expect(said.slice(0, 1)).toEqual(['a cancelled 1 venue.day-end'])
    expect(told(exchange.request(cancel('a'), after(2_001)).reports)).toEqual([
      'a not cancelled: venue.final',
    ])
  })

  it('neither makes nor loses money, whatever is asked', () => {
    const near = fc.integer({ min: 5_480, max: 5_520 })
    const property = fc.property(fc.array(requests(near), { maxLength: 50 }), (asked) => {
      const instruments = THREE.map(({ id }) => ({ ...THREE[2]!, id }))
      const exchange = market({ instruments, eventsPerSecond: 50 })
      let now = START
      let paid = 0
      const held = [0, 0, 0]
      const reports = asked.flatMap((request) => {
        now = (now + 100_000) as Micros
        return exchange.request(request, now).reports
      })
      const seen = new Set<number>()
      for (const report of reports) {
        if (report.kind !== 'filled' || seen.has(report.seq)) continue
        seen.add(report.seq)
        const { side, price, volume, instrument } = report.fill
        const lots = side === 'buy' ? volume : -volume
        held[instrument]! += lots
        paid += lots * price * 1_500 + report.fee
      }
      const answer = exchange.request({ kind: 'ledger' }, now).reports.find(isLedger)
      const { staticBalance, closeProfit, fees, positions } = answer!.ledger
      const cost = positions.reduce((sum, line) => sum + line.cost, 0) * 1_500
      expect(staticBalance + closeProfit - fees - cost).toBe(CASH - (paid as Fen))
      for (const line of positions) {
        const net = line.longToday + line.longHistory - line.shortToday - line.shortHistory
        expect(net).toBe(held[line.instrument])
      }
    })
    fc.assert(property, { numRuns: 60 })
  })
})
