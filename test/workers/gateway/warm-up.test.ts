import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FactWriter } from '../../../src/core/channel/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { WarmUpFact } from '../../../src/core/contracts/index.ts'
import type { Micros, Quote } from '../../../src/core/domain/index.ts'
import { QUOTE_WIDTH, readQuote } from '../../../workers/gateway/quote-numbers.ts'
import { KEPT_QUOTES, QuoteRing } from '../../../workers/gateway/quote-ring.ts'
import { WarmUp } from '../../../workers/gateway/warm-up.ts'
import { quoteFixture } from '../../core/quote-fixture.ts'
import { arranged, turns } from './arrangement.ts'

function quoteOf(instrument: number, at: number): Quote {
  return { ...quoteFixture({ at }), instrument: instrument as never }
}

/** A warm-up whose writer is listened to, quote by quote and frame by frame. */
function heard() {
  const codec = createCodec([])
  const live: { readonly seq: number; readonly quote: Quote }[] = []
  const frames: WarmUpFact[] = []
  const writer = new FactWriter({
    codec,
    origin: { source: 'gateway', mode: 'simulated', profile: 'p', epoch: 1 as never },
    now: () => 0 as Micros,
    send: (bytes) => {
      const decoded = codec.decode(bytes)
      if (!decoded.ok || decoded.value.kind !== 'facts') throw new Error('unreadable')
      const { facts, seq } = decoded.value
      facts.forEach((fact, index) => {
        if (fact.kind === 'warm-up') frames.push(fact)
        if (fact.kind === 'quote') live.push({ seq: seq + index, quote: fact })
      })
    },
  })
  const warmUp = new WarmUp(writer)
  const push = (quote: Quote): void => {
    warmUp.push(quote, quote.at)
    writer.quote(quote)
  }
  return { writer, warmUp, push, live, frames }
}

const stamps = (quotes: readonly Quote[]) => quotes.map(({ at }) => at)

describe('the earlier quotes of an instrument', () => {
  it('are joined by the live ones without a hole and without a double', async () => {
    const deeds = fc.array(
      fc.oneof(
        {
          weight: 12,
          arbitrary: fc.record({ kind: fc.constant('quote'), of: fc.nat({ max: 2 }) }),
        },
        { weight: 2, arbitrary: fc.constant({ kind: 'flush', of: 0 }) },
        { weight: 2, arbitrary: fc.constant({ kind: 'turn', of: 0 }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('ask'), of: fc.nat({ max: 2 }) }) },
      ),
      { minLength: 1, maxLength: 400 },
    )
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const { writer, warmUp, push, live, frames } = heard()
        let at = 0
        let asked = 0
        const wanted: number[] = []
        for (const { kind, of } of all) {
          if (kind === 'quote') push(quoteOf(of, ++at))
          if (kind === 'flush') writer.flush()
          if (kind === 'turn') await turns(1)
          if (kind !== 'ask' || asked >= 8) continue
          warmUp.answer(`asker-${asked++}` as never, of as never, KEPT_QUOTES)
          wanted.push(of)
        }
        writer.flush()
        while (warmUp.waiting > 0) await turns(1)
        await turns(1)
        wanted.forEach((of, index) => {
          const answer = frames.filter(({ requester }) => requester === `asker-${index}`)
          const { until } = answer[0]!
          const own = live.filter(({ quote }) => quote.instrument === of)
          const joined = [
            ...stamps(answer.flatMap(({ quotes }) => quotes)),
            ...stamps(own.filter(({ seq }) => seq > until).map(({ quote }) => quote)),
          ]
          expect(joined).toEqual(stamps(own.map(({ quote }) => quote)))
          expect(answer.map(({ last }) => last)).toEqual(
            answer.map((_, i) => i === answer.length - 1),
          )
          expect(answer.every(({ quotes }) => quotes.length <= 64)).toBe(true)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('are told in frames of at most 64, with live quotes in between', async () => {
    const { warmUp, push, writer, frames, live } = heard()
    for (let at = 1; at <= 150; at++) push(quoteOf(0, at))
    writer.flush()
    warmUp.answer('asker' as never, 0 as never, 140)
    await turns(1)
    push(quoteOf(0, 151))
    await turns(3)
    expect(frames.map(({ quotes, last, until }) => [quotes.length, last, until])).toEqual([
      [64, false, 150],
      [64, false, 150],
      [12, true, 150],
    ])
    expect([frames[0]?.quotes[0]?.at, live.at(-1)?.quote.at]).toEqual([11, 151])
  })

  it('come as an empty answer where there are none', async () => {
    const { warmUp, frames } = heard()
    warmUp.answer('asker' as never, 9 as never, 10)
    await turns(1)
    expect(frames).toMatchObject([{ instrument: 9, quotes: [], until: 0, last: true }])
  })

  it('are the newest three thousand at most', () => {
    const ring = new QuoteRing()
    for (let at = 1; at <= KEPT_QUOTES + 5; at++) ring.push(quoteOf(0, at), at as Micros)
    const kept = stamps(ring.newest(Infinity))
    expect([kept.length, kept[0], kept.at(-1), stamps(ring.newest(2))]).toEqual([
      KEPT_QUOTES,
      6,
      KEPT_QUOTES + 5,
      [KEPT_QUOTES + 4, KEPT_QUOTES + 5],
    ])
    expect([ring.receiptOf(KEPT_QUOTES as Micros), ring.receiptOf(1 as Micros)]).toEqual([
      KEPT_QUOTES,
      NaN,
    ])
  })

  it('come out as they went in, every number of them', () => {
    const numbers = fc.array(fc.oneof(fc.double(), fc.constant(NaN)), {
      minLength: QUOTE_WIDTH,
      maxLength: QUOTE_WIDTH,
    })
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 200 }), (all) => {
        const quotes = all.map((each) => readQuote(Float64Array.from(each), 0, 7 as never))
        const ring = new QuoteRing()
        quotes.forEach((quote, index) => ring.push(quote, index as Micros))
        expect(ring.newest(Infinity)).toEqual(quotes)
        expect(Object.values(quotes[0]!).flat().slice(2)).toEqual(all[0])
        expect(ring.heardBy(0 as Micros)?.quote).toEqual(quotes[0])
      }),
    )
  })

  it('are told by a gateway to whoever asks', async () => {
    const all = await arranged()
    await all.pass(2_000)
    const own = all.hand.of('quote').filter(({ instrument }) => instrument === 1)
    all.hand.service({ kind: 'WarmUpRequest', instrument: 1 as never, count: 3 })
    const answer = await all.hand.hears('warm-up', ({ last }) => last)
    const { quotes } = await all.hand.snapshot().then(() => answer)
    expect([answer.requester, stamps(quotes)]).toEqual(['hand', stamps(own.slice(-3))])
    expect(answer.until).toBe(all.hand.heard.findLast(({ fact }) => fact.kind === 'quote')?.seq)
  })
})
