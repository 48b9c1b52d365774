import type { Dialect } from '../sql/dialect.ts'

/**
 * QuestDB keeps rows of equal time in the order in which they came, and `first`, `LATEST ON` and a
 * descending order go by it: feeds are sent in order, so ties need no mention.
 */
export const QUESTDB: Dialect = {
  micros: (column) => `${column}::long`,
  moment: (parameter) => `${parameter}::long::timestamp`,
  whole: (parameter) => `${parameter}::long`,
  quotient: (dividend, divisor) => `${dividend} / ${divisor}`,
  first: (value) => `first_not_null(${value})`,
  final: (value) => `last_not_null(${value})`,
  opening: (value) => `first(${value})`,
  closing: (value) => `last(${value})`,
  newestFirst: 'ts DESC',
  newestOf: (by) => `LATEST ON ts PARTITION BY ${by}`,
}
