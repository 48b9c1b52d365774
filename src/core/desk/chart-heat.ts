import type { TickColumns } from './chart-columns.ts'
import { LEVELS } from './chart-columns.ts'

/** Prices of a column; the row of a price is its tick modulo this. */
export const HEAT_ROWS = 512
/** Prices on either side of the middle that a column shows. */
export const HEAT_REACH = 192
/** Remembered depth fades over three minutes. */
const FADES = 180_000_000
/** Brightnesses, and steps of fading: 0 live, the last all but gone. */
export const HEAT_LEVELS = 64
export const HEAT_FADES = 16
/** A cell of which nothing is known, or that is empty. */
export const HEAT_NONE = 0xffff

/** Ticks before the first column from which it is known what was seen before. */
export const HEAT_WARM_UP = 400

/**
 * What lay at each price, tick by tick: the five levels live, beyond them what was last seen
 * there. Ticks are taken in their order.
 */
export class HeatColumns {
  /** By row: `level × HEAT_FADES + fade`, or `HEAT_NONE`; those of the last tick taken. */
  readonly cells = new Uint16Array(HEAT_ROWS)
  readonly #ticks = new Float64Array(HEAT_ROWS)
  readonly #lots = new Float64Array(HEAT_ROWS)
  readonly #at = new Float64Array(HEAT_ROWS)

  constructor() {
    this.clear()
  }

  clear(): void {
    this.#ticks.fill(Number.NaN)
  }

  /** Only remembers. @returns tick in the middle of its book; NaN of an empty one. */
  take({ at, bookTicks, bookLots }: TickColumns, index: number): number {
    const now = at[index]!
    let lowest = Infinity
    let highest = -Infinity
    for (let place = index * LEVELS; place < (index + 1) * LEVELS; place++) {
      if (bookLots[place] === 0) continue
      lowest = Math.min(lowest, bookTicks[place]!)
      highest = Math.max(highest, bookTicks[place]!)
    }
    const last = Math.min(highest, lowest + HEAT_ROWS - 1)
    for (let ticks = lowest; ticks <= last; ticks++) this.#see(ticks, now, 0)
    for (let place = index * LEVELS; place < (index + 1) * LEVELS; place++) {
      if (bookLots[place]! > 0) this.#see(bookTicks[place]!, now, bookLots[place]!)
    }
    return Math.floor((lowest + highest) / 2)
  }

  /** Takes a tick and fills `cells`. @param most lots of the brightest. */
  column(columns: TickColumns, index: number, most: number): number {
    const middle = this.take(columns, index)
    const now = columns.at[index]!
    this.cells.fill(HEAT_NONE)
    if (middle !== middle) return middle
    for (let ticks = middle - HEAT_REACH; ticks <= middle + HEAT_REACH; ticks++) {
      const row = heatRow(ticks)
      if (this.#ticks[row] !== ticks || this.#lots[row] === 0) continue
      const fade = Math.floor(((now - this.#at[row]!) * HEAT_FADES) / FADES)
      if (fade >= HEAT_FADES) continue
      this.cells[row] = levelOf(this.#lots[row]!, most) * HEAT_FADES + Math.max(0, fade)
    }
    // What is live is told from what was seen a moment ago: nothing remembered is without a fade.
    for (let ticks = middle - HEAT_REACH; ticks <= middle + HEAT_REACH; ticks++) {
      const row = heatRow(ticks)
      const cell = this.cells[row]!
      if (cell === HEAT_NONE || cell % HEAT_FADES !== 0) continue
      if (this.#at[row] !== now) this.cells[row] = cell + 1
    }
    return middle
  }

  #see(ticks: number, at: number, lots: number): void {
    const row = heatRow(ticks)
    this.#ticks[row] = ticks
    this.#at[row] = at
    this.#lots[row] = lots
  }
}

export function heatRow(ticks: number): number {
  return ((ticks % HEAT_ROWS) + HEAT_ROWS) % HEAT_ROWS
}

/** Square root of the share of the brightest, in whole steps. */
function levelOf(lots: number, most: number): number {
  return Math.min(HEAT_LEVELS - 1, Math.floor(Math.sqrt(lots / most) * HEAT_LEVELS))
}

/** Lots of the brightest: few levels hold more, and the root of it is a round number. */
export function heatScale({ bookLots }: TickColumns, from: number, to: number): number {
  const seen: number[] = []
  const step = Math.max(1, Math.floor(((to - from) * LEVELS) / 2_000))
  for (let place = from * LEVELS; place < to * LEVELS; place += step) {
    if (bookLots[place]! > 0) seen.push(bookLots[place]!)
  }
  if (seen.length === 0) return SCALES[0]!
  seen.sort((one, other) => one - other)
  const usual = seen[Math.floor(0.98 * (seen.length - 1))]!
  return SCALES.find((scale) => scale >= usual) ?? usual
}

const SCALES = [9, 16, 25, 49, 100, 225, 400, 625, 900, 1_600, 2_500, 4_900, 10_000, 40_000]
