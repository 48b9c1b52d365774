import type { Dialect } from '../sql/dialect.ts'

/** DuckDB keeps no order of rows: ticks of equal time are told apart by their number. */
export const DUCKDB: Dialect = {
  micros: (column) => `epoch_us(${column})`,
  moment: (parameter) => `make_timestamp(${parameter}::BIGINT)`,
  whole: (parameter) => `${parameter}::BIGINT`,
  quotient: (dividend, divisor) => `${dividend} // ${divisor}`,
  first: (value) => `arg_min(${value}, (ts, feed_seq))`,
  final: (value) => `arg_max(${value}, (ts, feed_seq))`,
  opening: (value) => `arg_min(${value}, (ts, feed_seq))`,
  closing: (value) => `arg_max(${value}, (ts, feed_seq))`,
  newestFirst: 'ts DESC, feed_seq DESC',
  newestOf: (by, tie) =>
    `QUALIFY row_number() OVER (PARTITION BY ${by} ORDER BY ts DESC, ${tie} DESC) = 1`,
}
