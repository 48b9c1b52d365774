import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instrument, InstrumentId, Quote, TradingDay } from '../../../src/core/domain/index.ts'
import type { Row } from '../../../src/core/history/index.ts'
import { Ticks } from '../../../workers/history/ticks.ts'
import { datedQuotes, joinedQuotes } from '../../../workers/history/dates.ts'
import { DAY, SILVER } from '../../core/engine/fixture/market.ts'
import { quoteFixture } from '../../core/quote-fixture.ts'
import { TAPE } from './asker.ts'

const day = (count: number): TradingDay => (DAY + count) as TradingDay

/** A feed of several days, ties in time among them; totals begin anew with each day. */
function feed(days: readonly (readonly number[])[]): readonly { quote: Quote; day: TradingDay }[] {
  let at = 1_000_000
  let seq = 0
  return days.flatMap((gaps, count) =>
    gaps.map((gap, index) => {
      seq = gap === 0 && index > 0 ? seq + 1 : 0
      at += index === 0 ? gap + 1 : gap
      const terms = { at, volume: index, preSettlement: 5_000 + count }
      return { quote: { ...quoteFixture(terms), feedSeq: seq }, day: day(count) }
    }),
  )
}

const FEED = fc
  .array(fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })
  .map(feed)

describe('the trading days of missed quotes', () => {
  it('are those of the feed, from any quote that is stored to the one that was told last', () => {
    fc.assert(
      fc.property(FEED, fc.nat(), fc.nat(), (all, one, other) => {
        const [from, to] = [one % all.length, other % all.length].sort((a, b) => a - b) as [
          number,
          number,
        ]
        const missing = all.slice(from, to + 1)
        const known = all[from]!
        const mark = { ...known.quote, day: known.day }
        const told = all[to]!.day
        const dated = datedQuotes(
          missing.map(({ quote }) => ({ quote, day: undefined })),
          mark,
          told,
        )
        const [first, last] = [all[from]!.day, all[to]!.day]
        // Of days that begin and end within the hole nobody can tell which they were.
        const wanted = missing.map((each) => {
          return each.day === first || each.day === last ? each.day : undefined
        })
        expect(dated.map((each) => each.day)).toEqual(wanted)
      }),
    )
  })

  it('keep the order of the feed, each quote once, whatever comes twice', () => {
    fc.assert(
      fc.property(FEED, fc.nat(), fc.nat(), (all, from, to) => {
        const undated = all.map(({ quote }) => ({ quote, day: undefined }))
        const lists = [all.slice(from % all.length), undated, undated.slice(0, to % all.length)]
        expect(joinedQuotes(...lists).map(({ quote }) => quote)).toEqual(
          all.map(({ quote }) => quote),
        )
      }),
    )
  })
})

describe('the ticks that are written', () => {
  const LOSSES = fc.array(fc.boolean(), { minLength: 48, maxLength: 48 })
  it('are those of the feed, in its order and each on its day, whatever is lost on the way', () => {
    fc.assert(
      fc.property(FEED, LOSSES, fc.boolean(), (all, losses, isLate) => {
        const rows: Row[] = []
        const instruments: readonly Instrument[] = [SILVER]
        const ticks = new Ticks({ tape: TAPE, instruments, add: (row) => void rows.push(row) })
        const id = 0 as InstrumentId
        let lost = 0
        let told = all[0]!.day
        for (const [index, { quote, day: today }] of all.entries()) {
          const isTurn = today !== told
          // Nobody can date a whole day that is lost, so a hole spans one turn at most.
          const spans = today - (all[index - lost - 1]?.day ?? today) > 1
          if (index > 0 && losses[index] === true && !spans) {
            lost++
            told = today
            continue
          }
          if (lost > 0) {
            const known = all.slice(0, index).map((each) => each.quote)
            ticks.hold(id)
            ticks.fill(id, known, told)
            lost = 0
          }
          // A settlement is told before the first quote of the next day, or just behind it.
          if (isTurn && !isLate) ticks.turn(today)
          ticks.live(quote, isTurn && isLate ? told : today)
          if (isTurn && isLate) ticks.turn(today)
          told = today
        }
        const written = rows.filter((row) => row.table === 'market_ticks')
        const wanted = all.slice(0, all.length - lost)
        expect(written.map(({ ts, feed_seq, trading_day }) => [ts, feed_seq, trading_day])).toEqual(
          wanted.map(({ quote, day: today }) => [quote.at, quote.feedSeq, today]),
        )
      }),
    )
  })
})
