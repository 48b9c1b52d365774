import type { FactWriter } from '../../src/core/channel/index.ts'
import type { InstrumentId, Micros, Quote, SenderId } from '../../src/core/domain/index.ts'
import { KEPT_QUOTES, QuoteRing } from './quote-ring.ts'

/** Quotes of one frame: live ones are not kept waiting by more. */
const LARGEST_FRAME = 64
/** Answers under way; who asks for more than this asks for nothing useful. */
const MOST_ANSWERS = 64

interface Answer {
  readonly requester: SenderId
  readonly instrument: InstrumentId
  readonly quotes: readonly Quote[]
  readonly until: number
  told: number
}

/**
 * Keeps earlier quotes and tells them to those who ask, a frame a turn of the loop, so that live
 * quotes pass in between. An answer holds what was told up to its request; live ones whose number
 * is above `until` join it.
 */
export class WarmUp {
  readonly #writer: FactWriter
  readonly #rings: (QuoteRing | undefined)[] = []
  readonly #answers: Answer[] = []
  #telling = false

  constructor(writer: FactWriter) {
    this.#writer = writer
  }

  /** Answers that are not told to their end yet. */
  get waiting(): number {
    return this.#answers.length
  }

  /** To be called with every quote that is told, and only then. */
  push(quote: Quote, receivedAt: Micros): void {
    ;(this.#rings[quote.instrument] ??= new QuoteRing()).push(quote, receivedAt)
  }

  /** When a quote came, by the monotonic clock in µs; NaN for one that is too old, or unknown. */
  receiptOf(instrument: InstrumentId, at: Micros): number {
    return this.#rings[instrument]?.receiptOf(at) ?? NaN
  }

  /** The newest quote of an instrument that had come by then; undefined for one too long ago. */
  heardBy(instrument: InstrumentId, moment: Micros): ReturnType<QuoteRing['heardBy']> {
    return this.#rings[instrument]?.heardBy(moment)
  }

  /** An answer comes always: an empty one where there is nothing to tell. */
  answer(requester: SenderId, instrument: InstrumentId, count: number): void {
    if (this.#answers.length >= MOST_ANSWERS) return
    const quotes = this.#rings[instrument]?.newest(Math.min(count, KEPT_QUOTES)) ?? []
    this.#answers.push({ requester, instrument, quotes, until: this.#writer.lastQuote, told: 0 })
    this.#tell()
  }

  #tell(): void {
    if (this.#telling || this.#answers.length === 0) return
    this.#telling = true
    setImmediate(() => {
      this.#telling = false
      this.#frame()
      this.#tell()
    })
  }

  #frame(): void {
    const [answer] = this.#answers
    if (answer === undefined) return
    const { requester, instrument, until, told } = answer
    const quotes = answer.quotes.slice(told, told + LARGEST_FRAME)
    answer.told += quotes.length
    const last = answer.told === answer.quotes.length
    if (last) this.#answers.shift()
    this.#writer.publish({ kind: 'warm-up', requester, instrument, quotes, until, last })
  }
}
