import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QueueAhead } from '../../../src/core/desk/queue-ahead.ts'
import type { Order, Quote, Random, Side } from '../../../src/core/domain/index.ts'
import { seeded } from '../../../src/core/domain/index.ts'
import { Book } from '../../../src/core/exchange/book.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'

const MULTIPLIER = 15
const INSTRUMENT = instrumentFixture({ multiplier: MULTIPLIER })
const OURS = -1

/** A book that others trade in by chance, seen through snapshots, with one order of ours in it. */
class Market {
  readonly book = new Book(6_000, 6_200)
  readonly #random: Random
  readonly #others: number[] = []
  readonly #lots: number
  volume = 0
  turnover = 0
  at = 0
  slot = -1
  left = 0

  constructor(seed: number, lots: number) {
    this.#random = seeded(seed)
    this.#lots = lots
    for (let ticks = 6_090; ticks < 6_110; ticks++) {
      this.#limit(ticks < 6_100 ? 'buy' : 'sell', ticks, 10)
    }
  }

  /** One thing happens: an order comes, trades, or is cancelled. */
  event(): void {
    this.at++
    const drawn = this.#random.next()
    const side = this.#random.next() < 0.5 ? 'buy' : 'sell'
    const lots = 1 + this.#random.below(this.#lots)
    if (drawn < 0.4) return this.#cancel()
    if (drawn < 0.92) {
      const { bestBid, bestAsk } = this.book
      const away = this.#random.below(6)
      return this.#limit(side, side === 'buy' ? bestAsk - 1 - away : bestBid + 1 + away, lots)
    }
    this.book.submit('market', side, 0, lots, 0, this.#sink)
  }

  place(side: Side, price: number, lots: number): void {
    this.at++
    this.left = lots
    this.slot = this.book.submit('limit', side, price, lots, OURS, this.#sink)
  }

  quote(): Quote {
    const levels = (side: Side): [number, number][] => {
      const [prices, volumes]: number[][] = [[], []]
      this.book.depth(side, prices!, volumes!)
      return prices!.map((price, index) => [price, volumes![index]!])
    }
    const { at, volume, turnover } = this
    return quoteFixture({ at, volume, turnover, bids: levels('buy'), asks: levels('sell') })
  }

  #limit(side: Side, price: number, lots: number): void {
    if (price < 6_001 || price > 6_199) return
    const slot = this.book.submit('limit', side, price, lots, 1, this.#sink)
    if (slot >= 0) this.#others.push(slot)
  }

  #cancel(): void {
    const index = this.#random.below(Math.max(1, this.#others.length))
    const [slot] = this.#others.splice(index, 1)
    if (slot === undefined || slot === this.slot) return
    if (this.book.volumeOf(slot) > 0) this.book.cancel(slot)
  }

  readonly #sink = {
    traded: (maker: number, tag: number, price: number, volume: number, left: number): void => {
      this.volume += volume
      this.turnover += price * volume * MULTIPLIER
      if (tag === OURS) this.left = left
      if (left === 0) this.#others.splice(0, Infinity, ...this.#others.filter((s) => s !== maker))
    },
  }
}

interface Watched {
  readonly truth: number
  readonly ahead: number
  readonly band: number
  readonly low: number
  readonly high: number
  readonly level: number
}

/** What is estimated against what is so, at every snapshot while the price is among the five. */
function watch(seed: number, every: number, lots: number, depth: number): Watched[] {
  const market = new Market(seed, lots)
  for (let count = 0; count < 200; count++) market.event()
  const queue = new QueueAhead(INSTRUMENT)
  const side: Side = seed % 2 === 0 ? 'buy' : 'sell'
  const price = side === 'buy' ? market.book.bestBid - depth : market.book.bestAsk + depth
  let before = market.quote()
  const order = (changes: object): Order =>
    ({ id: 'own', kind: 'limit', side, limit: price, volume: 3, filled: 0, ...changes }) as never
  queue.order(order({ status: 'pending', updatedAt: market.at }), before)
  market.place(side, price, 3)
  queue.order(order({ status: 'working', updatedAt: market.at }), before)
  const seen: Watched[] = []
  for (let count = 1; count < 400 && market.left > 0; count++) {
    if (count > 1) market.event()
    if (market.left < 3) {
      queue.order(
        order({ status: 'working', updatedAt: market.at, filled: 3 - market.left }),
        before,
      )
    }
    if (count % every !== 0 || market.left === 0) continue
    const quote = market.quote()
    queue.quote(quote, before)
    before = quote
    const estimate = queue.of('own' as never)
    if (estimate === undefined || Number.isNaN(estimate.ahead)) continue
    seen.push({ ...estimate, truth: market.book.aheadOf(market.slot) })
  }
  return seen
}

