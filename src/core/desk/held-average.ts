import type { InstrumentId } from '../domain/index.ts'
import type { State } from '../state/index.ts'

/** What the account holds in one instrument, all owners together. */
export interface Averages {
  readonly longLots: number
  readonly shortLots: number
  /** Mean price of each side, to the nearest tick; NaN where nothing is held. */
  readonly long: number
  readonly short: number
  /** The same, exact. */
  readonly longExact: number
  readonly shortExact: number
}

export function averagesOf({ positions }: State, instrument: InstrumentId): Averages {
  let [longLots, longCost, shortLots, shortCost] = [0, 0, 0, 0]
  for (const ofOwner of positions) {
    const held = ofOwner?.[instrument]
    if (held === undefined) continue
    longLots += held.longToday.lots + held.longHistory.lots
    longCost += held.longToday.cost + held.longHistory.cost
    shortLots += held.shortToday.lots + held.shortHistory.lots
    shortCost += held.shortToday.cost + held.shortHistory.cost
  }
  const longExact = longLots === 0 ? NaN : longCost / longLots
  const shortExact = shortLots === 0 ? NaN : shortCost / shortLots
  const [long, short] = [Math.round(longExact), Math.round(shortExact)]
  return { longLots, shortLots, long, short, longExact, shortExact }
}
