import type { InstrumentId, Micros, Quote } from '../../src/core/domain/index.ts'
import { QUOTE_WIDTH, readQuote, writeQuote } from './quote-numbers.ts'

/** Quotes of one instrument that are kept for those who come late. */
export const KEPT_QUOTES = 3_000
/** How far back the receipt of a quote is looked for. */
const LOOKED_BACK = 256
/** Room for so many is there at first, and twice as many each time that it does not do. */
const FIRST_ROOM = 64

/**
 * The newest quotes of one instrument, with the monotonic stamps of their receipt. They are kept as
 * numbers: objects of this age outlive the young ones' collection, and by then are many. Those of
 * 200 instruments were over 400 MB, whose collection took all processors for a second.
 */
export class QuoteRing {
  #instrument: InstrumentId | undefined
  #numbers = new Float64Array(FIRST_ROOM * QUOTE_WIDTH)
  #receivedAt = new Float64Array(FIRST_ROOM)
  #count = 0

  push(quote: Quote, receivedAt: Micros): void {
    this.#instrument = quote.instrument
    const slot = this.#count++ % KEPT_QUOTES
    if (slot >= this.#receivedAt.length) this.#makeRoom()
    writeQuote(this.#numbers, slot * QUOTE_WIDTH, quote)
    this.#receivedAt[slot] = receivedAt
  }

  /** A copy of the newest ones, oldest first. */
  newest(count: number): readonly Quote[] {
    const kept = Math.min(this.#count, KEPT_QUOTES, Math.max(0, Math.floor(count)))
    const quotes: Quote[] = []
    for (let back = kept; back > 0; back--) quotes.push(this.#quote(this.#slot(back)))
    return quotes
  }

  /** The newest quote that had come by a moment of the monotonic clock, and when that was. */
  heardBy(moment: Micros): { readonly quote: Quote; readonly receivedAt: number } | undefined {
    const kept = Math.min(this.#count, LOOKED_BACK)
    for (let back = 1; back <= kept; back++) {
      const slot = this.#slot(back)
      const receivedAt = this.#receivedAt[slot]!
      if (receivedAt <= moment) return { quote: this.#quote(slot), receivedAt }
    }
    return undefined
  }

  /** When the quote of this stamp came, in µs; NaN for one that is not among the newest. */
  receiptOf(at: Micros): number {
    const kept = Math.min(this.#count, LOOKED_BACK)
    for (let back = 1; back <= kept; back++) {
      const slot = this.#slot(back)
      const stamp = this.#numbers[slot * QUOTE_WIDTH]!
      if (stamp === at) return this.#receivedAt[slot]!
      if (stamp < at) return NaN
    }
    return NaN
  }

  #slot(back: number): number {
    return (this.#count - back) % KEPT_QUOTES
  }

  #quote(slot: number): Quote {
    return readQuote(this.#numbers, slot * QUOTE_WIDTH, this.#instrument!)
  }

  #makeRoom(): void {
    const room = Math.min(2 * this.#receivedAt.length, KEPT_QUOTES)
    this.#numbers = grown(this.#numbers, room * QUOTE_WIDTH)
    this.#receivedAt = grown(this.#receivedAt, room)
  }
}

function grown(numbers: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(length)
  larger.set(numbers)
  return larger
}