describe('queue ahead', () => {
  it('bounds the truth where every event is seen', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 0, max: 3 }), (seed, depth) => {
        for (const { truth, low, high, ahead, level } of watch(seed, 1, 8, depth)) {
          compared++
          expect({ low: low <= truth, high: truth <= high, level: high <= level }).toEqual({
            low: true,
            high: true,
            level: true,
          })
          expect(ahead >= Math.floor(low) && ahead <= Math.ceil(high)).toBe(true)
        }
      }),
      { numRuns: 50, seed: 5 },
    )
    expect(compared).toBeGreaterThan(5_000)
  })

  it('lies within its band nearly always, also where snapshots miss events', () => {
    for (const every of [1, 2, 5]) {
      let [within, count] = [0, 0]
      for (let seed = 0; seed < 80; seed++) {
        for (const { truth, ahead, band } of watch(seed, every, 6, seed % 3)) {
          count++
          if (Math.abs(truth - ahead) <= band + 0.5) within++
        }
      }
      expect(count).toBeGreaterThan(2_000)
      expect(within / count).toBeGreaterThan(0.95)
    }
  })

  it('is never below nothing, nor above all others at the price', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 12 }), (seed, every) => {
        for (const { ahead, band, level } of watch(seed, every, 12, 1)) {
          expect(ahead >= 0 && band >= 0 && ahead <= level).toBe(true)
        }
      }),
      { numRuns: 40, seed: 9 },
    )
  })

  const bid = (lots: number, more: object = {}): Quote =>
    quoteFixture({ at: 10, bids: [[6_149, lots]], ...more })
  const order = (changes: object = {}): Order =>
    ({
      id: 'own',
      kind: 'limit',
      side: 'buy',
      limit: 6_149,
      volume: 2,
      filled: 0,
      status: 'pending',
      updatedAt: 5,
      ...changes,
    }) as never

  function placed(): QueueAhead {
    const queue = new QueueAhead(INSTRUMENT)
    queue.order(order(), bid(40))
    queue.order(order({ status: 'working' }), bid(40))
    queue.quote(bid(42), bid(40))
    return queue
  }

  it('begins with what the price shows, and counts its own lots as level alone', () => {
    const known = { ahead: 40, band: 0, level: 42, low: 40, high: 40 }
    expect(placed().of('own' as never)).toEqual(known)
  })

  it('takes trades at the price from the front', () => {
    const queue = placed()
    queue.quote(bid(30, { volume: 12, turnover: 12 * 6_149 * MULTIPLIER }), bid(42))
    expect(queue.of('own' as never)).toMatchObject({ ahead: 28, band: 0, level: 30 })
  })

  it('shares cancels out between before and behind, within a band', () => {
    const queue = placed()
    queue.quote(bid(82), bid(42))
    queue.quote(bid(62), bid(82))
    expect(queue.of('own' as never)).toEqual({ ahead: 30, band: 10, level: 62, low: 20, high: 40 })
  })

  it('forgets when the price leaves the five levels', () => {
    const queue = placed()
    const far = [6_154, 6_153, 6_152, 6_151, 6_150].map((price) => [price, 5] as const)
    queue.quote(quoteFixture({ at: 20, bids: far, asks: [[6_155, 9]] }), bid(42))
    expect(queue.of('own' as never)).toMatchObject({ ahead: NaN, band: NaN })
    queue.quote(bid(22), bid(42))
    expect(queue.of('own' as never)).toEqual({ ahead: 10, band: 10, level: 22, low: 0, high: 20 })
  })

  it('has none before it once a part was filled, and is gone with its end', () => {
    const queue = placed()
    queue.order(order({ status: 'working', filled: 1 }), bid(42))
    expect(queue.of('own' as never)).toMatchObject({ ahead: 0, band: 0 })
    queue.order(order({ status: 'filled', filled: 2 }), bid(42))
    expect(queue.of('own' as never)).toBeUndefined()
  })

  it('says nothing of an order while nobody knows whether it stands there', () => {
    const queue = placed()
    queue.order(order({ status: 'unknown' }), bid(42))
    expect(queue.of('own' as never)).toMatchObject({ ahead: NaN, level: NaN })
    queue.order(order({ status: 'working' }), bid(42))
    expect(queue.of('own' as never)).toMatchObject({ ahead: 40, level: 42 })
  })

  it('knows little of an order whose placing nobody saw', () => {
    const queue = new QueueAhead(INSTRUMENT)
    queue.order(order({ status: 'working' }), bid(42))
    expect(queue.of('own' as never)).toMatchObject({ ahead: NaN })
    queue.quote(bid(42), undefined)
    expect(queue.of('own' as never)).toMatchObject({ ahead: 20, band: 20 })
  })
})
