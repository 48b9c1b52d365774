import type { Lots, Price } from '../../domain/index.ts'

/**
 * How the queue at the price that was the best a tick before has changed since, in lots. All of it
 * is gone when the side is empty or a worse price now stands where it would be seen; 0 when the
 * side was empty, or when better prices fill all levels that are seen.
 *
 * @param direction 1 for bids, −1 for asks.
 */
export function queueChange(
  prices: readonly Price[],
  volumes: readonly Lots[],
  before: number,
  lotsBefore: number,
  direction: 1 | -1,
): number {
  if (!(lotsBefore > 0)) return 0
  if (!(volumes[0]! > 0)) return -lotsBefore
  for (let level = 0; level < prices.length; level++) {
    const price = prices[level]!
    if (price === before) return volumes[level]! - lotsBefore
    if ((before - price) * direction > 0) return -lotsBefore
  }
  return 0
}
