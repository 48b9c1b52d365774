import type { Stretch } from './chart-stretches.ts'
import { holesIn, withStretch } from './chart-stretches.ts'
import { firstAbove } from './chart-key.ts'

/** From the last tick before ticks that are missing to the first one after them. */
export interface Gap extends Stretch {
  /** Quotes of all contracts together that were told meanwhile; NaN where nobody counted. */
  readonly missed: number
}

/** Where the line to whoever tells quotes broke: after a moment, with as many quotes as counted. */
interface Break {
  readonly at: number
  readonly missed: number
}

const NOTHING: readonly Stretch[] = []
const ALWAYS: Stretch = { from: -Infinity, to: Infinity }

/**
 * Of which time everything that was told of one instrument is known here: heard on a line that did
 * not break, or told by history. What lies between is a hole, until history fills it.
 */
export class WholeTime {
  /** Counts what changes holes; a tick more on a whole line does not. */
  revision = 0
  /** When the first quote was heard; NaN before. */
  heardSince = NaN
  #stretches = NOTHING
  #told = NOTHING
  #live: { from: number; to: number } | undefined
  #breaks: readonly Break[] = []
  #broken = false
  #missed = NaN

  /** Whether the line is broken, and no quote was heard since. */
  get isBroken(): boolean {
    return this.#broken
  }

  /** A quote was heard. */
  hears(at: number): void {
    if (Number.isNaN(this.heardSince)) this.heardSince = at
    if (this.#live !== undefined && !this.#broken) {
      this.#live.to = Math.max(this.#live.to, at)
      return
    }
    if (this.#live !== undefined) {
      this.#stretches = withStretch(this.#stretches, { ...this.#live })
      this.#breaks = [...this.#breaks, { at: this.#live.to, missed: this.#missed }]
    }
    this.#live = { from: at, to: at }
    this.#broken = false
    this.#missed = NaN
    this.revision++
  }

  /** What is told from here on is not heard. Told again once it is known how much that was. */
  breaks(missed: number): void {
    if (!Number.isNaN(missed)) this.#missed = missed
    if (this.#broken) return
    this.#broken = true
    this.revision++
  }

  /** History told of a stretch all that it knows. @returns whether that filled a hole. */
  told(from: number, to: number): boolean {
    if (!(to >= from)) return false
    const before = this.holes(ALWAYS).length
    this.#told = withStretch(this.#told, { from, to })
    this.revision++
    return this.holes(ALWAYS).length < before
  }

  /** What is not known within a span. */
  holes(span: Stretch): readonly Gap[] {
    let whole = this.#stretches
    for (const told of this.#told) whole = withStretch(whole, told)
    if (this.#live !== undefined) whole = withStretch(whole, this.#live)
    return holesIn(whole, span).map(({ from, to }) => {
      const counted = this.#breaks.filter(({ at, missed }) => from <= at && at < to && missed > 0)
      const missed = counted.reduce((sum, each) => sum + each.missed, 0)
      return { from, to, missed: counted.length > 0 ? missed : NaN }
    })
  }
}

/** What is needed of ticks to see between which of them others are missing. */
interface Stamps {
  readonly count: number
  readonly columns: { readonly at: ArrayLike<number> }
}

/**
 * Gaps between ticks, oldest first, apart from one another.
 *
 * @param holes time of which not everything is known.
 * @param lost moments after which the market's own quotes were lost for all: nobody can tell them.
 */
export function gapsBetween(
  { count, columns: { at } }: Stamps,
  holes: readonly Gap[],
  lost: readonly number[],
): readonly Gap[] {
  // What history told of ends where it was asked, which need not be at a tick.
  const gaps = holes.map(({ from, to, missed }) => ({
    from: at[firstAbove(at, count, from) - 1] ?? from,
    to: at[firstAbove(at, count, to - 1)] ?? to,
    missed,
  }))
  for (const moment of lost) {
    const after = firstAbove(at, count, moment)
    // Before the first tick, or after the newest, there is nothing on one side of it.
    if (after === 0 || after === count) continue
    gaps.push({ from: at[after - 1]!, to: at[after]!, missed: NaN })
  }
  gaps.sort((one, other) => one.from - other.from)
  const apart: Gap[] = []
  for (const gap of gaps) {
    const before = apart.at(-1)
    if (before === undefined || gap.from >= before.to) apart.push(gap)
    else apart[apart.length - 1] = joined(before, gap)
  }
  return apart
}

/** Whether ticks are missing between one of a moment and the next, of a later one. */
export function isMissing(gaps: readonly Gap[], before: number, after: number): boolean {
  return gaps.some(({ from, to }) => from < after && to > before)
}

function joined(one: Gap, other: Gap): Gap {
  const missed = Number.isNaN(one.missed) ? other.missed : one.missed
  return { from: one.from, to: Math.max(one.to, other.to), missed }
}
