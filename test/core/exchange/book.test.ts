import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ORDER_KINDS, SIDES } from '../../../src/core/domain/index.ts'
import type { OrderKind, Side } from '../../../src/core/domain/index.ts'
import { Book } from '../../../src/core/exchange/book.ts'
import type { TradeSink } from '../../../src/core/exchange/book.ts'
import { NO_SLOT } from '../../../src/core/exchange/order-pool.ts'
import { NaiveBook } from './naive-book.ts'
import type { Trade } from './naive-book.ts'

const LOWEST = 1_000
const HIGHEST = 3_500

class Trades implements TradeSink {
  all: Trade[] = []
  traded(_maker: number, tag: number, price: number, volume: number): void {
    this.all.push({ maker: tag, price, volume })
  }
}

interface Submit {
  readonly kind: OrderKind
  readonly side: Side
  readonly limit: number
  readonly volume: number
}

// Prices near each other, so that they meet, with some far away, so that the book has holes.
const price = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 2_000, max: 2_012 }) },
  { weight: 1, arbitrary: fc.integer({ min: LOWEST, max: HIGHEST }) },
)
const submitted: fc.Arbitrary<Submit> = fc.record({
  kind: fc.constantFrom('limit' as const, 'limit' as const, ...ORDER_KINDS),
  side: fc.constantFrom(...SIDES),
  limit: price,
  volume: fc.integer({ min: 1, max: 20 }),
})
const step = fc.oneof(
  { weight: 4, arbitrary: submitted },
  { weight: 1, arbitrary: fc.record({ cancel: fc.nat(30) }) },
)

function depth(book: Book, side: Side): [number, number][] {
  const prices: number[] = []
  const volumes: number[] = []
  book.depth(side, prices, volumes)
  return prices.flatMap((price, i) =>
    Number.isNaN(price) ? [] : [[price, volumes[i]!] as [number, number]],
  )
}

/** Both books side by side, each asked the same. */
class Pair {
  readonly #book = new Book(LOWEST, HIGHEST)
  readonly #naive = new NaiveBook()
  readonly #slots = new Map<number, number>()

  step(step: Submit | { readonly cancel: number }, tag: number) {
    if ('cancel' in step) this.#cancel(step.cancel)
    const taken = 'cancel' in step ? [[], []] : this.#submit(step, tag)
    return {
      fast: { taken: taken[0], ...this.#fast() },
      plain: { taken: taken[1], ...this.#plain() },
      crossed: this.#book.bestBid >= this.#book.bestAsk,
    }
  }

  #cancel(index: number): void {
    const resting = this.#naive.orders[index]
    if (resting === undefined) return
    this.#book.cancel(this.#slots.get(resting.tag)!)
    this.#naive.cancel(resting.tag)
  }

  #submit({ kind, side, limit, volume }: Submit, tag: number) {
    const sink = new Trades()
    const slot = this.#book.submit(kind, side, limit, volume, tag, sink)
    if (slot !== NO_SLOT) this.#slots.set(tag, slot)
    const trades = this.#naive.submit(kind, side, limit, volume, tag)
    const left = volume - trades.reduce((sum, trade) => sum + trade.volume, 0)
    const rests = this.#naive.orders.some((order) => order.tag === tag)
    return [
      { trades: sink.all, left: this.#book.left, rests: slot !== NO_SLOT },
      { trades, left, rests },
    ]
  }

  #fast() {
    const book = this.#book
    const orders = this.#naive.orders.map(({ tag }) => {
      const slot = this.#slots.get(tag)!
      const side = book.isBid(slot) ? 'buy' : 'sell'
      const volume = book.volumeOf(slot)
      return { tag, side, price: book.priceOf(slot), volume, ahead: book.aheadOf(slot) }
    })
    return { orders, bid: book.bestBid, ask: book.bestAsk, ...depths((side) => depth(book, side)) }
  }

  #plain() {
    const naive = this.#naive
    const orders = naive.orders.map((order) => {
      const level = naive.orders.filter(({ price }) => price === order.price)
      const before = level.slice(0, level.indexOf(order))
      return { ...order, ahead: before.reduce((sum, { volume }) => sum + volume, 0) }
    })
    const bid = naive.best('buy')?.price ?? LOWEST - 1
    const ask = naive.best('sell')?.price ?? HIGHEST + 1
    return { orders, bid, ask, ...depths((side) => naive.levels(side)) }
  }
}

const depths = <Levels>(of: (side: Side) => Levels) => ({ bids: of('buy'), asks: of('sell') })

describe('the order book', () => {
  it('trades and rests exactly like a book written as plainly as can be, and never crosses', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const pair = new Pair()
        for (const [tag, step] of steps.entries()) {
          const { fast, plain, crossed } = pair.step(step, tag)
          expect(fast).toEqual(plain)
          expect(crossed).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('fills all of a FOK or nothing, rests no FAK, and loses no lot', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 })
    const property = fc.property(sizes, fc.nat(40), fc.nat(8), (sizes, wanted, reach) => {
      const traded = (['fok', 'fak', 'market'] as const).map((kind) => {
        const book = new Book(LOWEST, HIGHEST)
        const sink = new Trades()
        for (const [i, lots] of sizes.entries()) {
          book.submit('limit', 'sell', 2_000 + i, lots, i, sink)
        }
        const slot = book.submit(kind, 'buy', 1_999 + reach, wanted + 1, 99, sink)
        const lots = sink.all.reduce((sum, { volume }) => sum + volume, 0)
        expect([slot, lots + book.left]).toEqual([NO_SLOT, wanted + 1])
        return lots
      })
      const offered = (lots: readonly number[]) => lots.reduce((sum, each) => sum + each, 0)
      const within = Math.min(wanted + 1, offered(sizes.slice(0, reach)))
      expect(traded).toEqual([
        within === wanted + 1 ? within : 0,
        within,
        Math.min(wanted + 1, offered(sizes)),
      ])
    })
    fc.assert(property, { numRuns: 100 })
  })

  it('finds the next level however far it is', () => {
    const book = new Book(1, 1_000_000)
    const sink = new Trades()
    const near = book.submit('limit', 'buy', 900_000, 1, 0, sink)
    book.submit('limit', 'buy', 1, 2, 1, sink)
    book.submit('limit', 'sell', 900_001, 1, 2, sink)
    book.submit('limit', 'sell', 1_000_000, 3, 3, sink)
    book.cancel(near)
    book.submit('market', 'buy', NaN, 1, 4, sink)
    expect([book.bestBid, book.bestAsk, depth(book, 'buy'), depth(book, 'sell')]).toEqual([
      1,
      1_000_000,
      [[1, 2]],
      [[1_000_000, 3]],
    ])
  })

  it('keeps thousands of orders and uses their slots again', () => {
    const book = new Book(1, 100)
    const sink = new Trades()
    for (let i = 0; i < 3_000; i++) book.submit('limit', 'buy', 1 + (i % 100), 1, i, sink)
    book.submit('market', 'sell', NaN, 3_000, -1, sink)
    expect([book.left, sink.all.length, book.bestBid]).toEqual([0, 3_000, 0])
    expect(book.submit('limit', 'sell', 50, 1, 0, sink)).toBeLessThan(3_000)
  })

  it('refuses limits that no book can span', () => {
    expect(() => new Book(2, 1)).toThrow('a book spans 1 to 1000000 ticks, was 2 to 1')
  })
})
