import type { Fen, Micros, Price } from '../../../core/domain/index.ts'
import { BEIJING_OFFSET, yuan } from '../../../core/domain/index.ts'

/** `1,234.50`; `–` where there is no number. */
export function money(amount: Fen): string {
  if (Number.isNaN(amount)) return '–'
  const [whole = '', cents = ''] = Math.abs(yuan(amount)).toFixed(2).split('.')
  return `${amount < 0 ? '-' : ''}${grouped(whole)}.${cents}`
}

/** `+1,234.50`: what was won or lost. */
export function result(amount: Fen): string {
  return amount > 0 ? `+${money(amount)}` : money(amount)
}

export function count(value: number): string {
  return Number.isFinite(value) ? grouped(String(Math.round(value))) : '–'
}

/** A price with as many decimals as its price step has; `–` where it is absent. */
export function priceText(price: Price, decimals: number): string {
  return Number.isNaN(price) ? '–' : price.toFixed(decimals)
}

/** `2020-08-21 13:37:00`, UTC+8. */
export function dateAndTime(at: Micros): string {
  return beijing(at).slice(0, 19).replace('T', ' ')
}

/** `13:37:00`, UTC+8. */
export function timeOfDay(at: Micros): string {
  return beijing(at).slice(11, 19)
}

function beijing(at: Micros): string {
  return new Date((at + BEIJING_OFFSET) / 1000).toISOString()
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

const MICROS = 1_000

/** `64 µs`, `1.2 ms`, `3.0 s`; `–` where it was not measured. */
export function duration(micros: number): string {
  if (!Number.isFinite(micros)) return '–'
  if (micros < MICROS) return `${Math.round(micros)} µs`
  if (micros < MICROS * MICROS) return `${(micros / MICROS).toFixed(1)} ms`
  return `${(micros / MICROS / MICROS).toFixed(1)} s`
}

const KILO = 1_000

/** `640 B`, `3.4 kB`, `64 MB`; `–` where it is not known. */
export function size(bytes: number): string {
  if (!Number.isFinite(bytes)) return '–'
  if (bytes < KILO) return `${bytes} B`
  if (bytes < KILO * KILO) return `${(bytes / KILO).toFixed(1)} kB`
  return `${Math.round(bytes / KILO / KILO)} MB`
}
