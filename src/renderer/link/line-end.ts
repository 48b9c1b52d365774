import { explained } from '../../core/contracts/index.ts'
import type { LineEnd } from './link.ts'

/** What came was no text, made no sense, was too much, or too large: it would be so again. */
const REFUSED: ReadonlySet<number> = new Set([1003, 1007, 1008, 1009])

/** What main said at the end, by the codes of a WebSocket's close. */
export function endOf(code: number, reason: string): LineEnd {
  return { why: REFUSED.has(code) ? 'refused' : 'lost', code, reason }
}

export const CLOSED_HERE: LineEnd = {
  why: 'lost',
  code: 1000,
  reason: explained('bus.lost/closed-here').message,
}
export const NO_FRAME = new Uint8Array(0)
