import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WarmUpFact } from '../../../src/core/contracts/index.ts'
import type { InstrumentId, Quote, SenderId } from '../../../src/core/domain/index.ts'
import { WarmUp } from '../../../workers/strategy/warm-up.ts'
import { marketQuote } from '../../core/engine/fixture/market.ts'

const IDS = [0, 1] as InstrumentId[]
const KEPT = 12

/** What happens at the gateway, in order. */
type Event =
  /** A quote of an instrument is said; `same` stamp as the one before, or a later one. */
  | { readonly kind: 'quote'; readonly instrument: number; readonly same: boolean }
  /** The strategy asks for the earlier quotes of an instrument, perhaps again. */
  | { readonly kind: 'ask'; readonly instrument: number }
  /** The gateway says one more frame of an answer that is under way. */
  | { readonly kind: 'frame'; readonly which: number; readonly size: number }

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('quote' as const),
      instrument: fc.nat(2),
      same: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('ask' as const), instrument: fc.nat(1) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('frame' as const),
      which: fc.nat(3),
      size: fc.integer({ min: 1, max: 5 }),
    }),
  },
)

/** A gateway that answers as it may: several answers at once, their frames mixed. */
class Gateway {
  readonly said: { readonly quote: Quote; readonly seq: number }[] = []
  readonly answers: {
    readonly instrument: InstrumentId
    readonly until: number
    quotes: readonly Quote[]
  }[] = []
  #at = 0
  #feedSeq = 0

  quote(instrument: number, same: boolean): { readonly quote: Quote; readonly seq: number } {
    this.#feedSeq = same ? this.#feedSeq + 1 : 0
    if (!same) this.#at += 1_000
    const quote = { ...marketQuote({ instrument, at: this.#at }), feedSeq: this.#feedSeq }
    const told = { quote, seq: this.said.length + 1 }
    this.said.push(told)
    return told
  }

  of(instrument: InstrumentId): readonly Quote[] {
    return this.said.flatMap(({ quote }) => (quote.instrument === instrument ? quote : []))
  }

  ask(instrument: InstrumentId): void {
    const quotes = this.of(instrument).slice(-KEPT)
    this.answers.push({ instrument, until: this.said.length, quotes })
  }

  frame(which: number, size: number): WarmUpFact | undefined {
    const answer = this.answers[which % this.answers.length]
    if (answer === undefined) return undefined
    const { instrument, until, quotes } = answer
    answer.quotes = quotes.slice(size)
    const last = answer.quotes.length === 0
    if (last) this.answers.splice(this.answers.indexOf(answer), 1)
    const about = { requester: 'strategy' as SenderId, instrument, until, last }
    return { kind: 'warm-up', ...about, quotes: quotes.slice(0, size) }
  }
}

function played(before: readonly boolean[], events: readonly Event[]) {
  const gateway = new Gateway()
  for (const same of before) gateway.quote(0, same)
  const warmUp = new WarmUp(IDS)
  const live = (said: { readonly quote: Quote; readonly seq: number }): void => {
    if (IDS.includes(said.quote.instrument)) warmUp.live(said.quote, said.seq)
  }
  const frame = (which: number, size: number): void => {
    const fact = gateway.frame(which, size)
    if (fact !== undefined && warmUp.missing.length > 0) warmUp.take(fact)
  }
  for (const id of IDS) gateway.ask(id)
  for (const each of events) {
    if (each.kind === 'quote') live(gateway.quote(each.instrument, each.same))
    else if (each.kind === 'ask') gateway.ask(IDS[each.instrument]!)
    else frame(each.which, each.size)
  }
  while (warmUp.missing.length > 0) frame(0, 4)
  return { gateway, warmUp }
}

describe('a warm-up', () => {
  it('joins earlier and live quotes without a hole and without a double', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 40 }),
        fc.array(event, { maxLength: 60 }),
        (before, events) => {
          const { gateway, warmUp } = played(before, events)
          for (const id of IDS) {
            const later = warmUp
              .later()
              .flatMap(({ quote }) => (quote.instrument === id ? quote : []))
            const joined = [...warmUp.earlier(id), ...later]
            const said = gateway.of(id)
            expect(joined).toEqual(said.slice(said.length - joined.length))
            const atFirst = before.length
            const least = id === 0 ? Math.min(KEPT, atFirst) + said.length - atFirst : said.length
            expect(joined.length).toBeGreaterThanOrEqual(Math.min(least, KEPT))
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('keeps the live quotes of all instruments in the order in which they were said', () => {
    const { warmUp } = played(
      [],
      [
        { kind: 'quote', instrument: 1, same: false },
        { kind: 'quote', instrument: 0, same: false },
        { kind: 'quote', instrument: 1, same: true },
      ],
    )
    expect(warmUp.later().map(({ quote, seq }) => [quote.instrument, seq])).toEqual([
      [1, 1],
      [0, 2],
      [1, 3],
    ])
  })

  it('is complete where there is nothing earlier, and where nothing is traded', () => {
    const { warmUp } = played([], [])
    expect([warmUp.missing, warmUp.earlier(IDS[0]!), new WarmUp([]).missing]).toEqual([[], [], []])
  })
})
