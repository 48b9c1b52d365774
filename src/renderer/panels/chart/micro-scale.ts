import type {
  ChartOptionsImpl,
  IHorzScaleBehavior,
  InternalHorzScaleItem,
  InternalHorzScaleItemKey,
  LocalizationOptions,
  TickMark,
  TickMarkWeightValue,
  TimeMark,
  TimeScalePoint,
} from 'lightweight-charts'
import { markText, weightOf } from '../../../core/desk/chart-scale.ts'
import { clockTime } from '../../format/index.ts'

type Item = InternalHorzScaleItem & InternalHorzScaleItemKey
/** The library's own items are nominal: ours are the numbers themselves. */
const item = (key: unknown): Item => key as Item
const keyOf = (internal: unknown): number => internal as number

/**
 * The axis of a chart in epoch µs. It is an index, not a clock: every key is a place of equal
 * width, so that breaks of the session close by themselves.
 *
 * @param day trading day of a key.
 */
export function microScale(day: (key: number) => number): IHorzScaleBehavior<number> {
  let options: ChartOptionsImpl<number> | undefined
  return {
    options: () => options as ChartOptionsImpl<number>,
    setOptions: (given) => void (options = given),
    preprocessData: () => undefined,
    updateFormatter: (localization: LocalizationOptions<number>) => {
      // The library calls this before it gives options.
      if (options !== undefined) options.localization = localization
    },
    createConverterToInternalObj: () => item,
    convertHorzItemToInternal: item,
    key: item,
    cacheKey: keyOf,
    formatHorzItem: (internal) => clockTime(keyOf(internal), 3),
    formatTickmark: ({ time, weight }: TickMark) => markText(keyOf(time), weight, day),
    maxTickMarkWeight: (marks: TimeMark[]) =>
      Math.max(...marks.map(({ weight }) => weight)) as TickMarkWeightValue,
    fillWeightsForPoints: (points, from) => {
      for (let index = from; index < points.length; index++) {
        const point = points[index] as { -readonly [Name in keyof TimeScalePoint]: unknown }
        const before = index === 0 ? Number.NaN : keyOf(points[index - 1]?.time)
        point.timeWeight = weightOf(before, keyOf(point.time), day)
      }
    },
  }
}
