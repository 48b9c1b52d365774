import type { Fen } from '../../core/domain/index.ts'
import type { Language } from '../preferences/index.ts'

/** What stands for a figure that is not known. */
export const UNKNOWN = '–'
const MINUS = '−'

/** `12345.6`, 2 → `12,345.60`, with a true minus; zero has no sign; `–` for what is not finite. */
export function decimal(value: number, places = 0): string {
  if (!Number.isFinite(value)) return UNKNOWN
  const text = Math.abs(value).toFixed(places)
  const point = text.indexOf('.')
  const whole = point < 0 ? text : text.slice(0, point)
  const rest = point < 0 ? '' : text.slice(point)
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return value < 0 && Number(text) !== 0 ? `${MINUS}${grouped}${rest}` : `${grouped}${rest}`
}

/** With `+` before what is above zero. */
export function signed(value: number, places = 0): string {
  const text = decimal(value, places)
  return Number.isFinite(value) && Number(value.toFixed(places)) > 0 ? `+${text}` : text
}

/** Fen as CNY: two decimals in accounts, none in lists. */
export function money(fen: Fen | number, places = 2): string {
  return decimal(fen / 100, places)
}

export function signedMoney(fen: Fen | number, places = 2): string {
  return signed(fen / 100, places)
}

/** A share as percent: 0.0119 → `1.19`. */
export function percent(share: number, places = 2): string {
  return decimal(share * 100, places)
}

export function signedPercent(share: number, places = 2): string {
  return signed(share * 100, places)
}

/** `30.02B`; in Chinese `300.15亿`, `11.5万`. */
export function large(value: number, language: Language): string {
  const size = Math.abs(value)
  if (language === 'zh') {
    if (size >= 1e8) return `${decimal(value / 1e8, 2)}亿`
    return size >= 1e5 ? `${decimal(value / 1e4, 1)}万` : decimal(value)
  }
  if (size >= 1e9) return `${decimal(value / 1e9, 2)}B`
  if (size >= 1e6) return `${decimal(value / 1e6, 2)}M`
  return size >= 1e5 ? `${decimal(value / 1e3)}k` : decimal(value)
}

/** Of the sign of a value, the class of its colour: profit follows up, loss down. */
export function direction(value: number): 'up' | 'down' | '' {
  if (value > 0) return 'up'
  return value < 0 ? 'down' : ''
}

export function arrow(value: number): '▲' | '▼' | '' {
  if (value > 0) return '▲'
  return value < 0 ? '▼' : ''
}
