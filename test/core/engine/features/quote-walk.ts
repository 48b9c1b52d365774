import type {
  Instrument,
  Lots,
  Micros,
  Price,
  Quote,
  Ticks,
} from '../../../../src/core/domain/index.ts'
import { createQuote, DEPTH, NO_PRICE, priceOf, seeded } from '../../../../src/core/domain/index.ts'

const STEP = 500_000

/**
 * Seeded quotes of a market that wanders, with all that a recording may hold: a side that is empty
 * now and then, gaps in the book, moves of several ticks, snapshots without a trade, absent totals,
 * and a new trading day every `day` ticks.
 */
export function quoteWalk(
  instrument: Instrument,
  count: number,
  seed = 1,
  day = Infinity,
): Quote[] {
  const random = seeded(seed)
  function side(best: number, step: 1 | -1): [Price[], Lots[]] {
    const levels = random.below(40) === 0 ? 0 : random.below(10) === 0 ? 1 : DEPTH
    const prices: Price[] = []
    const volumes: Lots[] = []
    let ticks = best
    for (let level = 0; level < DEPTH; level++) {
      const stands = level < levels
      prices.push(stands ? priceOf(instrument, ticks as Ticks) : NO_PRICE)
      volumes.push((stands ? 1 + random.below(200) : 0) as Lots)
      ticks += random.below(8) === 0 ? 2 * step : step
    }
    return [prices, volumes]
  }

  const quotes: Quote[] = []
  let bid = 1_000
  let volume = 0
  let turnover = 0
  let open = NO_PRICE
  for (let row = 0; row < count; row++) {
    if (row % day === 0) {
      volume = turnover = 0
      open = priceOf(instrument, (bid + 1) as Ticks)
    }
    const spread = random.below(4) === 0 ? 2 : 1
    const traded = random.below(3) === 0 ? 0 : random.below(40)
    const paid = priceOf(instrument, (bid + random.next() * spread) as Ticks)
    volume += traded
    turnover += traded * paid * instrument.multiplier
    const absent = random.below(50) === 0
    quotes.push(
      createQuote(
        instrument.id,
        (1_600_000_000_000_000 + row * STEP) as Micros,
        (1_600_000_000_000_000 + row * STEP) as Micros,
        0,
        priceOf(instrument, (bid + random.below(spread + 1)) as Ticks),
        absent ? NaN : volume,
        absent ? NaN : turnover,
        absent ? NaN : 1_000 + random.below(100),
        open,
        NO_PRICE,
        NO_PRICE,
        priceOf(instrument, 1_200 as Ticks),
        priceOf(instrument, 800 as Ticks),
        NO_PRICE,
        ...side(bid, -1),
        ...side(bid + spread, 1),
      ),
    )
    if (random.below(3) === 0) bid += random.below(5) - 2
  }
  return quotes
}
