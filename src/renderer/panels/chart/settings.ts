import type { Word } from '../../words/index.ts'

/** Periods by name; µs of a bar, 0 for every tick. */
export const PERIODS = {
  tick: 0,
  '1s': 1_000_000,
  '5s': 5_000_000,
  '15s': 15_000_000,
  '1m': 60_000_000,
  '5m': 300_000_000,
  '15m': 900_000_000,
  '1h': 3_600_000_000,
} as const
export type Period = keyof typeof PERIODS
export const PERIOD_NAMES = Object.keys(PERIODS) as readonly Period[]

/** Minutes that the tick view shows. */
export const WINDOWS = [2, 5, 10, 30] as const
/** Trades of so many lots are shown as circles; 0: as many as fit the instrument. */
export const BUBBLE_LOTS = [0, 5, 10, 20, 50, 100] as const

/** What is drawn over the price. */
export const LAYERS = ['heat', 'bubbles', 'fills', 'targets', 'orders'] as const
export type Layer = (typeof LAYERS)[number]

/** What a person chose of one chart; kept under its panel. */
export interface ChartSettings extends Readonly<Record<Layer, boolean>> {
  readonly period: Period
  readonly minutes: (typeof WINDOWS)[number]
  readonly bubbleLots: (typeof BUBBLE_LOTS)[number]
}

const USUAL: ChartSettings = {
  period: 'tick',
  minutes: 10,
  bubbleLots: 0,
  heat: true,
  bubbles: true,
  fills: true,
  targets: true,
  orders: true,
}

const CHOICES: { readonly [Name in keyof ChartSettings]: readonly unknown[] } = {
  period: PERIOD_NAMES,
  minutes: WINDOWS,
  bubbleLots: BUBBLE_LOTS,
  heat: [true, false],
  bubbles: [true, false],
  fills: [true, false],
  targets: [true, false],
  orders: [true, false],
}

/** @param kept from wherever: what of it makes no sense is as usual. */
export function chartSettings(kept: unknown): ChartSettings {
  const read = (typeof kept === 'object' ? kept : undefined) as Record<string, unknown> | undefined
  const known = (Object.keys(CHOICES) as (keyof ChartSettings)[]).flatMap((name) =>
    CHOICES[name].includes(read?.[name]) ? [[name, read?.[name]]] : [],
  )
  return { ...USUAL, ...(Object.fromEntries(known) as Partial<ChartSettings>) }
}

export const PERIOD_WORDS: Readonly<Record<Period, Word>> = {
  tick: 'chart.tick',
  '1s': 'chart.1s',
  '5s': 'chart.5s',
  '15s': 'chart.15s',
  '1m': 'chart.1m',
  '5m': 'chart.5m',
  '15m': 'chart.15m',
  '1h': 'chart.1h',
}

/** Length in µs of the stretches in which volume is shown beside ticks. */
export function volumeLength(minutes: number): number {
  if (minutes <= 2) return 1_000_000
  if (minutes <= 5) return 2_000_000
  return minutes <= 10 ? 5_000_000 : 15_000_000
}
