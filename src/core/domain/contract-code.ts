import type { Exchange } from './instrument.ts'
import type { TradingDay } from './units.ts'

/**
 * A contract's code taken apart: `cu2010`, `SR101` (CZCE writes one digit of the year), `l2602F`.
 */
export interface ContractCode {
  /** The product's code, `l_f` for the month-average contract `l2602F`. */
  readonly product: string
  /** Three or four digits, year and month. */
  readonly digits: string
}

/** Undefined where the text is no futures contract: an option, a spread, an index. */
export function contractCode(text: string): ContractCode | undefined {
  const match = /^([A-Za-z]{1,3})(\d{1,2})(0[1-9]|1[0-2])(F?)$/.exec(text)
  if (match === null) return undefined
  const [, letters = '', year = '', month = '', average = ''] = match
  return { product: average === '' ? letters : `${letters}_f`, digits: year + month }
}

/**
 * The code as its exchange writes it; undefined where that exchange counts its digits otherwise.
 */
export function exchangeCode(
  exchange: Exchange,
  { product, digits }: ContractCode,
): string | undefined {
  const written = exchange === 'CZCE' && digits.length === 4 ? digits.slice(1) : digits
  if (written.length !== (exchange === 'CZCE' ? 3 : 4)) return undefined
  return product.endsWith('_f') ? `${product.slice(0, -2)}${written}F` : `${product}${written}`
}

/**
 * Delivery month as yyyymm. One digit of the year is taken as the year nearest to the day: no
 * contract is listed five years ahead.
 */
export function deliveryMonth(digits: string, day: TradingDay): number {
  const month = Number(digits.slice(-2))
  const year = Number(digits.slice(0, -2))
  if (digits.length === 4) return (2_000 + year) * 100 + month
  const today = Math.floor(day / 10_000)
  const ahead = (((year - today) % 10) + 10) % 10
  return (today + (ahead > 5 ? ahead - 10 : ahead)) * 100 + month
}
