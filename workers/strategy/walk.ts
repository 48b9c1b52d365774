import type { Instrument, Lots, Micros, Price, Quote } from '../../src/core/domain/index.ts'
import {
  DEPTH,
  MICROS_PER_SECOND,
  NO_PRICE,
  createQuote,
  seeded,
} from '../../src/core/domain/index.ts'

const MIDDLE = 10_000
const DEEPEST = 50

/** Quotes of a market that is none: prices walk, volumes grow, the same way every time. */
export function createWalk(instrument: Instrument): () => Quote {
  const random = seeded(1)
  let [at, bid, volume] = [0, MIDDLE, 0]
  const price = (ticks: number): Price => (ticks * (instrument.tickSize || 1)) as Price
  const levels = Array.from({ length: DEPTH }, (_, level) => level)
  const lots = (): Lots[] => levels.map(() => (1 + random.below(DEEPEST)) as Lots)
  return () => {
    at += MICROS_PER_SECOND / 2
    bid += random.below(3) - 1
    volume += random.below(DEEPEST)
    return createQuote(
      instrument.id,
      at as Micros,
      at as Micros,
      0,
      price(bid + random.below(2)),
      volume,
      volume * price(bid) * (instrument.multiplier || 1),
      volume,
      price(MIDDLE),
      NO_PRICE,
      NO_PRICE,
      price(2 * MIDDLE),
      price(1),
      price(MIDDLE),
      levels.map((level) => price(bid - level)),
      lots(),
      levels.map((level) => price(bid + 1 + level)),
      lots(),
    )
  }
}
