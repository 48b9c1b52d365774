import type { InstrumentId, OwnerId } from './identity.ts'
import type { Lots } from './units.ts'

/** Lots of one age on one side, with what they stand at. */
export interface Bucket {
  readonly lots: Lots
  /**
   * Sum of price in ticks × lots, a whole number: today's lots at what was paid, older ones at
   * the settlement price that they were last marked to.
   */
  readonly cost: number
}

/** What one owner holds in one instrument; the account's position is the sum over owners. */
export interface Position {
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  readonly longToday: Bucket
  readonly longHistory: Bucket
  readonly shortToday: Bucket
  readonly shortHistory: Bucket
}

export const EMPTY_BUCKET: Bucket = { lots: 0 as Lots, cost: 0 }

export function emptyPosition(owner: OwnerId, instrument: InstrumentId): Position {
  return {
    owner,
    instrument,
    longToday: EMPTY_BUCKET,
    longHistory: EMPTY_BUCKET,
    shortToday: EMPTY_BUCKET,
    shortHistory: EMPTY_BUCKET,
  }
}

export function longLots(position: Position): Lots {
  return (position.longToday.lots + position.longHistory.lots) as Lots
}

export function shortLots(position: Position): Lots {
  return (position.shortToday.lots + position.shortHistory.lots) as Lots
}

export function netLots(position: Position): Lots {
  return (longLots(position) - shortLots(position)) as Lots
}
