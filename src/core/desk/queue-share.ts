/** How many of the others' lots at a price stand before an order. */
export interface QueueShare {
  /** The best guess, not rounded; NaN where there is none. */
  readonly ahead: number
  readonly low: number
  readonly high: number
  /** Of the guess, in lots squared. */
  readonly variance: number
}

export const NO_SHARE: QueueShare = { ahead: NaN, low: NaN, high: NaN, variance: NaN }

/** Everything that is there stands before it; NaN where nothing is known. */
export function beginShare(lots: number): QueueShare {
  return { ahead: lots, low: lots, high: lots, variance: 0 }
}

/** Trades take from the front. */
export function traded({ ahead, low, high, variance }: QueueShare, lots: number): QueueShare {
  return {
    ahead: Math.max(0, ahead - lots),
    low: Math.max(0, low - lots),
    high: Math.max(0, high - lots),
    variance,
  }
}

/**
 * Of `left` lots of others so many were cancelled, nobody knows where: a proportional share ahead.
 * They are taken for one order, wholly before or wholly behind, which is the widest they can be.
 */
export function cancelled(share: QueueShare, lots: number, left: number): QueueShare {
  if (lots === 0 || left <= 0) return share
  const { ahead, low, high, variance } = share
  const before = Math.min(1, ahead / left)
  return {
    ahead: ahead - lots * before,
    low: Math.max(0, low - lots),
    high,
    variance: variance * (1 - lots / left) ** 2 + lots * lots * before * (1 - before),
  }
}

/** No more can be ahead than there is; without any guess it lies in the middle. */
export function clipped(share: QueueShare, others: number): QueueShare {
  const high = Math.min(share.high, others)
  const low = Math.min(share.low, high)
  if (Number.isNaN(share.ahead)) {
    return { ahead: (low + high) / 2, low, high, variance: ((high - low) / 4) ** 2 }
  }
  return { ahead: Math.max(low, Math.min(share.ahead, high)), low, high, variance: share.variance }
}

/** Two standard deviations in whole lots, no further than the bounds. */
export function bandOf({ ahead, low, high, variance }: QueueShare): number {
  const furthest = Math.max(ahead - low, high - ahead)
  return Math.max(0, Math.ceil(Math.min(2 * Math.sqrt(variance), furthest) - 1e-9))
}
