import type { FillFact } from '../contracts/index.ts'
import type { Fen, InstrumentId, OwnerId, Position, Ticks } from '../domain/index.ts'
import {
  applyFill as fillPosition,
  emptyPosition,
  longLots,
  marginOf,
  shortLots,
} from '../domain/index.ts'
import type { Exposure, State } from './state.ts'

export function positionOf(state: State, owner: OwnerId, instrument: InstrumentId): Position {
  return state.positions[owner]?.[instrument] ?? emptyPosition(owner, instrument)
}

/**
 * Books a fill: lots to their owner, profit and fee to the account. A known fill changes nothing.
 */
export function applyFillFact(state: State, fact: FillFact): void {
  const { fill } = fact
  if (fact.venueSeq > state.venueSeq) state.venueSeq = fact.venueSeq
  if (state.fills.has(fill.id)) return
  const instrument = state.instruments[fill.instrument]
  if (instrument === undefined) {
    throw new Error(`fill ${fill.id} names instrument ${fill.instrument}, not in the directory`)
  }
  state.fills.add(fill.id)
  const applied = fillPosition(positionOf(state, fill.owner, fill.instrument), fill)
  setPosition(state, applied.position)
  const { money } = state
  money.closeProfit = (money.closeProfit + applied.profit * instrument.tickValue) as Fen
  money.fees = (money.fees + fact.fee) as Fen
}

/** Puts a position in place and keeps the account's exposure in step. */
export function setPosition(state: State, position: Position): void {
  const { owner, instrument } = position
  const before = state.positions[owner]?.[instrument]
  ;(state.positions[owner] ??= [])[instrument] = position
  const exposure = exposureOf(state, instrument)
  const facts = state.instruments[instrument]
  if (before !== undefined) {
    join(exposure, before, -1)
    if (facts !== undefined) state.margin -= marginOf(facts, before)
  }
  join(exposure, position, 1)
  if (facts !== undefined) state.margin += marginOf(facts, position)
  markExposure(state, instrument)
}

export function exposureOf(state: State, instrument: InstrumentId): Exposure {
  return (state.exposures[instrument] ??= { long: 0, short: 0, cost: 0, profit: 0 })
}

function join(exposure: Exposure, position: Position, times: 1 | -1): void {
  exposure.long += times * longLots(position)
  exposure.short += times * shortLots(position)
  exposure.cost +=
    times *
    (position.longToday.cost +
      position.longHistory.cost -
      position.shortToday.cost -
      position.shortHistory.cost)
}

/**
 * Open lots of an instrument stand at that price from now on. One that is no number, as of a
 * contract that settles without one, marks nothing: it would make all open profit NaN for good.
 */
export function mark(state: State, instrument: InstrumentId, price: Ticks): void {
  if (!Number.isFinite(price)) return
  state.marks[instrument] = price
  if (state.exposures[instrument] !== undefined) markExposure(state, instrument)
}

/** No price is known any more: nothing is open until a quote tells one. */
export function forgetMarks(state: State): void {
  state.marks.length = 0
  for (const instrument of state.exposures.keys()) {
    if (state.exposures[instrument] !== undefined) markExposure(state, instrument as InstrumentId)
  }
}

/** Open profit of one instrument at its mark, whole ticks; nothing as long as it has none. */
function markExposure(state: State, instrument: InstrumentId): void {
  const exposure = exposureOf(state, instrument)
  const facts = state.instruments[instrument]
  const price = state.marks[instrument]
  const isMarked = facts !== undefined && price !== undefined
  const ticks = isMarked ? price * (exposure.long - exposure.short) - exposure.cost : 0
  const profit = isMarked ? ticks * facts.tickValue : 0
  state.openProfit += profit - exposure.profit
  exposure.profit = profit
}
