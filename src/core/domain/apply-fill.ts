import type { Fill } from './order.ts'
import type { Bucket, Position } from './position.ts'
import { EMPTY_BUCKET } from './position.ts'
import type { Lots } from './units.ts'

export type AppliedTerms = Pick<Fill, 'side' | 'offset' | 'price' | 'volume'>

/** What a fill did to a position. */
export interface AppliedFill {
  readonly position: Position
  /** Profit that the fill took, in ticks × lots: a whole number. */
  readonly profit: number
  readonly closedToday: Lots
  readonly closedHistory: Lots
}

/**
 * Adds a fill to a position. An opening fill joins today's lots. A closing one takes lots of the
 * other side: `closeToday` today's alone; `close` the older ones first, then today's, which on
 * exchanges that tell them apart cannot happen because gate and venue refuse it.
 *
 * Lots of one bucket stand at their mean; the part of the cost that leaves is rounded to a whole
 * number and the rest stays, so that profit taken plus profit open never loses a tick.
 *
 * @throws RangeError when more is closed than is held: the caller let an impossible fill through.
 */
export function applyFill(position: Position, fill: AppliedTerms): AppliedFill {
  return fill.offset === 'open' ? opened(position, fill) : closed(position, fill)
}

/** Whether a fill can be added: an opening one always, a closing one where the lots are held. */
export function canApply(position: Position, fill: AppliedTerms): boolean {
  if (fill.offset === 'open') return true
  const closesLong = fill.side === 'sell'
  const today = (closesLong ? position.longToday : position.shortToday).lots
  const history = (closesLong ? position.longHistory : position.shortHistory).lots
  return fill.volume <= (fill.offset === 'closeToday' ? today : today + history)
}

function opened(position: Position, fill: AppliedTerms): AppliedFill {
  const key = fill.side === 'buy' ? 'longToday' : 'shortToday'
  const bucket = position[key]
  const grown: Bucket = {
    lots: (bucket.lots + fill.volume) as Lots,
    cost: bucket.cost + fill.price * fill.volume,
  }
  return {
    position: { ...position, [key]: grown },
    profit: 0,
    closedToday: 0 as Lots,
    closedHistory: 0 as Lots,
  }
}

function closed(position: Position, fill: AppliedTerms): AppliedFill {
  const closesLong = fill.side === 'sell'
  const today = closesLong ? position.longToday : position.shortToday
  const history = closesLong ? position.longHistory : position.shortHistory
  const fromHistory = fill.offset === 'closeToday' ? 0 : Math.min(history.lots, fill.volume)
  const fromToday = fill.volume - fromHistory
  if (fromToday > today.lots) {
    throw new RangeError(
      `a fill closes ${fill.volume} lots of ${history.lots} older and ${today.lots} of today`,
    )
  }
  const [olderLeft, olderCost] = take(history, fromHistory)
  const [todayLeft, todayCost] = take(today, fromToday)
  const gained = fill.price * fill.volume - olderCost - todayCost
  return {
    position: closesLong
      ? { ...position, longToday: todayLeft, longHistory: olderLeft }
      : { ...position, shortToday: todayLeft, shortHistory: olderLeft },
    profit: closesLong ? gained : -gained,
    closedToday: fromToday as Lots,
    closedHistory: fromHistory as Lots,
  }
}

function take(bucket: Bucket, lots: number): [left: Bucket, cost: number] {
  if (lots === 0) return [bucket, 0]
  if (lots === bucket.lots) return [EMPTY_BUCKET, bucket.cost]
  const cost = Math.round((bucket.cost * lots) / bucket.lots)
  return [{ lots: (bucket.lots - lots) as Lots, cost: bucket.cost - cost }, cost]
}
