import type {
  IPrimitivePaneRenderer,
  IPrimitivePaneView,
  ISeriesPrimitive,
  ISeriesPrimitiveAxisView,
  PrimitivePaneViewZOrder,
  SeriesAttachedParameter,
} from 'lightweight-charts'
import type { ChartAxis } from '../../../core/desk/chart-axis.ts'
import type { AnySeries, View } from './view.ts'
import { viewOf } from './view.ts'

/** Draws over one pane, in CSS pixels. */
export type Paint = (context: CanvasRenderingContext2D, view: View) => void

/** A label on the scale of prices. */
export interface AxisTag {
  readonly value: number
  readonly text: string
  readonly color: string
  readonly background: string
}

/** Something of ours that the chart library draws whenever it draws its pane. */
export interface Painted extends ISeriesPrimitive<number> {
  /** Asks for a new picture. */
  readonly refresh: () => void
}

export function painted(
  axis: () => ChartAxis,
  paint: Paint,
  zOrder: PrimitivePaneViewZOrder = 'normal',
  tags: () => readonly AxisTag[] = () => [],
): Painted {
  let attached: SeriesAttachedParameter<number> | undefined
  const renderer: IPrimitivePaneRenderer = {
    draw: (target) => {
      if (attached === undefined) return
      const { chart, series } = attached
      target.useMediaCoordinateSpace(({ context, mediaSize: { width, height } }) => {
        const view = viewOf(chart, series, axis(), width, height)
        if (view === undefined) return
        context.save()
        paint(context, view)
        context.restore()
      })
    },
  }
  const views: readonly IPrimitivePaneView[] = [{ zOrder: () => zOrder, renderer: () => renderer }]
  return {
    attached: (given) => void (attached = given),
    detached: () => void (attached = undefined),
    paneViews: () => views,
    priceAxisViews: () => {
      const { series } = attached ?? {}
      return series === undefined ? [] : tags().flatMap((tag) => axisView(series, tag))
    },
    refresh: () => attached?.requestUpdate(),
  }
}

function axisView(series: AnySeries, tag: AxisTag): readonly ISeriesPrimitiveAxisView[] {
  const place = series.priceToCoordinate(tag.value)
  if (place === null) return []
  return [
    {
      coordinate: () => place,
      text: () => tag.text,
      textColor: () => tag.color,
      backColor: () => tag.background,
    },
  ]
}
