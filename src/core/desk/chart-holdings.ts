import type { FillFact, TargetFact } from '../contracts/index.ts'
import type { InstrumentId, OwnerId, Position } from '../domain/index.ts'
import { netLots, sign } from '../domain/index.ts'
import { firstAbove } from './chart-key.ts'
import type { Steps } from './chart-steps.ts'

/** Net lots of all owners together. */
export function netOf(
  positions: readonly (readonly (Position | undefined)[] | undefined)[],
  instrument: InstrumentId,
): number {
  let net = 0
  for (const held of positions) {
    const position = held?.[instrument]
    if (position !== undefined) net += netLots(position)
  }
  return net
}

/** What was held over time: back from what is held now, fill by fill. */
export function heldOver(steps: Steps, fills: readonly FillFact[], now: number): void {
  let before = now
  for (const { fill } of fills) before -= sign(fill.side) * fill.volume
  steps.clear(before)
  let held = before
  for (const { fill } of fills) {
    held += sign(fill.side) * fill.volume
    steps.push(fill.at, held)
  }
}

/** What the owners of one instrument want together, as each says what it wants. */
export class NetTarget {
  readonly #wanted = new Map<OwnerId, number>()

  /** @returns net lots wanted; NaN while nobody wants anything. */
  take({ owner, target }: Pick<TargetFact, 'owner' | 'target'>): number {
    if (Number.isNaN(target)) this.#wanted.delete(owner)
    else this.#wanted.set(owner, target)
    if (this.#wanted.size === 0) return Number.NaN
    let net = 0
    for (const wanted of this.#wanted.values()) net += wanted
    return net
  }

  clear(): void {
    this.#wanted.clear()
  }
}

export interface FillView {
  /** Times at the edges of what is shown. */
  readonly from: number
  readonly to: number
  /** Whether it is shown up to the newest, and goes on with it. */
  readonly following: boolean
  /** A moment that was gone to last; NaN for none. */
  readonly marked: number
}

/**
 * From where to step to the next fill: from the one that was stepped to, while it is in sight; at
 * the live edge from the end, so that the first step back shows the newest; else from the middle.
 */
export function stepsFrom({ from, to, following, marked }: FillView, way: 1 | -1): number {
  if (marked >= from && marked <= to) return marked
  return following ? Infinity : (from + to) / 2 + way
}

/** The fill before or after a moment, to step from one to the next. @returns −1 where none is. */
export function fillBeside(
  at: ArrayLike<number>,
  count: number,
  from: number,
  way: 1 | -1,
): number {
  const after = firstAbove(at, count, from)
  if (way === 1) return after < count ? after : -1
  let before = after - 1
  while (before >= 0 && at[before] === from) before--
  return before
}
