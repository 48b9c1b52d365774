import {
  HEAT_FADES,
  HEAT_LEVELS,
  HEAT_NONE,
  HEAT_REACH,
  HEAT_ROWS,
  HEAT_WARM_UP,
  HeatColumns,
} from '../../../../core/desk/chart-heat.ts'
import type { TickSeries } from '../../../../core/desk/chart-ticks.ts'
import type { Palette } from '../../../desk/index.ts'
import type { View } from '../view.ts'

/** Ticks that the ring holds. */
const COLUMNS = 5_120
/** How far prices may lie apart before rows of two prices fall on one. */
const SPREAD = HEAT_ROWS - 2 * HEAT_REACH

/**
 * Depth over time as a picture of one texel a price and tick, in a ring: a new tick makes one
 * column anew, and drawing is a few scaled copies.
 */
export class HeatRing {
  readonly #heat = new HeatColumns()
  readonly #canvas = document.createElement('canvas')
  readonly #context: CanvasRenderingContext2D | null
  readonly #column = new ImageData(1, HEAT_ROWS)
  readonly #middles = new Float64Array(COLUMNS)
  #colors: Uint32Array = new Uint32Array()
  #palette: Palette | undefined
  #series: TickSeries | undefined
  #generation = -1
  #most = 0
  #from = 0
  #to = 0

  constructor() {
    this.#canvas.width = COLUMNS
    this.#canvas.height = HEAT_ROWS
    this.#context = this.#canvas.getContext('2d', { willReadFrequently: true })
  }

  /** Holds the ticks of [from, to) of the series. @param most lots of the brightest. */
  hold(series: TickSeries, from: number, to: number, most: number, palette: Palette): void {
    const same =
      series === this.#series &&
      series.generation === this.#generation &&
      most === this.#most &&
      palette === this.#palette &&
      from >= this.#from &&
      from <= this.#to &&
      to - this.#from <= COLUMNS
    if (same) return this.#append(series, to)
    if (palette !== this.#palette) this.#colors = colorsOf(palette)
    this.#palette = palette
    this.#series = series
    this.#generation = series.generation
    this.#most = most
    this.#make(series, Math.max(from, to - COLUMNS), to)
  }

  /** @param place on the axis of the series' tick 0. @param step price of a tick. */
  draw(context: CanvasRenderingContext2D, view: View, place: number, step: number): void {
    const last = Math.min(this.#to - 1, view.last - place)
    const first = this.#clear(Math.max(this.#from, view.first - place), last)
    if (first > last) return
    context.imageSmoothingEnabled = false
    for (let begin = first; begin <= last;) {
      const column = begin % COLUMNS
      const count = Math.min(last - begin + 1, COLUMNS - column)
      this.#copy(context, view, { column, count, x: view.x(begin + place), step })
      begin += count
    }
  }

  /** First tick from which on no two prices share a row. */
  #clear(first: number, last: number): number {
    let low = Infinity
    let high = -Infinity
    for (let tick = last; tick >= first; tick--) {
      const middle = this.#middles[tick % COLUMNS]!
      if (middle < low) low = middle
      if (middle > high) high = middle
      if (high - low > SPREAD) return tick + 1
    }
    return first
  }

  #copy(
    context: CanvasRenderingContext2D,
    view: View,
    part: {
      readonly column: number
      readonly count: number
      readonly x: number
      readonly step: number
    },
  ): void {
    const { column, count, x, step } = part
    const middle = this.#middles[(this.#to - 1) % COLUMNS]!
    const reach = HEAT_ROWS / 2 - 1
    const highest = Math.min(Math.ceil(view.valueAt(0) / step), middle + reach)
    const lowest = Math.max(Math.floor(view.valueAt(view.height) / step), middle - reach)
    for (let high = highest; high >= lowest;) {
      const low = Math.max(lowest, Math.floor(high / HEAT_ROWS) * HEAT_ROWS)
      const top = view.y((high + 0.5) * step)
      const tall = view.y((low - 0.5) * step) - top
      const width = count * view.spacing
      context.drawImage(
        this.#canvas,
        column,
        pixelRow(high),
        count,
        high - low + 1,
        x,
        top,
        width,
        tall,
      )
      high = low - 1
    }
  }

  #append(series: TickSeries, to: number): void {
    for (; this.#to < to; this.#to++) {
      const column = this.#to % COLUMNS
      this.#middles[column] = this.#heat.column(series.columns, this.#to, this.#most)
      this.#write(this.#column, 0, 1)
      this.#context?.putImageData(this.#column, column, 0)
    }
    this.#from = Math.max(this.#from, this.#to - COLUMNS)
  }

  #make(series: TickSeries, from: number, to: number): void {
    this.#from = from
    this.#to = to
    this.#heat.clear()
    if (to <= from) return
    const image = new ImageData(to - from, HEAT_ROWS)
    for (let tick = Math.max(0, from - HEAT_WARM_UP); tick < from; tick++) {
      this.#heat.take(series.columns, tick)
    }
    for (let tick = from; tick < to; tick++) {
      this.#middles[tick % COLUMNS] = this.#heat.column(series.columns, tick, this.#most)
      this.#write(image, tick - from, to - from)
    }
    const column = from % COLUMNS
    this.#context?.putImageData(image, column, 0)
    this.#context?.putImageData(image, column - COLUMNS, 0)
  }

  #write(image: ImageData, column: number, width: number): void {
    const pixels = new Uint32Array(image.data.buffer)
    const { cells } = this.#heat
    for (let row = 0; row < HEAT_ROWS; row++) {
      const cell = cells[row]!
      pixels[(HEAT_ROWS - 1 - row) * width + column] = cell === HEAT_NONE ? 0 : this.#colors[cell]!
    }
  }
}

function pixelRow(ticks: number): number {
  return HEAT_ROWS - 1 - (((ticks % HEAT_ROWS) + HEAT_ROWS) % HEAT_ROWS)
}

/** Of every cell, as a pixel: the ramp of the theme, less of it with each step of fading. */
function colorsOf(palette: Palette): Uint32Array {
  const ramp = [0, 1, 2, 3, 4, 5].map((index) => partsOf(palette.color(`heat-${index}`)))
  const colors = new Uint32Array(HEAT_LEVELS * HEAT_FADES)
  for (let level = 0; level < HEAT_LEVELS; level++) {
    const place = (level / (HEAT_LEVELS - 1)) * 5
    const from = ramp[Math.min(4, Math.floor(place))]!
    const to = ramp[Math.min(4, Math.floor(place)) + 1]!
    const share = place - Math.min(4, Math.floor(place))
    const [red, green, blue] = from.map((part, index) =>
      Math.round(part + (to[index]! - part) * share),
    ) as [number, number, number]
    for (let fade = 0; fade < HEAT_FADES; fade++) {
      const opacity = fade === 0 ? 1 : 0.55 * (1 - fade / HEAT_FADES)
      const alpha = Math.round(opacity * 255)
      colors[level * HEAT_FADES + fade] = ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0
    }
  }
  return colors
}

function partsOf(hex: string): readonly number[] {
  return [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16) || 0)
}
