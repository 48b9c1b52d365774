import { ASKS, BIDS } from './format.ts'
import type { RowCells } from './row-cells.ts'

export type BookState = 'sound' | 'crossed' | 'unpriced'

/**
 * Looks at the book of a row and empties levels that hold no lots. `crossed`: the best bid is not
 * below the best ask, or a level is not worse than the one before it. `unpriced`: lots without a
 * price.
 */
export function tidyBook(row: RowCells): BookState {
  const { numbers, lots } = row
  let bestBid = NaN
  let bestAsk = NaN
  let bid = Infinity
  let ask = -Infinity
  let ordered = true
  for (let level = 0; level < 5; level++) {
    if (lots[level] === 0) numbers[BIDS + level] = NaN
    else {
      const price = numbers[BIDS + level]!
      if (Number.isNaN(price)) return 'unpriced'
      if (price >= bid) ordered = false
      if (bid === Infinity) bestBid = price
      bid = price
    }
    if (lots[5 + level] === 0) numbers[ASKS + level] = NaN
    else {
      const price = numbers[ASKS + level]!
      if (Number.isNaN(price)) return 'unpriced'
      if (price <= ask) ordered = false
      if (ask === -Infinity) bestAsk = price
      ask = price
    }
  }
  return ordered && !(bestBid >= bestAsk) ? 'sound' : 'crossed'
}
