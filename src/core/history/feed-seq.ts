/** Stamps of one key that are remembered, for rows that come a little late. */
const REMEMBERED = 16

/**
 * Counts the rows of equal key and stamp, from 0 on: the part of a key that tells two rows of one
 * microsecond apart. What counts is the feed and not the process: whoever reads the same feed
 * again gives every row the same number, if `resume` told it where the rows before it stood.
 *
 * The last 16 stamps of a key are remembered. A row that is later than that begins at 0 again, and
 * would take the place of the first row of its stamp.
 */
export class FeedSeq {
  readonly #counts = new Map<string, Map<number, number>>()

  /** The number of the next row of a key (a symbol; an owner and symbol) at a stamp. */
  next(key: string, at: number): number {
    const stamps = this.#stampsOf(key)
    const number = stamps.get(at) ?? 0
    this.#set(stamps, at, number + 1)
    return number
  }

  /** Goes on behind a row that is stored already. */
  resume(key: string, at: number, number: number): void {
    const stamps = this.#stampsOf(key)
    this.#set(stamps, at, Math.max(stamps.get(at) ?? 0, number + 1))
  }

  #stampsOf(key: string): Map<number, number> {
    const known = this.#counts.get(key)
    if (known !== undefined) return known
    const stamps = new Map<number, number>()
    this.#counts.set(key, stamps)
    return stamps
  }

  #set(stamps: Map<number, number>, at: number, next: number): void {
    stamps.set(at, next)
    if (stamps.size > REMEMBERED) stamps.delete(Math.min(...stamps.keys()))
  }
}
