import type { Fen, Instrument, Position, Ticks } from '../domain/index.ts'
import { priceOf } from '../domain/index.ts'
import type { State } from '../state/index.ts'

/** One side of what one owner holds in one instrument. */
export interface PositionRow {
  /** Owner, instrument and side in one word. */
  readonly key: string
  readonly side: 'long' | 'short'
  position: Position
}

/** All figures of a row; NaN where no price is known. */
export interface PositionFigures {
  readonly lots: number
  readonly today: number
  readonly history: number
  /** Of today's lots what was paid, of older ones the settlement price they stand at. */
  readonly average: number
  readonly notional: Fen
  readonly margin: Fen
  readonly profit: Fen
}

const NOTHING = { lots: 0, notional: 0, margin: 0, profit: 0 } as PositionSums

/** Sides that are held, by owner and instrument. */
export class PositionList {
  #rows: readonly PositionRow[] = []
  #sums = NOTHING

  /** Over the rows as they were given last. */
  get sums(): PositionSums {
    return this.#sums
  }

  /** The same array as long as no side came or went. */
  rows(state: State): readonly PositionRow[] {
    const found: PositionRow[] = []
    for (const ofOwner of state.positions) {
      for (const position of ofOwner ?? []) {
        if (position === undefined) continue
        const { longToday, longHistory, shortToday, shortHistory } = position
        if (longToday.lots + longHistory.lots > 0) found.push(rowOf(position, 'long'))
        if (shortToday.lots + shortHistory.lots > 0) found.push(rowOf(position, 'short'))
      }
    }
    const isSame =
      found.length === this.#rows.length &&
      found.every(({ key }, place) => this.#rows[place]?.key === key)
    if (!isSame) this.#rows = found
    for (const [place, row] of this.#rows.entries())
      row.position = found[place]?.position ?? row.position
    this.#sums = positionSums(state, this.#rows)
    return this.#rows
  }
}

function rowOf(position: Position, side: 'long' | 'short'): PositionRow {
  return { key: `${position.owner} ${position.instrument} ${side}`, side, position }
}

/** @param mark where open lots stand; without one no profit is known. */
export function positionFigures(
  { side, position }: PositionRow,
  instrument: Instrument,
  mark: Ticks | undefined = NaN as Ticks,
): PositionFigures {
  const isLong = side === 'long'
  const today = isLong ? position.longToday : position.shortToday
  const history = isLong ? position.longHistory : position.shortHistory
  const lots = today.lots + history.lots
  const cost = today.cost + history.cost
  const { tickValue, marginRatio } = instrument
  const ratio = isLong ? marginRatio.long : marginRatio.short
  return {
    lots,
    today: today.lots,
    history: history.lots,
    average: priceOf(instrument, (cost / lots) as never),
    notional: (mark * lots * tickValue) as Fen,
    margin: Math.round(cost * tickValue * ratio) as Fen,
    profit: ((isLong ? 1 : -1) * (mark * lots - cost) * tickValue) as Fen,
  }
}

/** Sums over rows; a figure is NaN where one of its parts is. */
export interface PositionSums {
  readonly lots: number
  readonly notional: Fen
  readonly margin: Fen
  readonly profit: Fen
}

function positionSums(state: State, rows: readonly PositionRow[]): PositionSums {
  const sums = { lots: 0, notional: 0, margin: 0, profit: 0 }
  for (const row of rows) {
    const instrument = state.instruments[row.position.instrument]
    if (instrument === undefined) continue
    const figures = positionFigures(row, instrument, state.marks[instrument.id])
    sums.lots += figures.lots
    sums.notional += figures.notional
    sums.margin += figures.margin
    sums.profit += figures.profit
  }
  return sums as PositionSums
}
