import type { Loss } from '../channel/index.ts'
import type { RunFact } from '../contracts/index.ts'
import type { Instrument, Micros, Quote } from '../domain/index.ts'

/** How a market stands when it begins to be followed, and anew after every loss. */
export interface MarketOpening {
  readonly instruments: readonly Instrument[]
  /** The last quote of every instrument that has one. */
  readonly quotes: readonly Quote[]
  /** Session time; NaN where the market has not told any yet. */
  readonly at: Micros
  /** Lock-step: number of the last step that was said, 0 before the first. */
  readonly step: number
  /** How a replay stands; undefined where the market is none. */
  readonly run: RunFact | undefined
}

/** Whoever follows a market. Everything is told in the order in which the market told it. */
export interface MarketDataListener {
  /** Comes first, and again after `onLost`; what follows counts on from it. */
  onOpened(opening: MarketOpening): void
  /** @param sentAt the market's monotonic stamp of the frame, in µs. */
  onQuote(quote: Quote, sentAt: Micros): void
  /** The market's session time, where no quote carries it. */
  onTime(at: Micros): void
  /**
   * Lock-step: all that belongs to session time `at` was said, and time stands until the answer.
   */
  onStep(at: Micros, seq: number): void
  /** How a replay goes. */
  onRun(run: RunFact): void
  /** Quotes are missing, or another life of the market speaks: nothing more until `onOpened`. */
  onLost(loss: Loss): void
}

/** A market that is followed. */
export interface MarketData {
  readonly close: () => void
}
