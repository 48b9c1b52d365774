import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FillFact } from '../../../src/core/contracts/index.ts'
import { FillProfits } from '../../../src/core/desk/fill-profits.ts'
import type { State } from '../../../src/core/state/index.ts'
import { apply } from '../../../src/core/state/index.ts'
import { quoteFixture } from '../quote-fixture.ts'
import type { Deed } from './trading-story.ts'
import { deeds, happen, newAccount } from './trading-story.ts'

/** Sum of what is known of these fills, and whether some closing one is not known. */
function sumOf(profits: FillProfits, fills: readonly FillFact[]): { sum: number; gaps: number } {
  let [sum, gaps] = [0, 0]
  for (const { fill } of fills) {
    if (fill.offset === 'open') continue
    const profit = profits.of(fill.id)
    if (Number.isNaN(profit)) gaps++
    else sum += profit
  }
  return { sum, gaps }
}

interface Followed {
  readonly state: State
  readonly profits: FillProfits
  /** Of all days, and of the last one. */
  readonly all: FillFact[]
  today: FillFact[]
  settledAt: number
}

/** Lives through the deeds, with somebody who looks from the one numbered `from` on. */
function follow(story: readonly Deed[], from: number): Followed {
  const state = newAccount()
  const followed: Followed = {
    state,
    profits: new FillProfits(),
    all: [],
    today: [],
    settledAt: NaN,
  }
  for (const [number, deed] of story.entries()) {
    if (number === from) begin(followed)
    for (const fact of happen(state, deed, number)) {
      if (number >= from) followed.profits.take(fact, state)
      if (fact.kind === 'fill') {
        followed.all.push(fact)
        followed.today.push(fact)
      } else if (fact.kind === 'settlement') {
        followed.today = []
        followed.settledAt = fact.prices[0]?.[1] ?? NaN
      }
    }
  }
  if (from >= story.length) begin(followed)
  return followed
}

function begin({ state, profits, all, settledAt }: Followed): void {
  if (!Number.isNaN(settledAt)) apply(state, quoteFixture({ preSettlement: settledAt }))
  profits.begin(state, all, true)
}

describe('what closing fills took', () => {
  it('adds up to the account’s own sum, whenever somebody began to look', () => {
    fc.assert(
      fc.property(deeds, fc.nat(70), (story, from) => {
        const { state, profits, today } = follow(story, from)
        const { sum, gaps } = sumOf(profits, today)
        expect({ gaps, sum }).toEqual({ gaps: 0, sum: state.money.closeProfit })
      }),
    )
  })

  it('is not told of lots whose cost nobody knows', () => {
    fc.assert(
      fc.property(deeds, (story) => {
        const { state, all, today } = follow(story, Infinity)
        const late = new FillProfits()
        // Half of the fills are not known any more.
        late.begin(state, all.slice(Math.floor(all.length / 2)), false)
        const whole = new FillProfits()
        whole.begin(state, all, true)
        const wrong = today.filter(({ fill }) => {
          const told = late.of(fill.id)
          return !Number.isNaN(told) && told !== whole.of(fill.id)
        })
        expect(wrong).toEqual([])
      }),
    )
  })

  it('is unknown of an opening fill', () => {
    const open: Deed = {
      kind: 'fill',
      owner: 0,
      side: 'buy',
      offset: 'open',
      volume: 2,
      price: 6_100,
    }
    const close: Deed = { ...open, side: 'sell', offset: 'closeToday', price: 6_110 }
    const { profits } = follow([open, close], 0)
    expect([profits.of('f0'), profits.of('f1')]).toEqual([NaN, 2 * 10 * 1_500])
  })
})
