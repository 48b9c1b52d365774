import type { WarmUpFact } from '../../src/core/contracts/index.ts'
import type { InstrumentId, Quote } from '../../src/core/domain/index.ts'

/** A quote with the number under which the gateway said it. */
export interface NumberedQuote {
  readonly quote: Quote
  readonly seq: number
}

interface Earlier {
  readonly until: number
  readonly quotes: Quote[]
  complete: boolean
}

/**
 * Gathers the earlier quotes of each instrument, which come in several frames, and keeps the live
 * ones that come between, so that the two are joined without a hole and without a double. An
 * answer that was asked for twice may come twice, its frames mixed with those of the first.
 */
export class WarmUp {
  readonly #earlier = new Map<InstrumentId, Earlier | undefined>()
  #live: NumberedQuote[] = []

  constructor(instruments: readonly InstrumentId[]) {
    for (const instrument of instruments) this.#earlier.set(instrument, undefined)
  }

  /** A frame of an answer; one about another instrument, or of an older answer, is passed over. */
  take({ instrument, quotes, until, last }: WarmUpFact): void {
    if (!this.#earlier.has(instrument)) return
    let answer = this.#earlier.get(instrument)
    if (answer === undefined || (until > answer.until && !answer.complete)) {
      answer = { until, quotes: [], complete: false }
      this.#earlier.set(instrument, answer)
    }
    if (until !== answer.until || answer.complete) return
    for (const quote of quotes) {
      if (isLater(quote, answer.quotes.at(-1))) answer.quotes.push(quote)
    }
    answer.complete = last
  }

  live(quote: Quote, seq: number): void {
    this.#live.push({ quote, seq })
  }

  /** Live quotes that wait to be joined. */
  get waiting(): number {
    return this.#live.length
  }

  /** Instruments whose answer did not come, or not to its end. */
  get missing(): readonly InstrumentId[] {
    return [...this.#earlier].flatMap(([id, answer]) => (answer?.complete === true ? [] : [id]))
  }

  /** Oldest first. */
  earlier(instrument: InstrumentId): readonly Quote[] {
    return this.#earlier.get(instrument)?.quotes ?? []
  }

  /** Live quotes that the earlier ones do not hold, in the order in which they were said. */
  later(): readonly NumberedQuote[] {
    return this.#live.filter(
      ({ quote, seq }) => seq > (this.#earlier.get(quote.instrument)?.until ?? Infinity),
    )
  }
}

/** Quotes of one instrument come by stamp, and those of one stamp by their index. */
function isLater(quote: Quote, than: Quote | undefined): boolean {
  if (than === undefined || quote.at > than.at) return true
  return quote.at === than.at && quote.feedSeq > than.feedSeq
}
