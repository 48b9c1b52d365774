/** The monotonic clock that all processes share, in µs, to the nanosecond. */
export function moment(): number {
  const [seconds, nanos] = process.hrtime()
  return seconds * 1e6 + nanos / 1e3
}
