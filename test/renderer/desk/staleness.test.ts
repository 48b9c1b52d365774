import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mode } from '../../../src/core/contracts/index.ts'
import { previewOrder } from '../../../src/core/desk/order-preview.ts'
import type { InstrumentId, Lots, Micros, Ticks } from '../../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../../src/core/domain/index.ts'
import { Freshness } from '../../../src/core/engine/gateway/freshness.ts'
import { stalenessWords } from '../../../src/core/engine/gateway/staleness.ts'
import { createSource, hears } from '../../../src/core/replica/index.ts'
import { entryOf, entryWords, previewViewOf } from '../../../src/renderer/panels/ticket/entry-of.ts'
import { translator } from '../../../src/renderer/words/index.ts'
import { trading } from '../../core/engine/fixture/gate.ts'
import { marketQuote, SILVER, START } from '../../core/engine/fixture/market.ts'
import { replicaFixture } from '../../core/replica/replica-fixture.ts'
import { DeskRig, beatAt } from './desk-rig.ts'

const ID = 0 as InstrumentId
/** The monotonic clock of the machine less session time. */
const OFFSET = 77_000_000 - START
const BUY = { side: 'buy', offset: 'open', orderKind: 'limit', volume: 1 as Lots } as const

function opened(mode?: Mode) {
  const rig = new DeskRig(START + OFFSET, mode)
  const replica = rig.opens()
  replica.state.trading = trading('active')
  const gateway = replica.sources.get('gateway')!
  gateway.standing = { ...gateway.standing, line: 'following', staleSince: NaN as Micros }
  const session = (): Micros => (rig.now - OFFSET) as Micros
  const quote = (instrument = 0): void => rig.quote(marketQuote({ instrument, at: session() }))
  const pass = (seconds: number): void => void (rig.now += seconds * MICROS_PER_SECOND)
  const words = (): string | undefined => {
    const stale = rig.desk.staleness(ID)
    return stale && stalenessWords(stale)
  }
  return { rig, quote, pass, words, session }
}

/** Why a ticket would not send an opening order, as the gate says it. */
function refusal({ rig }: ReturnType<typeof opened>): string | undefined {
  const view = previewViewOf(rig.desk, SILVER)!
  const wish = { ...BUY, instrument: ID, limit: 5_001 as Ticks }
  return previewOrder(wish, view).refusals.find(({ code }) => code === 'risk.stale')?.message
}

describe('what a window takes for stale', () => {
  it('is a feed that is silent for over a second, however young the quote is', () => {
    const window = opened()
    window.quote()
    window.rig.beat('gateway')
    window.pass(1)
    const before = [refusal(window), entryOf(window.rig.desk, SILVER)]
    window.pass(0.2)
    const bar = entryOf(window.rig.desk, SILVER)!
    const told = (['en', 'zh'] as const).map((language) => entryWords(translator(language), bar))
    expect([before, refusal(window), bar.reason, bar.scope, told]).toEqual([
      [undefined, undefined],
      'SHFE.ag2012: the feed has been silent for 1.2 s, more than 1.0 s; the quote is 1.2 s old',
      'feed-silent',
      'opening',
      [
        'the feed is silent for 1.2s, over 1.0s; the quote is 1.2s old',
        '行情中断 1.2s，超过 1.0s；行情为 1.2s 前',
      ],
    ])
  })

  it('is a quote that is older than its own pace on a feed that lives, with both ages', () => {
    const window = opened()
    window.quote()
    window.pass(3)
    window.quote(1)
    const before = refusal(window)
    window.pass(0.5)
    const bar = entryOf(window.rig.desk, SILVER)!
    const told = (['en', 'zh'] as const).map((language) => entryWords(translator(language), bar))
    expect([before, refusal(window), told]).toEqual([
      undefined,
      'SHFE.ag2012: the quote is 3.5 s old, more than 3.0 s; the feed was heard 0.5 s ago',
      [
        'the quote is 3.5s old, over 3.0s; the feed was heard 0.5s ago',
        '行情为 3.5s 前，超过 3.0s；0.5s 前仍有行情信号',
      ],
    ])
  })

  it('hears the beat of the built-in market as a sign of life, and of nobody else', () => {
    const window = opened()
    window.quote()
    window.pass(1.5)
    for (const name of ['gateway', 'history', 'strategy.alpha']) window.rig.beat(name)
    const without = window.words()
    window.rig.beat('exchange')
    expect([without, window.words()]).toEqual([
      'the feed has been silent for 1.5 s, more than 1.0 s; the quote is 1.5 s old',
      undefined,
    ])
  })

  it('hears no sign of a broker’s feed in a beat, as the gate does not', () => {
    const window = opened('paper')
    window.quote()
    window.pass(1.5)
    window.rig.beat('exchange')
    expect(window.words()).toMatch(/^the feed has been silent for 1.5 s/)
  })

  it('takes a beat for as old as it was when it was said, however late it comes', () => {
    const window = opened()
    window.quote()
    window.pass(0.2)
    const said = beatAt(window.rig.now)
    window.pass(1.3)
    window.rig.tell('exchange', said)
    expect(window.words()).toMatch(/^the feed has been silent for 1.3 s/)
  })

  it('knows from the opening when the market was heard last', () => {
    const window = opened()
    const replica = replicaFixture()
    const exchange = createSource({ name: 'exchange', worker: 'exchange' }, 0 as Micros)
    replica.sources.set('exchange', exchange)
    const at = window.session()
    window.pass(2)
    hears(exchange, beatAt(window.rig.now), window.rig.now as Micros)
    replica.session.at = at
    replica.session.saidAt = (at + OFFSET) as Micros
    replica.state.quotes[0] = marketQuote({ at })
    window.rig.opens(replica)
    expect(window.words()).toBeUndefined()
  })

  it('is what the gate takes for stale, word for word, whatever is heard and when', () => {
    const deeds = fc.array(
      fc.tuple(fc.constantFrom('quote', 'other', 'beat', 'look'), fc.integer({ min: 0, max: 4e6 })),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(deeds, (all) => {
        const window = opened()
        const gate = new Freshness()
        // Before the first quote a window knows no time of the session.
        window.quote(1)
        gate.quote(1 as InstrumentId, START)
        for (const [what, micros] of all) {
          window.pass(micros / MICROS_PER_SECOND)
          const now = window.session()
          if (what === 'quote') {
            window.quote()
            gate.quote(ID, now)
          } else if (what === 'other') {
            window.quote(1)
            gate.quote(1 as InstrumentId, now)
          } else if (what === 'beat') {
            window.rig.beat('exchange')
            gate.beat(now)
          }
          expect(window.words()).toBe(gate.staleness(ID, now))
        }
      }),
      { numRuns: 200 },
    )
  })
})
