import { describe, expect, it } from 'vitest'
import { planFor } from '../../../../src/core/desk/chart-plan.ts'
import type { ToldBar } from '../../../../src/core/desk/chart-rows.ts'
import { Measure } from '../../../../src/renderer/panels/chart/measure.ts'
import { hit } from '../../../../src/renderer/panels/chart/paint/orders.ts'
import { largeLots } from '../../../../src/renderer/panels/chart/paint/trades.ts'
import { KnownPoints, placed } from '../../../../src/renderer/panels/chart/points.ts'
import { chartSettings } from '../../../../src/renderer/panels/chart/settings.ts'
import { queueText } from '../../../../src/renderer/panels/chart/own-orders.ts'
import type { OrderId } from '../../../../src/core/domain/index.ts'
import { seriesOf } from '../../../core/desk/chart-fixture.ts'
import { quoteFixture } from '../../../core/quote-fixture.ts'

describe('points of a chart', () => {
  const bar = (at: number, open: number, high: number, low: number, close: number): ToldBar => ({
    at,
    day: 0,
    open,
    high,
    low,
    close,
    volume: NaN,
    openInterest: NaN,
  })

  it('begin with the thinned past and go on tick by tick', () => {
    const series = seriesOf([100, 200].map((at) => quoteFixture({ at })))
    const known = new KnownPoints(series, [bar(20, 5, 9, 1, 7), bar(60, 7, 8, 2, 3)])
    const { axis, points, ticks } = placed(known, planFor(0, known.count, known.count))
    expect(points).toEqual([
      { time: 20, value: 5 },
      { time: 30, value: 1 },
      { time: 40, value: 9 },
      { time: 50, value: 7 },
      { time: 60, value: 7 },
      { time: 70, value: 8 },
      { time: 80, value: 2 },
      { time: 90, value: 3 },
      { time: 100, value: 6149.5 },
      { time: 200, value: 6149.5 },
    ])
    expect([axis.count, ticks.filter((tick) => tick >= 0)]).toEqual([10, [0, 1]])
  })

  it('are empty places where there is no price', () => {
    const series = seriesOf([quoteFixture({ at: 1, bids: [], asks: [] })])
    const known = new KnownPoints(series, [])
    expect(placed(known, planFor(0, 1, 1)).points).toEqual([{ time: 1 }])
  })
})

describe('what a person chose of a chart', () => {
  it('is as usual where what was kept makes no sense', () => {
    const usual = chartSettings(undefined)
    expect(chartSettings({ period: '2s', minutes: 7, heat: 'yes', bubbleLots: -1 })).toEqual(usual)
    expect(chartSettings({ ...usual, period: '1m', heat: false })).toEqual({
      ...usual,
      period: '1m',
      heat: false,
    })
  })
})

describe('measuring in a chart', () => {
  it('takes a first point, follows the pointer, and ends with the second', () => {
    const measure = new Measure(() => undefined)
    const seen = (): unknown => [measure.from?.at, measure.to?.at, measure.done]
    const steps: unknown[] = []
    measure.toggle()
    for (const deed of [
      () => measure.move({ at: 1, ticks: 0 }),
      () => measure.choose({ at: 2, ticks: 0 }),
      () => measure.move({ at: 3, ticks: 0 }),
      () => measure.choose({ at: 4, ticks: 0 }),
      () => measure.move({ at: 5, ticks: 0 }),
      () => measure.choose({ at: 6, ticks: 0 }),
      () => measure.end(),
    ]) {
      deed()
      steps.push(seen())
    }
    expect(steps).toEqual([
      [undefined, undefined, false],
      [2, undefined, false],
      [2, 3, false],
      [2, 4, true],
      [2, 4, true],
      [6, undefined, false],
      [undefined, undefined, false],
    ])
  })
})

describe('own orders in a chart', () => {
  it('are taken by their tag or their line, and cancelled by their cross', () => {
    const order = '1-1' as OrderId
    const box = { order, line: 100, left: 6, right: 90, top: 108, cross: 76 }
    const places = [
      [10, 112],
      [80, 112],
      [400, 97],
      [400, 110],
    ].map(([x = 0, y = 0]) => hit([box], x, y))
    expect(places).toEqual([
      { order, cancels: false, drags: true },
      { order, cancels: true, drags: false },
      { order, cancels: false, drags: true },
      undefined,
    ])
  })

  it('beyond what is seen are cancelled by their tag at the edge, and not dragged from there', () => {
    const order = '1-1' as OrderId
    const box = { order, line: NaN, left: 6, right: 90, top: 320, cross: 76 }
    const places = [10, 80, 400].map((x) => hit([box], x, 328))
    expect(places).toEqual([
      { order, cancels: false, drags: false },
      { order, cancels: true, drags: false },
      undefined,
    ])
  })

  it('say where they stand with its band, or that nobody knows', () => {
    const known = { ahead: 22, band: 4, level: 43, low: 0, high: 40 }
    expect([queueText(known), queueText({ ...known, ahead: NaN }), queueText(undefined)]).toEqual([
      '22±4',
      '–',
      '–',
    ])
  })
})

describe('large trades', () => {
  it('are those that few are larger than', () => {
    const sizes = Array.from({ length: 100 }, (_, index) => index + 1)
    const totals = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((a, b) => a + b, 0))
    const series = seriesOf(totals.map((volume, index) => quoteFixture({ at: index + 1, volume })))
    expect(largeLots(series.columns, series.count)).toBe(100)
    expect(largeLots(series.columns, 5)).toBe(10)
  })
})
