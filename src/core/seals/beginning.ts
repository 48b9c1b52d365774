import type { Micros } from '../domain/index.ts'
import type { NewDigest } from './chain.ts'

/**
 * Why a chain begins: it is the `first`; the journal is another one that was begun `anew`; or the
 * chain before it was found `broken`, its journal to have `lost` records, its seals `unreadable`.
 */
export const BEGINNINGS = ['first', 'anew', 'broken', 'lost', 'unreadable'] as const
export type BeginningReason = (typeof BEGINNINGS)[number]

/** The line that a chain begins with. It follows from the line before it, and names what was. */
export interface Beginning {
  readonly at: Micros
  readonly why: BeginningReason
  /** Of the chain before: the last record that a seal vouched for, or that there still was. */
  readonly after: number
  /** Up to which record that chain, or the seal that did not hold, had sealed. */
  readonly until: number
  readonly hex: string
}

/** @param before the value of the line before it; '' where there is none. */
export function beginChain(
  newDigest: NewDigest,
  before: string,
  told: Omit<Beginning, 'hex'>,
): Beginning {
  const { at, why, after, until } = told
  const digest = newDigest()
  digest.add(`${before} begin ${at} ${why} ${after} ${until}`)
  return { at, why, after, until, hex: digest.hex() }
}

/** Whether something was wrong with what was before. */
export function isBad({ why }: Beginning): boolean {
  return why !== 'first' && why !== 'anew'
}
