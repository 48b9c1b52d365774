/** From here on a pause between two ticks is one of the session, not of the feed. */
const BREAK = 14 * 60_000_000

/** `silence`: the feed said nothing for longer than usual. `break`: the session stood. */
export type Pause = 'none' | 'silence' | 'break'

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
