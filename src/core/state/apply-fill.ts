import type { FillFact } from '../contracts/index.ts'
import type { Fen, InstrumentId, OwnerId, Position } from '../domain/index.ts'
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
 * Open profit of one instrument at its last price, whole ticks; without a quote it stands still.
 */
export function markExposure(state: State, instrument: InstrumentId): void {
  const exposure = state.exposures[instrument]
  if (exposure === undefined) return
  const facts = state.instruments[instrument]
  const quote = state.quotes[instrument]
  if (facts === undefined || quote === undefined || !(quote.last > 0)) {
    if (exposure.long === 0 && exposure.short === 0) setProfit(state, exposure, 0)
    return
  }
  const mark = Math.round((quote.last * facts.tickScale) / facts.tickUnits)
  const ticks = mark * (exposure.long - exposure.short) - exposure.cost
  setProfit(state, exposure, ticks * facts.tickValue)
}

/** After a settlement all lots stand at its price: nothing is open until the next price comes. */
export function startMarks(state: State): void {
  for (const exposure of state.exposures) if (exposure !== undefined) setProfit(state, exposure, 0)
}

function setProfit(state: State, exposure: Exposure, profit: number): void {
  state.openProfit += profit - exposure.profit
  exposure.profit = profit
}
