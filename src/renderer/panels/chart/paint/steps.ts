import type { View } from '../view.ts'

/** Pixels between two points below which a line is filled column by column. */
const DENSE = 3

/** A line of values each of which holds until the next point. */
export interface StepLine {
  /** In CSS pixels; NaN where nothing is known. */
  readonly yOf: (index: number) => number
  readonly color: string
  readonly width: number
  /** Whether the line ends half way to a point, and begins anew there. */
  readonly opens?: (index: number) => boolean
}

/** Draws what is seen of it. */
export function steps(context: CanvasRenderingContext2D, view: View, line: StepLine): void {
  if (view.spacing < DENSE) denseSteps(context, view, line)
  else strokedSteps(context, view, line)
}

function strokedSteps(context: CanvasRenderingContext2D, view: View, line: StepLine): void {
  const { yOf, color, width, opens = never } = line
  context.strokeStyle = color
  context.lineWidth = width
  context.lineJoin = 'round'
  context.beginPath()
  let before = Number.NaN
  for (let index = view.first; index <= view.last; index++) {
    const y = yOf(index)
    const x = view.x(index)
    const isKnown = before === before
    if (isKnown) context.lineTo(opens(index) ? x - view.spacing / 2 : x, before)
    if (y === y) {
      if (isKnown && !opens(index)) context.lineTo(x, y)
      else context.moveTo(x, y)
    }
    before = y
  }
  if (before === before) context.lineTo(view.x(view.last) + view.spacing, before)
  context.stroke()
}

/**
 * The same in columns of one pixel, each as tall as the line is within it; columns alike are one
 * rectangle. A stroke of thousands of corners covers most pixels many times, and takes over ten
 * times as long where no graphics processor draws it.
 */
function denseSteps(context: CanvasRenderingContext2D, view: View, line: StepLine): void {
  const { yOf, color, width, opens = never } = line
  context.fillStyle = color
  const columns = new Columns((from, to, high, low) =>
    context.fillRect(from, high - width / 2, to - from, low - high + width),
  )
  let before = Number.NaN
  let beforeX = 0
  for (let index = view.first; index <= view.last; index++) {
    const y = yOf(index)
    const x = view.x(index)
    const isOpen = opens(index)
    if (before === before) columns.level(beforeX, isOpen ? x - view.spacing / 2 : x, before)
    if (y === y) columns.rise(x, before === before && !isOpen ? before : y, y)
    before = y
    beforeX = x
  }
  if (before === before) columns.level(beforeX, beforeX + view.spacing, before)
  columns.end()
}

type Fill = (from: number, to: number, high: number, low: number) => void

/** Gathers what a line covers of each column of pixels, from left to right. */
class Columns {
  readonly #fill: Fill
  /** The columns that are alike so far: [from, to), and what is covered of each. */
  #from = 0
  #to = 0
  #high = Number.NaN
  #low = Number.NaN
  /** The newest column, which may still grow. */
  #column = Number.NaN
  #top = Number.NaN
  #bottom = Number.NaN

  constructor(fill: Fill) {
    this.#fill = fill
  }

  /** From one place to another at one height. */
  level(from: number, to: number, y: number): void {
    const first = Math.floor(from)
    const last = Math.max(first, Math.ceil(to) - 1)
    this.#cover(first, y, y)
    if (last === first) return
    this.#cover(first + 1, y, y)
    // All between are as the one that was just begun.
    if (last > first + 1) {
      this.#close()
      this.#to = last
      this.#cover(last, y, y)
    }
  }

  rise(x: number, from: number, to: number): void {
    this.#cover(Math.floor(x), Math.min(from, to), Math.max(from, to))
  }

  end(): void {
    this.#close()
    if (this.#to > this.#from) this.#fill(this.#from, this.#to, this.#high, this.#low)
    this.#from = this.#to = 0
  }

  #cover(column: number, top: number, bottom: number): void {
    if (column === this.#column) {
      this.#top = Math.min(this.#top, top)
      this.#bottom = Math.max(this.#bottom, bottom)
      return
    }
    this.#close()
    this.#column = column
    this.#top = top
    this.#bottom = bottom
  }

  #close(): void {
    if (this.#column !== this.#column) return
    const goesOn = this.#column === this.#to && this.#to > this.#from
    if (!goesOn || this.#top !== this.#high || this.#bottom !== this.#low) {
      if (this.#to > this.#from) this.#fill(this.#from, this.#to, this.#high, this.#low)
      this.#from = this.#column
      this.#high = this.#top
      this.#low = this.#bottom
    }
    this.#to = this.#column + 1
    this.#column = Number.NaN
  }
}

function never(): boolean {
  return false
}
