/**
 * A chart's axis wants one rising whole number a point, and a feed may give two facts in one
 * microsecond, or one a little late: the next free microsecond is its place. The true stamp stays
 * with the point.
 *
 * @param last the key before it; NaN where there is none.
 */
export function keyAfter(last: number, stamp: number): number {
  return last >= stamp ? last + 1 : stamp
}

/** First index from which on a rising column is above the value: `count` where nothing is. */
export function firstAbove(column: ArrayLike<number>, count: number, value: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (column[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
