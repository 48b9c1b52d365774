import { describe, expect, it } from 'vitest'
import { asSaid, DEFAULT_LIMITS } from '../../../src/core/contracts/index.ts'
import type { Standing } from '../../../src/core/contracts/window-frame.ts'
import type { EntryView } from '../../../src/core/desk/entry.ts'
import { cancelsPossible, entryBar } from '../../../src/core/desk/entry.ts'
import { IntentGuard } from '../../../src/core/desk/intent-guard.ts'
import { OrderPace } from '../../../src/core/desk/order-pace.ts'
import type { Micros, Order } from '../../../src/core/domain/index.ts'
import type { Staleness } from '../../../src/core/engine/gateway/staleness.ts'
import { trading } from '../engine/fixture/gate.ts'
import { marketQuote, SILVER } from '../engine/fixture/market.ts'

const GATEWAY = {
  name: 'gateway',
  worker: 'gateway',
  owner: '',
  epoch: 1,
  line: 'following',
  silent: false,
  staleSince: NaN,
} as unknown as Standing

const OPEN: EntryView = {
  link: { phase: 'following', old: false },
  mode: 'simulated',
  gateway: GATEWAY,
  gatewayAge: NaN,
  accountAge: 250_000,
  trading: trading('active'),
  limits: DEFAULT_LIMITS,
  dayResult: 0,
  instrument: SILVER,
  quote: marketQuote(),
  staleness: undefined,
}

const STALE: Staleness = { why: 'quote', feedAge: 10_000, quoteAge: 3_000_001, most: 3_000_000 }

const why = (changes: Partial<EntryView>): string => {
  const bar = entryBar({ ...OPEN, ...changes })
  return bar === undefined ? 'on' : `${bar.reason} (${bar.scope})`
}

describe('entry of orders', () => {
  it('is on while everything is known and fresh', () => {
    expect(entryBar(OPEN)).toBeUndefined()
    expect(why({ accountAge: 2_000_000 })).toBe('on')
  })

  it('is off for all orders without line, hands, gateway or instrument', () => {
    expect(why({ link: { phase: 'lost', old: true } })).toBe('lost (all)')
    expect(why({ link: { phase: 'following', old: true } })).toBe('old (all)')
    expect(why({ mode: 'replay' })).toBe('replay (all)')
    expect(why({ mode: 'monitor' })).toBe('monitor (all)')
    expect(why({ gateway: undefined })).toBe('gateway-waiting (all)')
    expect(why({ gateway: { ...GATEWAY, line: 'lost' } })).toBe('gateway-lost (all)')
    expect(why({ gateway: { ...GATEWAY, silent: true } })).toBe('gateway-silent (all)')
    expect(why({ trading: trading('halted') })).toBe('halted (all)')
    expect(why({ trading: trading('flattening') })).toBe('flattening (all)')
    expect(why({ instrument: undefined })).toBe('no-instrument (all)')
    expect(why({ instrument: { ...SILVER, tradable: false } })).toBe('not-tradable (all)')
    expect(why({ limits: { ...DEFAULT_LIMITS, allowed: [] } })).toBe('not-allowed (all)')
    expect(why({ quote: undefined })).toBe('no-quote (all)')
  })

  it('leaves closing orders where only more exposure is unwanted', () => {
    expect(why({ trading: trading('reducing') })).toBe('reducing (opening)')
    expect(why({ dayResult: -DEFAULT_LIMITS.maxDailyLoss })).toBe('daily-loss (opening)')
    expect(why({ dayResult: NaN })).toBe('daily-loss (opening)')
    expect(why({ staleness: STALE })).toBe('stale (opening)')
    expect(why({ staleness: { ...STALE, why: 'gap' } })).toBe('stale (opening)')
    expect(why({ staleness: { ...STALE, why: 'feed' } })).toBe('feed-silent (opening)')
    expect(why({ accountAge: 2_000_001 })).toBe('account-old (opening)')
    expect(why({ accountAge: NaN })).toBe('account-old (opening)')
  })

  it('tells first what a trader wants to know first', () => {
    const halted = { trading: trading('halted'), quote: undefined }
    expect(why({ ...halted, link: { phase: 'lost', old: true }, mode: 'replay' })).toBe(
      'lost (all)',
    )
    expect(why({ ...halted, mode: 'replay' })).toBe('replay (all)')
    expect(why({ ...halted, gateway: undefined })).toBe('gateway-waiting (all)')
    expect(why({ ...halted, instrument: undefined })).toBe('halted (all)')
    expect(entryBar({ ...OPEN, ...halted })).toMatchObject({ words: asSaid('a test') })
    expect(why({ staleness: STALE, accountAge: 3_000_000 })).toBe('stale (opening)')
  })

  it('lets cancels go while there is a line', () => {
    expect(cancelsPossible({ phase: 'following', old: true })).toBe(true)
    expect(cancelsPossible({ phase: 'lost', old: true })).toBe(false)
    expect(cancelsPossible({ phase: 'refused', old: true })).toBe(false)
  })
})

describe('guard of intents', () => {
  it('lets the same wish pass once a press, and others with it', () => {
    const guard = new IntentGuard()
    expect([0, 100, 249].map((now) => guard.pass('place', now))).toEqual([true, false, false])
    expect(guard.pass('cancel', 100)).toBe(true)
    expect([250, 499, 500].map((now) => guard.pass('place', now))).toEqual([true, false, true])
  })
})

describe('pace of orders', () => {
  it('counts each new order of the last second once', () => {
    const pace = new OrderPace()
    const word = (id: string, at: number, changes: object = {}): void =>
      pace.take({ id, status: 'pending', createdAt: at, updatedAt: at, ...changes } as Order)
    word('a', 0)
    word('a', 0)
    word('a', 0, { status: 'working', updatedAt: 10 })
    word('b', 600_000)
    expect(
      [600_000, 999_999, 1_000_000, 1_600_000].map((now) => pace.count(now as Micros)),
    ).toEqual([2, 2, 1, 0])
  })
})
