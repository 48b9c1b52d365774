/**
 * By how many percent values grew from the first to the last, by the straight line that lies best
 * through all of them; NaN for fewer than three.
 */
export function growthPercent(values: readonly number[]): number {
  const count = values.length
  if (count < 3) return NaN
  const middle = (count - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  let above = 0
  let below = 0
  for (const [at, value] of values.entries()) {
    above += (at - middle) * (value - mean)
    below += (at - middle) ** 2
  }
  const slope = above / below
  const first = mean - slope * middle
  return ((slope * (count - 1)) / first) * 100
}
