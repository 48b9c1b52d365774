import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VenueReport } from '../../../src/core/contracts/index.ts'
import type { InstrumentId, Micros } from '../../../src/core/domain/index.ts'
import type { Exchange, ExchangeOutput, ExchangeRecord } from '../../../src/core/exchange/index.ts'
import { createSimulatedExchange } from '../../../src/core/exchange/index.ts'
import {
  CASH,
  DAY,
  SILVER,
  START,
  after,
  query,
  replay,
  shown,
  submit,
  terms,
  told,
} from './exchange-fixture.ts'
import { EVERY_ID, requests } from './random-requests.ts'

type Step = (exchange: Exchange, now: Micros) => ExchangeOutput

const TWO = [SILVER, { ...SILVER, id: 1 as InstrumentId, closeRule: 'oldest-first' as const }]

/** Everything that a gateway can ask of the books; asked at the very moment of the cut. */
function books(exchange: Exchange, now: Micros): VenueReport[] {
  return [
    ...exchange.request({ kind: 'ledger' }, now).reports,
    ...exchange.request({ kind: 'resend', after: 0 }, now).reports,
    ...EVERY_ID.flatMap((id) => exchange.request(query(id), now).reports),
  ].filter(({ kind }) => kind !== 'beat')
}

/** Lives through the steps. @returns its books, and those of one that read the journal. */
function twoLives(make: () => Exchange, steps: readonly Step[]): [VenueReport[], VenueReport[]] {
  const exchange = make()
  const { journal, now } = lived(exchange, steps)
  const restarted = make()
  restarted.restore(journal)
  return [books(restarted, now), books(exchange, now)]
}

function lived(exchange: Exchange, steps: readonly Step[]) {
  const journal: ExchangeRecord[] = []
  let now = START
  for (const step of steps) {
    now = (now + 300_000) as Micros
    journal.push(...step(exchange, now).records)
  }
  return { journal, now }
}

const request = (prices: fc.Arbitrary<number>): fc.Arbitrary<Step> =>
  requests(prices).map((request) => (exchange, now) => exchange.request(request, now))

