import fc from 'fast-check'
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

describe('the order book', () => {
  it('trades and rests exactly like a book written as plainly as can be', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const book = new Book(LOWEST, HIGHEST)
        const naive = new NaiveBook()
        const slots = new Map<number, number>()
        steps.forEach((step, tag) => {
          if ('cancel' in step) {
            const resting = naive.orders[step.cancel]
            if (resting === undefined) return
            book.cancel(slots.get(resting.tag)!)
            naive.cancel(resting.tag)
          } else {
            const { kind, side, limit, volume } = step
            const trades = new Trades()
            const slot = book.submit(kind, side, limit, volume, tag, trades)
            if (slot !== NO_SLOT) slots.set(tag, slot)
            expect(trades.all).toEqual(naive.submit(kind, side, limit, volume, tag))
            expect(slot !== NO_SLOT).toBe(naive.orders.some((order) => order.tag === tag))
            const traded = trades.all.reduce((sum, trade) => sum + trade.volume, 0)
            expect(traded + book.left).toBe(volume)
            if (kind === 'fok') expect([0, volume]).toContain(traded)
          }
          expect(book.bestBid).toBeLessThan(book.bestAsk)
          expect(book.bestBid).toBe(naive.best('buy')?.price ?? LOWEST - 1)
          expect(book.bestAsk).toBe(naive.best('sell')?.price ?? HIGHEST + 1)
          expect(depth(book, 'buy')).toEqual(naive.levels('buy'))
          expect(depth(book, 'sell')).toEqual(naive.levels('sell'))
          for (const order of naive.orders) {
            const slot = slots.get(order.tag)!
            const sameLevel = naive.orders.filter(({ price }) => price === order.price)
            const before = sameLevel.slice(0, sameLevel.indexOf(order))
            expect(book.volumeOf(slot)).toBe(order.volume)
            expect(book.isBid(slot)).toBe(order.side === 'buy')
            expect(book.aheadOf(slot)).toBe(before.reduce((sum, { volume }) => sum + volume, 0))
          }
        })
      }),
      { numRuns: 150 },
    )
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
