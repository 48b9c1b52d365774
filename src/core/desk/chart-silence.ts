/** From here on a pause between two ticks is one of the session, not of the feed. */
const BREAK = 14 * 60_000_000

/** `silence`: the feed said nothing for longer than usual. `break`: the session stood. */
export type Pause = 'none' | 'silence' | 'break'

/** What a series of points tells of itself. */
interface Keyed {
  /** Another one when it was made anew, and not only added to. */
  readonly generation: number
  readonly count: number
  readonly columns: { readonly key: ArrayLike<number> }
}

/** How long the session lasted among points that come one by one; each is looked at once. */
export class SessionLength {
  #generation = NaN
  #looked = 0
  #passed = 0

  /** @returns µs from the first point to the newest, breaks not counted. */
  of({ generation, count, columns: { key } }: Keyed): number {
    if (generation !== this.#generation || count < this.#looked) {
      this.#generation = generation
      this.#looked = this.#passed = 0
    }
    for (let index = Math.max(1, this.#looked); index < count; index++) {
      const step = key[index]! - key[index - 1]!
      if (step < BREAK) this.#passed += step
    }
    this.#looked = count
    return this.#passed
  }
}

/**
 * Time of the session that passed from each point back to the newest, until a span is reached:
 * breaks do not count.
 *
 * @returns the first point within the span, and the time from there on.
 */
export function sessionSpan(
  keys: ArrayLike<number>,
  count: number,
  span: number,
): { readonly first: number; readonly passed: number } {
  let passed = 0
  let first = Math.max(0, count - 1)
  while (first > 0) {
    const step = keys[first]! - keys[first - 1]!
    const counted = step >= BREAK ? 0 : step
    if (passed + counted > span) break
    passed += counted
    first--
  }
  return { first, passed }
}

/** @param limit µs from which on a tick of the instrument is old. */
export function pauseBetween(before: number, after: number, limit: number): Pause {
  const pause = after - before
  if (pause >= BREAK) return 'break'
  return pause > limit ? 'silence' : 'none'
}
