/**
 * Whether two values say the same: the same value, or arrays and plain objects whose parts do. For
 * small data that is made anew each time; things that change in place are the same as themselves.
 */
export function sameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!isData(one) || !isData(other)) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every((name) => name in other && sameData(one[name], other[name]))
}

type Data = Readonly<Record<string, unknown>>

function isData(value: unknown): value is Data {
  if (typeof value !== 'object' || value === null) return false
  const kind: unknown = Object.getPrototypeOf(value)
  return kind === Object.prototype || kind === Array.prototype
}
