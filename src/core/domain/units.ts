import type { Brand } from './brand.ts'

/** Integer microseconds since the Unix epoch, UTC. Exact in a double until the year 2255. */
export type Micros = Brand<number, 'Micros'>

/** A price in the product's own unit (CNY per tonne, per gram, index points). NaN = absent. */
export type Price = Brand<number, 'Price'>

/** A price as a whole number of the instrument's ticks. Book, gate and exchange count in these. */
export type Ticks = Brand<number, 'Ticks'>

/** A whole number of contracts. Signed where it is a position, never where it is an order. */
export type Lots = Brand<number, 'Lots'>

/** Money in whole fen (0.01 CNY), so that two ledgers can be compared with `===`. */
export type Fen = Brand<number, 'Fen'>

/** A trading day as the integer yyyymmdd. */
export type TradingDay = Brand<number, 'TradingDay'>

export const NO_PRICE = NaN as Price
export const NO_LOTS = 0 as Lots
export const NO_MONEY = 0 as Fen

export const MICROS_PER_MILLISECOND = 1_000
export const MICROS_PER_SECOND = 1_000_000
export const MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND
export const MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE
export const MICROS_PER_DAY = 24 * MICROS_PER_HOUR

/** @throws RangeError when the value is no integer that a double holds exactly. */
export function micros(value: number): Micros {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`micros must be a whole number, was ${value}`)
  }
  return value as Micros
}

/** @throws RangeError when the value is not finite; an absent price is `NO_PRICE`. */
export function price(value: number): Price {
  if (!Number.isFinite(value)) throw new RangeError(`price must be finite, was ${value}`)
  return value as Price
}

/** @throws RangeError when the value is no whole number. */
export function lots(value: number): Lots {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`lots must be a whole number, was ${value}`)
  }
  return value as Lots
}

/** Rounds to whole fen, half away from zero. @throws RangeError when the value is not finite. */
export function fen(value: number): Fen {
  if (!Number.isFinite(value)) throw new RangeError(`money must be finite, was ${value}`)
  return (Math.sign(value) * Math.round(Math.abs(value)) + 0) as Fen
}

/** CNY for people: 123456 fen is 1234.56. */
export function yuan(money: Fen): number {
  return money / 100
}
