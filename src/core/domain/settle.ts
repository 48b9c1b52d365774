import type { Instrument } from './instrument.ts'
import { positionProfit } from './money.ts'
import type { Bucket, Position } from './position.ts'
import { EMPTY_BUCKET, emptyPosition, longLots, shortLots } from './position.ts'
import type { Fen, Lots, Ticks } from './units.ts'

export interface Settled {
  readonly position: Position
  /** Open profit at the settlement price, which the day's end turns into cash. */
  readonly profit: Fen
}

/**
 * End of day: open profit becomes cash, today's lots become older ones, and all of them stand at
 * the settlement price. A contract that expires is closed at that price, free of charge.
 */
export function settle(
  instrument: Instrument,
  position: Position,
  settlement: Ticks,
  expires: boolean,
): Settled {
  const profit = positionProfit(instrument, position, settlement)
  if (expires) return { position: emptyPosition(position.owner, position.instrument), profit }
  return {
    profit,
    position: {
      ...position,
      longToday: EMPTY_BUCKET,
      longHistory: standingAt(longLots(position), settlement),
      shortToday: EMPTY_BUCKET,
      shortHistory: standingAt(shortLots(position), settlement),
    },
  }
}

function standingAt(lots: Lots, price: Ticks): Bucket {
  return lots === 0 ? EMPTY_BUCKET : { lots, cost: lots * price }
}
