import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../../src/core/contracts/index.ts'
import { asSaid, sayingText } from '../../../../src/core/contracts/index.ts'
import type { ChangesFrame } from '../../../../src/core/contracts/window-frame.ts'
import type { InstrumentId, IntentId, Micros, Price } from '../../../../src/core/domain/index.ts'
import { AccountStory } from '../../../core/replica/account-story.ts'
import { marketQuote, START } from '../../../core/engine/fixture/market.ts'
import { FeedRig, LIFE, TestWindow } from './feed-fixture.ts'

function opened(factsKept?: number) {
  const rig = new FeedRig(factsKept)
  rig.tell(...new AccountStory().begins())
  const window = new TestWindow()
  const line = rig.feed.open(window.end)
  rig.feed.flush()
  const quote = (last: number, instrument = 0, at = START) =>
    rig.tell({ source: 'gateway', fact: marketQuote({ instrument, last, at }) })
  const health = (...numbers: readonly number[]) => {
    for (const number of numbers) rig.tell({ source: 'gateway', fact: healthFact(number) })
  }
  /** What each frame of changes since the opening held. */
  const changes = () =>
    window.frames
      .filter((frame): frame is ChangesFrame => frame.kind === 'changes')
      .map(({ facts, quotes }) => ({
        facts: facts.map(({ fact }) =>
          fact.kind === 'health' ? Number(sayingText(fact.saying)) : fact.kind,
        ),
        quotes: quotes.map(({ last }) => last),
      }))
  return { rig, window, line, quote, health, changes }
}

function healthFact(number: number): Fact {
  return { kind: 'health', at: START, ok: true, saying: asSaid(String(number)) }
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('the feed of a window', () => {
  it('begins with everything, and says nothing while nothing changes', () => {
    const { rig, window } = opened()
    rig.feed.flush()
    rig.feed.flush()
    expect([window.kinds, window.mirror?.state.quotes.map((quote) => quote?.last)]).toEqual([
      ['opening'],
      [5_000, 5_000],
    ])
  })

  it('makes one frame a paint: the newest quote of each instrument, every other fact', () => {
    const { rig, quote, health, changes } = opened()
    for (const last of [5_001, 5_002, 5_003]) quote(last)
    quote(5_010, 1)
    health(1, 2)
    rig.feed.flush()
    quote(5_004)
    rig.feed.flush()
    expect(changes()).toEqual([
      { facts: [1, 2], quotes: [5_003, 5_010] },
      { facts: [], quotes: [5_004] },
    ])
  })

  it('tells one that nobody sees of facts at once, of quotes once a second', () => {
    const { rig, line, quote, health, changes } = opened()
    quote(5_001)
    rig.feed.flush()
    line.see(false)
    quote(5_002)
    rig.feed.flush()
    health(1)
    rig.feed.flush()
    rig.pass(999_000)
    quote(5_003)
    rig.feed.flush()
    rig.pass(1_000)
    rig.feed.flush()
    quote(5_004)
    rig.feed.flush()
    const hidden = changes()
    line.see(true)
    rig.feed.flush()
    expect([hidden, changes().at(-1)]).toEqual([
      [
        { facts: [], quotes: [5_001] },
        { facts: [1], quotes: [] },
        { facts: [], quotes: [5_003] },
      ],
      { facts: [], quotes: [5_004] },
    ])
  })

  it('tells the quotes that the window asked for, the last ones at once', () => {
    const { rig, line, quote, changes } = opened()
    line.watch([1 as InstrumentId])
    quote(5_001)
    rig.feed.flush()
    line.watch([0 as InstrumentId, 1 as InstrumentId])
    rig.feed.flush()
    expect(changes().map(({ quotes }) => quotes)).toEqual([[5_000], [5_001, 5_000]])
  })

  it('tells the time to a window that wants no quote of those that came', () => {
    const { rig, window, line, quote } = opened()
    line.watch([1 as InstrumentId])
    rig.feed.flush()
    quote(5_001, 0, (START + 90) as Micros)
    rig.feed.flush()
    expect(window.mirror?.session.at).toBe(START + 90)
  })

  it('keeps quotes to the newest and facts in order while the window does not read', () => {
    const { rig, window, quote, health, changes } = opened()
    window.writable = false
    for (const number of upTo(600)) {
      quote(5_000 + (number % 100))
      health(number)
      rig.feed.flush()
    }
    window.writable = true
    rig.feed.flush()
    expect(changes()).toEqual([
      { facts: upTo(512), quotes: [] },
      { facts: upTo(600).slice(512), quotes: [5_099] },
    ])
  })

  it('stops between two frames when the window stops reading', () => {
    const { rig, window, health } = opened()
    window.writable = false
    health(...upTo(1_500))
    window.writable = true
    const { send } = window.end
    let left = 2
    const end = { send, writable: () => left-- > 0 }
    Object.assign(window.end, end)
    rig.feed.flush()
    expect(window.kinds).toEqual(['opening', 'changes', 'changes'])
  })

  it('begins anew for a window that is too far behind, instead of growing', () => {
    const { rig, window, health } = opened(100)
    window.writable = false
    health(...upTo(101))
    window.writable = true
    rig.feed.flush()
    expect([window.kinds, window.mirror?.log.lines.length]).toEqual([['opening', 'opening'], 101])
  })

  it('begins anew for every window when the account was read anew', () => {
    const { rig, window } = opened()
    rig.feed.anew()
    rig.feed.flush()
    expect(window.kinds).toEqual(['opening', 'opening'])
  })

  it('tells no quote from before the account was read anew', () => {
    const { rig, window, line, quote } = opened()
    quote(5_001)
    rig.feed.flush()
    const known = rig.replica.state.quotes[0]!
    rig.replica.state.quotes[0] = { ...known, last: 5_009 as Price }
    rig.feed.anew()
    rig.feed.flush()
    line.watch([])
    rig.feed.flush()
    expect(window.mirror?.state.quotes[0]?.last).toBe(5_009)
  })

  it('lets a window that comes back go on from the last fact it had', () => {
    const { rig, window, line, quote, health, changes } = opened()
    health(1)
    rig.feed.flush()
    line.close()
    health(2, 3)
    quote(5_007)
    window.broken()
    rig.feed.open(window.end, window.since)
    rig.feed.flush()
    expect([window.kinds, changes().map(({ facts }) => facts)]).toEqual([
      ['opening', 'changes', 'resumed', 'changes'],
      [[1], [2, 3]],
    ])
    expect(window.mirror?.state.quotes[0]?.last).toBe(5_007)
  })

  it.each([
    ['of another life of main', { life: LIFE + 1, position: 0 }],
    ['from before the account was read anew', { life: LIFE, position: 3 }],
    ['that names more than there was', { life: LIFE, position: 99 }],
  ])('begins anew for a window %s', (_, since) => {
    const { rig } = opened()
    rig.feed.anew()
    const other = new TestWindow()
    rig.feed.open(other.end, since)
    rig.feed.flush()
    expect(other.kinds).toEqual(['opening'])
  })

  it('answers a window at once, even one that does not read, until it is closed', () => {
    const { window, line, rig } = opened()
    window.writable = false
    const reply = {
      outcome: 'accepted',
      command: 'c-1' as IntentId,
      code: '',
      message: '',
    } as const
    line.reply(7, reply)
    line.close()
    line.reply(8, reply)
    expect([window.replies, rig.feed.windows]).toEqual([
      [{ kind: 'reply', request: 7, ...reply, at: expect.any(Number) as number }],
      0,
    ])
  })
})
