/** What is typed within so many milliseconds belongs together. */
const TOGETHER = 1_000

/** Collects what a person types over a table, and finds the row that it means. */
export class TypedSearch {
  #typed = ''
  #at = -Infinity

  /** @param now milliseconds. @returns what is typed so far. */
  type(character: string, now: number): string {
    this.#typed = now - this.#at < TOGETHER ? this.#typed + character : character
    this.#at = now
    return this.#typed
  }
}

/**
 * The row that is meant: the next one, from a place on and around, whose words begin with what was
 * typed, else one that contains it. −1 where there is none.
 *
 * @param textAt several words, separated by spaces.
 */
export function findTyped(
  typed: string,
  from: number,
  count: number,
  textAt: (index: number) => string,
): number {
  const wanted = typed.toLowerCase()
  let contains = -1
  for (let step = 0; step < count; step++) {
    const index = (Math.max(0, from) + step) % count
    const text = textAt(index).toLowerCase()
    if (text.startsWith(wanted) || text.includes(` ${wanted}`)) return index
    if (contains < 0 && text.includes(wanted)) contains = index
  }
  return contains
}
