import { describe, expect, it } from 'vitest'
import { ChartAxis } from '../../../../src/core/desk/chart-axis.ts'
import type { Gap } from '../../../../src/core/desk/chart-gaps.ts'
import { planFor } from '../../../../src/core/desk/chart-plan.ts'
import { paintGaps, paintOpenGap } from '../../../../src/renderer/panels/chart/paint/gaps.ts'
import { inkOf } from '../../../../src/renderer/panels/chart/paint/ink.ts'
import { KnownPoints, placed } from '../../../../src/renderer/panels/chart/points.ts'
import type { View } from '../../../../src/renderer/panels/chart/view.ts'
import { seriesOf } from '../../../core/desk/chart-fixture.ts'
import { quoteFixture } from '../../../core/quote-fixture.ts'

const SECOND = 1_000_000
const second = (at: number): number => 1 + at * SECOND
const gap = (from: number, to: number, missed = NaN): Gap => ({
  from: second(from),
  to: second(to),
  missed,
})

/** A pane of 100 by 50 whose points stand ten apart, of which some are seen. */
const view = (first: number, last: number): View =>
  ({ width: 100, height: 50, spacing: 10, first, last, x: (place: number) => place * 10 }) as View

/** Notes what is filled, what is written, and how much is drawn at all. */
function easel() {
  const filled: (readonly number[])[] = []
  const written: string[] = []
  let calls = 0
  const known: Record<string, unknown> = {
    fillRect: (...box: readonly number[]) => void filled.push(box),
    fillText: (text: string) => void written.push(text),
    measureText: () => ({ width: 10 }),
  }
  const context = new Proxy(known, {
    get: (_, name: string) => {
      calls++
      return known[name] ?? (() => undefined)
    },
    set: () => true,
  }) as unknown as CanvasRenderingContext2D
  return { context, filled, written, calls: () => calls }
}

const INK = inkOf({ color: () => '#000', faint: () => '#000' })

function axisOf(...seconds: readonly number[]): ChartAxis {
  const axis = new ChartAxis()
  for (const each of seconds) axis.push(second(each))
  return axis
}

describe('the band of a gap', () => {
  const axis = axisOf(0, 1, 2, 9, 10, 11)

  it('lies from the last tick before to the first one after, over the whole height', () => {
    const { context, filled, written } = easel()
    paintGaps(context, view(0, 5), INK, axis, [gap(2, 9, 3)])
    expect([filled[0], written]).toEqual([[20, 0, 10, 50], ['⟂ 3']])
  })

  it('says no number where nobody counted', () => {
    const { context, written } = easel()
    paintGaps(context, view(0, 5), INK, axis, [gap(2, 9)])
    expect(written).toEqual(['⟂'])
  })

  it('is seen even where ticks lie close, and tags do not cover each other', () => {
    const { context, filled, written } = easel()
    const narrow = { ...view(0, 5), spacing: 1, x: (place: number) => place }
    paintGaps(context, narrow, INK, axis, [gap(0, 1), gap(2, 9)])
    const bands = filled.filter(([, top, , height]) => top === 0 && height === 50)
    expect(bands.map(([, , width]) => width! >= 5)).toEqual([true, true])
    expect(written).toEqual(['⟂'])
  })

  it('costs nothing where it is not seen', () => {
    const { context, calls } = easel()
    paintGaps(context, view(3, 5), INK, axis, [gap(0, 1), gap(1, 2)])
    paintGaps(context, view(0, 1), INK, axis, [gap(9, 10)])
    paintGaps(context, view(0, 5), INK, axis, [])
    paintOpenGap(context, view(0, 5), INK, 11)
    expect(calls()).toBe(0)
  })

  it('reaches the edge while it is not known what came after the newest tick', () => {
    const { context, filled } = easel()
    paintOpenGap(context, view(0, 5), INK, 5)
    expect(filled[0]).toEqual([50, 0, 51, 50])
  })
})

describe('points of a chart beside a gap', () => {
  const known = new KnownPoints(
    seriesOf([0, 1, 2, 9, 10, 11].map((at) => quoteFixture({ at: second(at) }))),
    [],
  )
  const missing = (thin: boolean, gaps: readonly Gap[]) => {
    const plan = { ...planFor(0, known.count, known.count), thin }
    const { missing: all, axis } = placed(known, plan, gaps)
    return all.flatMap((isMissing, index) => (isMissing ? [(axis.keys[index]! - 1) / SECOND] : []))
  }

  it('are led to by no line from the last tick before to the first one after', () => {
    expect(missing(false, [gap(2, 9)])).toEqual([9])
    expect(missing(false, [gap(2, 9), gap(10, 11)])).toEqual([9, 11])
    expect(missing(false, [])).toEqual([])
  })

  it('are led to by none either where they are thinned out', () => {
    expect(missing(true, [gap(2, 9)])).toEqual([9])
  })
})
