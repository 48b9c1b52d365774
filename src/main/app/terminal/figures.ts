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