describe('an exchange that is killed and reads its journal back', () => {
  it('has the same ledger, numbers, orders and voided ids, whatever came before', () => {
    const move: fc.Arbitrary<Step> = fc
      .tuple(fc.nat(1), fc.integer({ min: 4_990, max: 5_010 }), fc.nat(60))
      .map(([instrument, price, lots]) => {
        const bids = [[price - 1, 10 + lots]] as const
        const asks = [[price + 1, 70 - lots]] as const
        return (exchange, at) => {
          // Volume grows with time, so that something always trades.
          const volume = (at - START) / 10_000
          const turnover = volume * 5_000 * 15 + lots
          return exchange.quote(
            shown({ at, instrument, bids, asks, last: price, volume, turnover }),
          )
        }
      })
    const end: fc.Arbitrary<Step> = fc.constant((exchange, now) =>
      (exchange as ReturnType<typeof replay>).endDay(now),
    )
    const step = fc.oneof(
      { weight: 6, arbitrary: request(fc.integer({ min: 4_985, max: 5_015 })) },
      { weight: 6, arbitrary: move },
      { weight: 1, arbitrary: end },
    )
    const make = () => replay({ instruments: TWO, rule: 'optimistic' })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const [restarted, lived] = twoLives(make, steps)
        expect(restarted).toEqual(lived)
      }),
      { numRuns: 120 },
    )
  })

  it('has them with the built-in market behind it, where waiting orders join the new book', () => {
    const options = { instruments: TWO, initialCash: CASH, tradingDay: DAY, seed: 5 }
    const make = () => createSimulatedExchange({ ...options, dayLength: 3e6 as Micros })
    const wait: fc.Arbitrary<Step> = fc.constant((exchange, now) => exchange.advance(now))
    const step = fc.oneof(
      { weight: 4, arbitrary: request(fc.integer({ min: 5_480, max: 5_520 })) },
      { weight: 1, arbitrary: wait },
    )
    let quiet = 0
    const steps = fc.array(step, { maxLength: 40 })
    const property = fc.property(steps, (steps) => {
      const exchange = make()
      const { journal, now } = lived(exchange, steps)
      const before = books(exchange, now)
      const restarted = make()
      restarted.restore(journal)
      // Where the new book offers what a waiting order wanted, that order may fill at once.
      const joined = restarted.advance(now)
      const numbered = before.filter((report) => 'seq' in report && report.kind !== 'order-status')
      const resent = restarted.request({ kind: 'resend', after: 0 }, now).reports
      expect(resent.slice(0, numbered.length)).toEqual(numbered)
      if (joined.reports.length > 0) return
      quiet += 1
      expect(books(restarted, now)).toEqual(before)
    })
    fc.assert(property, { numRuns: 60 })
    expect(quiet).toBeGreaterThan(20)
  })

  it('goes on from the step of the market: prices, day and figures of the day stay', () => {
    const options = { instruments: TWO, initialCash: CASH, tradingDay: DAY, seed: 9 }
    const exchange = createSimulatedExchange(options)
    const journal = [...exchange.advance(START).records, ...exchange.advance(after(60_000)).records]
    const restarted = createSimulatedExchange(options)
    restarted.restore(journal)
    const monthLater = (START + 30 * 86_400 * 1e6) as Micros
    restarted.advance(monthLater)
    const [was] = exchange.advance(after(60_500)).quotes
    const [is] = restarted.advance((monthLater + 500_000) as Micros).quotes
    expect(is!.preSettlement).toBe(was!.preSettlement)
    expect(Math.abs(is!.last - was!.last)).toBeLessThanOrEqual(3)
    expect(Math.abs(is!.volume - was!.volume)).toBeLessThan(100)
    expect(was!.volume).toBeGreaterThan(1_000)
    expect(restarted.events).toBeLessThan(1_000)
  })

  it('forgets an order whose answer was never written, and ends one that must not rest', () => {
    const exchange = replay()
    const quiet = shown({ bids: [[4_999, 5]], asks: [[5_000, 5]] })
    const journal = [
      exchange.quote(quiet),
      exchange.request(submit({ id: 'cut', kind: 'fak', volume: 9 }), after(1)),
    ].flatMap(({ records }) => records)
    const torn = [
      ...journal.slice(0, -1),
      { kind: 'submitted', at: after(2), order: terms({ id: 'lost' }) } as const,
    ]
    const restarted = replay()
    restarted.restore(torn)
    const said = [query('lost'), query('cut')].map((request) =>
      told(restarted.request(request, after(3)).reports),
    )
    expect(said).toEqual([
      ['cut cancelled 4 venue.unfilled', 'lost is not-found, filled 0'],
      ['cut is cancelled, filled 5'],
    ])
  })

  it('puts a waiting order at the back of what the next quote shows', () => {
    const exchange = replay()
    const book = (best: number) => ({ bids: [[4_999, best]], asks: [[5_000, 5]] }) as const
    const journal = [
      exchange.quote(shown(book(8))),
      exchange.request(submit({ limit: 4_999 }), after(1)),
    ].flatMap(({ records }) => records)
    const restarted = replay()
    restarted.restore(journal)
    const before = restarted.queueAhead(terms({}).id)
    restarted.quote(shown({ at: after(500), ...book(11) }))
    expect([before, restarted.queueAhead(terms({}).id)]).toEqual([Infinity, 11])
  })

  it('refuses a journal with a hole, and one about instruments that it does not list', () => {
    const exchange = replay()
    exchange.quote(shown({ asks: [[5_000, 5]] }))
    const { records } = exchange.request(submit({}), after(1))
    expect(() => replay().restore([records[0]!, records[2]!])).toThrow('the journal has a hole')
    expect(() => replay({ instruments: [] }).restore(records)).toThrow(
      'the ledger knows no instrument 0',
    )
  })
})
