const FIRST = 250
const LONGEST = 4_000

/**
 * Milliseconds before the next try, spread over the whole span, so that many windows that lost main
 * at once do not come back at once.
 *
 * @param attempt tries that failed, from 1 on.
 * @param random from 0 up to 1.
 */
export function delayOf(attempt: number, random: number): number {
  return Math.round(Math.min(LONGEST, FIRST * 2 ** (attempt - 1)) * random)
}
