import type { Micros, Quote } from '../../src/core/domain/index.ts'

/** Quotes of one instrument that are kept for those who come late. */
export const KEPT_QUOTES = 3_000
/** How far back the receipt of a quote is looked for. */
const LOOKED_BACK = 256

/** The newest quotes of one instrument, with the monotonic stamps of their receipt. */
export class QuoteRing {
  readonly #quotes: Quote[] = []
  readonly #receivedAt: number[] = []
  #count = 0

  push(quote: Quote, receivedAt: Micros): void {
    const slot = this.#count++ % KEPT_QUOTES
    this.#quotes[slot] = quote
    this.#receivedAt[slot] = receivedAt
  }

  /** A copy of the newest ones, oldest first. */
  newest(count: number): readonly Quote[] {
    const kept = Math.min(this.#count, KEPT_QUOTES, Math.max(0, Math.floor(count)))
    const quotes: Quote[] = []
    for (let back = kept; back > 0; back--) {
      quotes.push(this.#quotes[(this.#count - back) % KEPT_QUOTES]!)
    }
    return quotes
  }

  /** The newest quote that had come by a moment of the monotonic clock, and when that was. */
  heardBy(moment: Micros): { readonly quote: Quote; readonly receivedAt: number } | undefined {
    const kept = Math.min(this.#count, LOOKED_BACK)
    for (let back = 1; back <= kept; back++) {
      const slot = (this.#count - back) % KEPT_QUOTES
      const receivedAt = this.#receivedAt[slot]!
      if (receivedAt <= moment) return { quote: this.#quotes[slot]!, receivedAt }
    }
    return undefined
  }

  /** When the quote of this stamp came, in µs; NaN for one that is not among the newest. */
  receiptOf(at: Micros): number {
    const kept = Math.min(this.#count, LOOKED_BACK)
    for (let back = 1; back <= kept; back++) {
      const slot = (this.#count - back) % KEPT_QUOTES
      const stamp = this.#quotes[slot]!.at
      if (stamp === at) return this.#receivedAt[slot]!
      if (stamp < at) return NaN
    }
    return NaN
  }
}
