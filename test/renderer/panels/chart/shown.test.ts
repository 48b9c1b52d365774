import { expect, it } from 'vitest'
import type { ChartData } from '../../../../src/renderer/panels/chart/chart-data.ts'
import type { LiveChart } from '../../../../src/renderer/panels/chart/live-chart.ts'
import { Shown } from '../../../../src/renderer/panels/chart/shown.ts'
import { seriesOf } from '../../../core/desk/chart-fixture.ts'
import { quoteFixture } from '../../../core/quote-fixture.ts'

const SECOND = 1_000_000
const tick = (second: number) => quoteFixture({ at: 1 + second * SECOND })

/** What a chart of a series has its library hold. */
function chartOf(seconds: readonly number[]) {
  const series = seriesOf(seconds.map(tick))
  const held: number[] = []
  const anchors: number[] = []
  let isAnchored = false
  const main = {
    setData: (points: readonly { time: number }[]) => {
      // The library keeps a place for whatever a series has: it would stay among the next points.
      if (isAnchored) throw new Error('the lower panes still hang on a point of before')
      held.splice(0, Infinity, ...points.map(({ time }) => time))
    },
    update: ({ time }: { time: number }) => void held.push(time),
  }
  const live = {
    main,
    anchor: (key: number) => {
      if (isAnchored) throw new Error('the lower panes hang on a point already')
      isAnchored = true
      anchors.push(key)
    },
    unanchor: () => void (isAnchored = false),
  }
  const data = { feed: { series, past: [], revision: 0 }, bars: undefined, gaps: [] }
  const shown = new Shown(data as unknown as ChartData, live as unknown as LiveChart)
  shown.make(NaN, NaN)
  return { series, held, anchors, shown }
}

it('hangs the lower panes on its newest point', () => {
  const { held, anchors } = chartOf([1, 2, 3])
  expect([held.length, anchors]).toEqual([3, [held[2]]])
})

it('hangs the lower panes on the first point that comes, where it was made before all', () => {
  const { series, held, anchors, shown } = chartOf([])
  shown.hold(-40)
  series.append(tick(1), 0)
  const isExtended = shown.extend()
  shown.hold(-40)
  expect([isExtended, held.length, anchors]).toEqual([true, 1, [held[0]]])
})

it('hangs them on another point before the one they hang on is out of sight', () => {
  const { series, held, anchors, shown } = chartOf([1, 2])
  series.append(tick(3), 0)
  series.append(tick(4), 0)
  shown.extend()
  shown.hold(-3)
  const before = anchors.length
  shown.hold(0)
  expect([before, anchors]).toEqual([1, [held[1], held[3]]])
})
