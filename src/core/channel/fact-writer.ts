import type { Bundled, Codec } from '../contracts/codec.ts'
import type { Fact, SnapshotFact } from '../contracts/index.ts'
import { isBundled } from '../contracts/wire/bundle.ts'
import type { Origin } from '../contracts/message.ts'
import type { Micros, Quote, SenderId } from '../domain/index.ts'

/** More than this never travel in one frame: a listener should not wait for the last. */
export const LARGEST_BATCH = 64

export interface FactWriterOptions {
  readonly codec: Codec
  readonly origin: Origin
  readonly send: (frame: Uint8Array) => void
  /** The monotonic stamp of what is said now. */
  readonly now: () => Micros
}

/**
 * What one process says to everybody: numbers facts by kind, and gathers the quotes of one turn of
 * the loop, or its other facts, into a frame. Whoever owns it calls `flush` when the turn ends;
 * anything else that is said flushes first, so that facts leave in the order in which they were
 * told.
 */
export class FactWriter {
  readonly origin: Origin
  readonly #options: FactWriterOptions
  /** The last number given to each kind. */
  readonly #numbers = new Map<Fact['kind'], number>()
  #quoteNumber = 0
  #quotes: Quote[] = []
  #gathered: Bundled[] = []

  constructor(options: FactWriterOptions) {
    this.#options = options
    this.origin = options.origin
  }

  /** Whether anything waits for `flush`. */
  get waiting(): boolean {
    return this.#quotes.length > 0 || this.#gathered.length > 0
  }

  /** Number of the last quote that was told, flushed or not. */
  get lastQuote(): number {
    return this.#quoteNumber + this.#quotes.length
  }

  /** The hot path: leaves with the others of this turn, or at once when there are enough. */
  quote(quote: Quote): void {
    if (this.#gathered.length > 0) this.flush()
    this.#quotes.push(quote)
    if (this.#quotes.length >= LARGEST_BATCH) this.flush()
  }

  /**
   * Leaves with the other facts of this turn: one frame for all of them costs little more than one.
   */
  gather(fact: Fact): void {
    if (!isBundled(fact)) return void this.publish(fact)
    if (this.#quotes.length > 0) this.flush()
    this.#gathered.push(this.#options.codec.bundled(fact, this.#number(fact.kind)))
    if (this.#gathered.length >= LARGEST_BATCH) this.flush()
  }

  flush(): void {
    if (this.#gathered.length > 0) this.#flushGathered()
    const quotes = this.#quotes
    if (quotes.length === 0) return
    this.#quotes = []
    const { codec, send, now, origin } = this.#options
    const first = this.#quoteNumber + 1
    this.#quoteNumber += quotes.length
    send(codec.encodeQuotes(quotes, first, now(), origin.epoch))
  }

  /** @returns the number it was given. */
  publish(body: Fact): number {
    this.flush()
    const { codec, send, now, origin } = this.#options
    const { source, mode, profile, epoch } = origin
    const seq = this.#number(body.kind)
    send(codec.encodeFact({ version: 1, source, mode, profile, epoch, seq, at: now(), body }))
    return seq
  }

  /** Answers whoever asked how things stand. */
  snapshot(requester: SenderId, facts: SnapshotFact['facts']): void {
    this.flush()
    this.publish({ kind: 'snapshot', requester, facts, seqs: this.seqs() })
  }

  /** The last number given to each kind that left so far. */
  seqs(): Readonly<Record<string, number>> {
    const seqs: Record<string, number> = Object.fromEntries(this.#numbers)
    if (this.#quoteNumber > 0) seqs['quote'] = this.#quoteNumber
    return seqs
  }

  #flushGathered(): void {
    const bundled = this.#gathered
    this.#gathered = []
    const { codec, send, now, origin } = this.#options
    send(codec.encodeBundle(bundled, now(), origin.epoch))
  }

  #number(kind: Fact['kind']): number {
    if (kind === 'quote') return ++this.#quoteNumber
    const number = (this.#numbers.get(kind) ?? 0) + 1
    this.#numbers.set(kind, number)
    return number
  }
}
