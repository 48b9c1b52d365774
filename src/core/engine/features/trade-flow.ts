import type { Instrument, Quote, TradeEstimate, TradeTerms } from '../../domain/index.ts'
import { createTradeEstimate, estimateWithinDay, tradeTerms } from '../../domain/index.ts'
import { featureIndex } from './feature-table.ts'

export const FLOW_WINDOW = 32
/** Signed volume is counted in steps of a lot, so that its sum over a window is exact. */
export const SIGN_STEPS = 1_000

const MASK = FLOW_WINDOW - 1
const SIGNED_SUM = 0
const TRADED_SUM = 1

const TRADE_SIGN = featureIndex('trade_sign')
const TRADE_UNCERTAINTY = featureIndex('trade_uncertainty')
const TRADE_IMBALANCE_32 = featureIndex('trade_imbalance_32')
const VOLUME_DELTA = featureIndex('volume_delta')
const OPEN_INTEREST_DELTA = featureIndex('open_interest_delta')

/** The features of what was traded between two snapshots; a part of `createFeatures`. */
export class TradeFlow {
  readonly #terms: TradeTerms
  readonly #estimate: TradeEstimate = createTradeEstimate()
  readonly #signed = new Float64Array(FLOW_WINDOW)
  readonly #traded = new Float64Array(FLOW_WINDOW)
  readonly #sums = new Float64Array(2)

  constructor(instrument: Instrument) {
    this.#terms = tradeTerms(instrument)
  }

  begin(): void {
    this.#signed.fill(0)
    this.#traded.fill(0)
    this.#sums.fill(0)
  }

  update(previous: Quote, quote: Quote, tick: number, values: Float32Array): void {
    const estimate = this.#estimate
    estimateWithinDay(this.#terms, previous, quote, estimate)
    const { volume, sign } = estimate
    const signed = Math.floor(sign * volume * SIGN_STEPS + 0.5)
    const slot = tick & MASK
    const tradedSum = this.#sums[TRADED_SUM]! + volume - this.#traded[slot]!
    const signedSum = this.#sums[SIGNED_SUM]! + signed - this.#signed[slot]!
    this.#sums[TRADED_SUM] = tradedSum
    this.#sums[SIGNED_SUM] = signedSum
    this.#traded[slot] = volume
    this.#signed[slot] = signed
    values[TRADE_SIGN] = sign
    values[TRADE_UNCERTAINTY] = estimate.uncertainty
    values[TRADE_IMBALANCE_32] = tradedSum > 0 ? signedSum / (tradedSum * SIGN_STEPS) : 0
    values[VOLUME_DELTA] = volume
    const opened = quote.openInterest - previous.openInterest
    values[OPEN_INTEREST_DELTA] = opened === opened ? opened : 0
  }
}
