/** The words in which one engine differs from another; all else of a statement is the same. */
export interface Dialect {
  /** A moment of the table as epoch µs. */
  micros(column: string): string
  /** A parameter of epoch µs as a moment. */
  moment(parameter: string): string
  /** A parameter as a whole number of 64 bits. */
  whole(parameter: string): string
  /** Whole part of a quotient of two whole numbers. */
  quotient(dividend: string, divisor: string): string
  /** The first and the final value of a group of ticks that is not absent. */
  first(value: string): string
  final(value: string): string
  /** The same of a group in which none is absent, which may be faster. */
  opening(value: string): string
  closing(value: string): string
  /** An order of ticks, the newest first. */
  readonly newestFirst: string
  /**
   * The clause behind WHERE that leaves the newest row of each group; `tie` decides equal times.
   */
  newestOf(by: string, tie: string): string
}
