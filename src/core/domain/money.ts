import type { FeeRate, Instrument } from './instrument.ts'
import type { Offset } from './order.ts'
import type { Position } from './position.ts'
import { longLots, shortLots } from './position.ts'
import type { Fen, Lots, Ticks } from './units.ts'
import { fen } from './units.ts'

/** Value of lots at a price: ticks × lots × what one tick of one lot is worth. */
export function notional(instrument: Instrument, price: Ticks, volume: Lots): Fen {
  return (price * volume * instrument.tickValue) as Fen
}

/** Fee of one fill, rounded to whole fen once a fill, lots of today and older lots apart. */
export function feeOf(
  instrument: Instrument,
  offset: Offset,
  price: Ticks,
  volume: Lots,
  closedToday: Lots,
): Fen {
  const { open, close, closeToday } = instrument.fees
  if (offset === 'open') return fen(charge(instrument, open, price, volume))
  return fen(
    charge(instrument, closeToday, price, closedToday) +
      charge(instrument, close, price, (volume - closedToday) as Lots),
  )
}

function charge(instrument: Instrument, rate: FeeRate, price: Ticks, volume: Lots): number {
  return notional(instrument, price, volume) * rate.byValue + volume * rate.byLot
}

/** Margin held for a position: each side on its own, on what the lots stand at. */
export function marginOf(instrument: Instrument, position: Position): Fen {
  const long = position.longToday.cost + position.longHistory.cost
  const short = position.shortToday.cost + position.shortHistory.cost
  const { marginRatio, tickValue } = instrument
  return fen(tickValue * (long * marginRatio.long + short * marginRatio.short))
}

/** Profit that is open at a price: whole ticks × lots × tick value, so whole fen. */
export function positionProfit(instrument: Instrument, position: Position, mark: Ticks): Fen {
  const long = mark * longLots(position) - position.longToday.cost - position.longHistory.cost
  const short = position.shortToday.cost + position.shortHistory.cost - mark * shortLots(position)
  return ((long + short) * instrument.tickValue) as Fen
}
