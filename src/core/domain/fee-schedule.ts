import type { FeeSchedule } from './instrument.ts'
import type { FeeFact } from './product-facts.ts'

const UNKNOWN_RATE = [NaN, NaN] as const

/** The fee fact in the form that charges it; NaN throughout where there is none. */
export function feeSchedule(fact: FeeFact | undefined): FeeSchedule {
  const [open, close, closeToday] = [
    fact?.open ?? UNKNOWN_RATE,
    fact?.close ?? UNKNOWN_RATE,
    fact?.closeToday ?? UNKNOWN_RATE,
  ]
  return {
    open: { byValue: open[0], byLot: open[1] },
    close: { byValue: close[0], byLot: close[1] },
    closeToday: { byValue: closeToday[0], byLot: closeToday[1] },
  }
}
