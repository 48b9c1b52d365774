/**
 * Of each of so many stretches of equal count the first, the lowest, the highest and the last
 * value: what a line of that width shows is then the same as of all values. Source: Jugel and
 * others, "M4: A Visualization-Oriented Time Series Data Aggregation" (VLDB 2014). Values that are
 * NaN are passed over.
 *
 * @param to no longer part of it.
 * @returns indices, rising.
 */
export function m4(
  value: (index: number) => number,
  from: number,
  to: number,
  columns: number,
): Int32Array {
  const chosen = new Int32Array(Math.min(4 * columns, Math.max(0, to - from)))
  let count = 0
  for (let column = 0; column < columns; column++) {
    const begin = from + Math.floor(((to - from) * column) / columns)
    const end = from + Math.floor(((to - from) * (column + 1)) / columns)
    let first = -1
    let last = -1
    let lowest = -1
    let highest = -1
    for (let index = begin; index < end; index++) {
      const here = value(index)
      if (here !== here) continue
      if (first < 0) first = lowest = highest = index
      if (here < value(lowest)) lowest = index
      if (here > value(highest)) highest = index
      last = index
    }
    if (first < 0) continue
    const early = Math.min(lowest, highest)
    const late = Math.max(lowest, highest)
    chosen[count++] = first
    if (early > first && early < last) chosen[count++] = early
    if (late > early && late > first && late < last) chosen[count++] = late
    if (last > first) chosen[count++] = last
  }
  return chosen.subarray(0, count)
}
