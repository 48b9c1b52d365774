import type { Random } from '../domain/index.ts'

/** Weight of market orders, where limit orders have 1. */
const MARKET_WEIGHT = 0.15
/** About as many background orders rest: cancels weigh resting / this. */
const RESTING = 120
/** Furthest that a limit order is placed from the other side's best, in ticks. */
const REACH = 12
/** Lots of one order: 1 … this, small ones more often. */
const LARGEST = 12
/** How much pressure tilts market orders, limit orders, and which cancels are spared. */
const MARKET_TILT = 0.3
const LIMIT_TILT = 0.15
const CANCEL_TILT = 0.4
/** Seconds in which half of the drift is forgotten, and how strong it usually is. */
const HALF_LIFE = 15
const STRENGTH = 0.6
/** Pull back to the day's settlement price: full pressure at this share of the way to a limit. */
const PULL = 0.6

/**
 * The order flow of the built-in market: orders without intelligence, arriving, trading and being
 * cancelled by chance, after Smith, Farmer, Gillemot and Krishnamurthy, "Statistical theory of the
 * continuous double auction" (Quantitative Finance 3, 2003). Limit orders fall near the other
 * side's best, market orders take from it, and each resting order is cancelled at the same rate.
 *
 * One thing is added, so that order flow tells something of the price to come: a drift, a slowly
 * varying signed number in −1 … 1 (a first-order autoregression) that tilts buying against
 * selling in all three. It persists for about half a minute, so imbalance of the book and of
 * trades persists with it, and the price follows. A weak pull to the last settlement price keeps
 * the market within its limits.
 */
export class OrderFlow {
  /** −1 all sell … 1 all buy, before the pull. */
  drift = 0
  /** What tilts the events now. */
  pressure = 0
  readonly #random: Random
  readonly #keep: number
  readonly #noise: number

  /** @param interval seconds between two calls of `turn`. */
  constructor(random: Random, interval: number) {
    this.#random = random
    this.#keep = 0.5 ** (interval / HALF_LIFE)
    this.#noise = STRENGTH * Math.sqrt(1 - this.#keep * this.#keep)
  }

  /** Time went on; `distance` is how far the price left the anchor, −1 … 1 from limit to limit. */
  turn(distance: number): void {
    this.drift = bounded(this.#keep * this.drift + this.#noise * this.#random.normal())
    this.pressure = bounded(this.drift - distance / PULL)
  }

  /** What happens next, with so many background orders at rest. */
  draw(resting: number): 'limit' | 'market' | 'cancel' {
    const drawn = this.#random.next() * (1 + MARKET_WEIGHT + resting / RESTING)
    return drawn < 1 ? 'limit' : drawn < 1 + MARKET_WEIGHT ? 'market' : 'cancel'
  }

  side(kind: 'limit' | 'market'): 'buy' | 'sell' {
    const tilt = kind === 'market' ? MARKET_TILT : LIMIT_TILT
    return this.#random.next() < 0.5 + tilt * this.pressure ? 'buy' : 'sell'
  }

  /** Ticks from the other side's best: 1 … REACH, near ones more often. */
  distance(): number {
    const drawn = this.#random.next()
    return 1 + Math.floor(REACH * drawn * drawn)
  }

  lots(): number {
    const drawn = this.#random.next()
    return 1 + Math.floor(LARGEST * drawn * drawn * drawn)
  }

  /**
   * Whether a cancel that fell on this order passes it by: pressure keeps its own side's orders.
   */
  spares(isBid: boolean): boolean {
    const favoured = isBid ? this.pressure : -this.pressure
    return favoured > 0 && this.#random.next() < CANCEL_TILT * favoured
  }

  /** Open interest changes by −1, 0 or 1 times the lots of a trade. */
  interest(volume: number): number {
    return (this.#random.below(3) - 1) * volume
  }

  place(size: number): number {
    return this.#random.below(size)
  }

  /** Orders at rest when a book is grown anew. */
  get resting(): number {
    return RESTING
  }
}

function bounded(value: number): number {
  return value > 1 ? 1 : value < -1 ? -1 : value
}
