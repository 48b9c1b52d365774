import type { FillFact } from '../contracts/index.ts'
import type { Fen, Instrument, Lots, Position } from '../domain/index.ts'
import {
  EMPTY_BUCKET,
  applyFill,
  canApply,
  emptyPosition,
  longLots,
  shortLots,
  sign,
  ticksOf,
} from '../domain/index.ts'
import type { State } from '../state/index.ts'
import { positionOf } from '../state/index.ts'

/** One owner's fills of today in one instrument, replayed. */
interface Replayed {
  /** In fen, in the fills' order; NaN of those that open. */
  readonly profits: readonly number[]
  /** Place of the first fill that it tells of. */
  readonly from: number
  /**
   * It rests on older lots that stood at the settlement price, and on there being no other fill.
   */
  readonly isAssumed: boolean
}

/**
 * What the closing fills of today took that came before anybody looked. The positions of now tell
 * what was held before each of them: from a moment without lots on, or from the day's beginning
 * with the older lots at the last settlement price, they are booked again; a result other than
 * the positions of now is not believed, nor is an assumption that the account's own sum denies.
 */
export function profitsSoFar(
  state: State,
  fills: readonly FillFact[],
  isWhole: boolean,
): ReadonlyMap<string, Fen> {
  const groups = new Map<string, FillFact[]>()
  for (const fact of fills) {
    // Orders of earlier days are let go at a settlement: their fills are not of today.
    if (!state.orders.has(fact.fill.order)) continue
    const key = `${fact.fill.owner} ${fact.fill.instrument}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [fact])
    else group.push(fact)
  }
  const told = [...groups.values()].map((group) => ({
    group,
    replayed: replay(state, group, isWhole),
  }))
  let sum = 0
  for (const { replayed } of told) {
    for (const profit of replayed?.profits ?? []) sum += Number.isNaN(profit) ? 0 : profit
  }
  const isBelieved = sum === state.money.closeProfit
  const profits = new Map<string, Fen>()
  for (const { group, replayed } of told) {
    if (replayed === undefined || (replayed.isAssumed && !isBelieved)) continue
    for (const [place, profit] of replayed.profits.entries()) {
      const fact = group[replayed.from + place]
      if (fact !== undefined) profits.set(fact.fill.id, profit as Fen)
    }
  }
  return profits
}

function replay(state: State, fills: readonly FillFact[], isWhole: boolean): Replayed | undefined {
  const first = fills[0]?.fill
  const instrument = first && state.instruments[first.instrument]
  if (first === undefined || instrument === undefined) return undefined
  const now = positionOf(state, first.owner, first.instrument)
  const held = lotsBefore(fills, now)
  const flat = held.findIndex(({ long, short }) => long === 0 && short === 0)
  const empty = emptyPosition(first.owner, first.instrument)
  if (isWhole && flat !== 0) {
    const start = startOfDay(state, instrument, empty, held[0])
    const profits = start && book(instrument, start, fills, now)
    if (profits !== undefined) return { profits, from: 0, isAssumed: true }
  }
  if (flat < 0) return undefined
  const profits = book(instrument, empty, fills.slice(flat), now)
  return profits && { profits, from: flat, isAssumed: false }
}

interface Held {
  readonly long: number
  readonly short: number
}

/** What was held before each fill, by lots alone, counted back from now. */
function lotsBefore(fills: readonly FillFact[], now: Position): readonly Held[] {
  let held: Held = { long: longLots(now), short: shortLots(now) }
  return fills
    .toReversed()
    .map(({ fill: { side, offset, volume } }) => {
      const opens = offset === 'open'
      const isLong = opens === (sign(side) === 1)
      const before = opens ? -volume : volume
      held = isLong
        ? { ...held, long: held.long + before }
        : { ...held, short: held.short + before }
      return held
    })
    .toReversed()
}

function startOfDay(
  state: State,
  instrument: Instrument,
  empty: Position,
  held: Held | undefined,
): Position | undefined {
  const settled = state.quotes[instrument.id]?.preSettlement
  const ticks = settled === undefined ? NaN : ticksOf(instrument, settled)
  if (held === undefined || Number.isNaN(ticks) || held.long < 0 || held.short < 0) return undefined
  const bucket = (lots: number) =>
    lots === 0 ? EMPTY_BUCKET : { lots: lots as Lots, cost: lots * ticks }
  return { ...empty, longHistory: bucket(held.long), shortHistory: bucket(held.short) }
}

/** @returns undefined where the fills do not lead from `start` to `now`. */
function book(
  instrument: Instrument,
  start: Position,
  fills: readonly FillFact[],
  now: Position,
): readonly number[] | undefined {
  let position = start
  const profits: number[] = []
  for (const { fill } of fills) {
    if (!canApply(position, fill)) return undefined
    const applied = applyFill(position, fill)
    position = applied.position
    profits.push(fill.offset === 'open' ? NaN : applied.profit * instrument.tickValue)
  }
  return isSame(position, now) ? profits : undefined
}

const BUCKETS = ['longToday', 'longHistory', 'shortToday', 'shortHistory'] as const

function isSame(one: Position, other: Position): boolean {
  return BUCKETS.every(
    (name) => one[name].lots === other[name].lots && one[name].cost === other[name].cost,
  )
}
