import type { Instrument, Price, Ticks } from '../../core/domain/index.ts'
import { priceOf } from '../../core/domain/index.ts'
import { decimal } from './figures.ts'

/** Text of an instrument's prices: decimals from its tick, made once and kept. */
export interface PriceFormat {
  readonly decimals: number
  /** `–` for NaN. */
  readonly price: (price: Price | number) => string
  readonly ticks: (ticks: Ticks | number) => string
  /** An average may lie between ticks: one digit more. */
  readonly average: (price: number) => string
}

/** Texts that are kept an instrument: a day's range, not a life's. */
const MOST_KEPT = 4_096
const formats = new WeakMap<Instrument, PriceFormat>()

export function priceFormat(instrument: Instrument): PriceFormat {
  let format = formats.get(instrument)
  if (format === undefined) {
    format = createFormat(instrument)
    formats.set(instrument, format)
  }
  return format
}

/** Digits behind the point that every price of the instrument fits in. */
export function decimalsOf({ tickUnits, tickScale }: Instrument): number {
  for (let places = 0; places < 8; places++) {
    if (Number.isInteger((tickUnits * 10 ** places) / tickScale)) return places
  }
  return 8
}

function createFormat(instrument: Instrument): PriceFormat {
  const decimals = decimalsOf(instrument)
  const kept = new Map<number, string>()
  const price = (value: number): string => {
    let text = kept.get(value)
    if (text === undefined) {
      text = decimal(value, decimals)
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(value, text)
    }
    return text
  }
  return {
    decimals,
    price,
    ticks: (ticks) => price(priceOf(instrument, ticks as Ticks)),
    average: (value) => decimal(value, decimals + 1),
  }
}
