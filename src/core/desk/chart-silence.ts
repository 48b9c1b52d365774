/** From here on a pause between two ticks is one of the session, not of the feed. */
const BREAK = 14 * 60_000_000

/** `silence`: the feed said nothing for longer than usual. `break`: the session stood. */
export type Pause = 'none' | 'silence' | 'break'

/** @param limit µs from which on a tick of the instrument is old. */
export function pauseBetween(before: number, after: number, limit: number): Pause {
  const pause = after - before
  if (pause >= BREAK) return 'break'
  return pause > limit ? 'silence' : 'none'
}
