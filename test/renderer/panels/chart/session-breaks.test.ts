import { describe, expect, it } from 'vitest'
import { planFor } from '../../../../src/core/desk/chart-plan.ts'
import type { ToldBar } from '../../../../src/core/desk/chart-rows.ts'
import { steps } from '../../../../src/renderer/panels/chart/paint/steps.ts'
import { KnownPoints, placed } from '../../../../src/renderer/panels/chart/points.ts'
import type { View } from '../../../../src/renderer/panels/chart/view.ts'
import { seriesOf } from '../../../core/desk/chart-fixture.ts'
import { quoteFixture } from '../../../core/quote-fixture.ts'

const MINUTE = 60_000_000
const ticksAt = (...minutes: readonly number[]) =>
  seriesOf(minutes.map((minute) => quoteFixture({ at: 1 + minute * MINUTE })))

const bar = (minute: number, close: number): ToldBar => {
  const prices = { open: close, high: close, low: close, close }
  return { at: 1 + minute * MINUTE, day: 0, ...prices, volume: NaN, openInterest: NaN }
}

/** Notes what is drawn, as a pen on paper does. */
function pen() {
  const strokes: (readonly [number, number])[][] = []
  const context = {
    beginPath: () => undefined,
    stroke: () => undefined,
    moveTo: (x: number, y: number) => void strokes.push([[x, y]]),
    lineTo: (x: number, y: number) => void strokes.at(-1)?.push([x, y]),
  }
  return { strokes, context: context as unknown as CanvasRenderingContext2D }
}

const VIEW = {
  first: 0,
  last: 3,
  spacing: 10,
  x: (place: number) => place * 10,
  y: (value: number) => value,
} as unknown as View

describe('a break of the session in a chart', () => {
  it('lies before the first tick after a quarter of an hour, and before no other', () => {
    const known = new KnownPoints(ticksAt(0, 1, 13, 28, 29), [])
    expect(placed(known, planFor(0, known.count, known.count)).opens).toEqual([
      false,
      false,
      false,
      true,
      false,
    ])
    expect([known.isBroken(0, 2), known.isBroken(0, 4), known.isBroken(3, 4)]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('lies between bars of the past too, the last of which ends before it', () => {
    const past = [bar(0, 5), bar(5, 6), bar(30, 7)]
    const known = new KnownPoints(ticksAt(35), past)
    const { axis, opens } = placed(known, planFor(0, known.count, known.count))
    expect(opens.flatMap((isOpening, index) => (isOpening ? [index] : []))).toEqual([8])
    const minutes = Array.from(axis.keys.slice(4, 9), (key) => (key - 1) / MINUTE)
    expect(minutes).toEqual([5, 6.25, 7.5, 8.75, 30])
  })

  it('is crossed by no line: that before ends, that after begins at its own price', () => {
    const { context, strokes } = pen()
    const values = [1, 1, 9, 9]
    const yOf = (index: number) => values[index]!
    steps(context, VIEW, { yOf, color: 'white', width: 1, opens: (index) => index === 2 })
    expect(strokes).toEqual([
      [
        [0, 1],
        [10, 1],
        [10, 1],
        [15, 1],
      ],
      [
        [20, 9],
        [30, 9],
        [30, 9],
        [40, 9],
      ],
    ])
  })
})
