import { longLots, shortLots } from '../domain/index.ts'
import type { Instrument, Position, Ticks } from '../domain/index.ts'

/**
 * Settlement price of a day: the volume-weighted average of its trades rounded to a tick, as the
 * Chinese exchanges do it. Where turnover and volume do not fit the day's range (feeds count
 * turnover in units of their own), or nothing traded, the last price.
 *
 * @param turnover CNY of the day.
 * @param low, high the day's range in ticks; NaN where it is not known.
 * @returns NaN when there is no price at all.
 */
export function settlementPrice(
  instrument: Instrument,
  volume: number,
  turnover: number,
  last: Ticks,
  low: Ticks,
  high: Ticks,
): Ticks {
  const average = Math.round((turnover * 100) / (volume * instrument.tickValue))
  if (!(volume > 0) || !Number.isSafeInteger(average) || average <= 0) return last
  if (average < low || average > high) return last
  // Without a range, an average that is twice the last price or half of it is in other units.
  if (!(low <= high) && !(average > last / 2 && average < last * 2)) return last
  return average as Ticks
}

/** What the lots of a position stand at in the mean, rounded to a tick; NaN where none are held. */
export function meanCost(position: Position): Ticks {
  const { longToday, longHistory, shortToday, shortHistory } = position
  const cost = longToday.cost + longHistory.cost + shortToday.cost + shortHistory.cost
  return Math.round(cost / (longLots(position) + shortLots(position))) as Ticks
}
