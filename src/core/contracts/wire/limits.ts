import type { LimitsFact, RiskLimits } from '../index.ts'
import { body } from './body.ts'
import { bound, number, shortText, text, whole } from './scalar.ts'
import type { Layout } from './tuple.ts'
import { list, tuple } from './tuple.ts'

type Bounds = Omit<RiskLimits, 'allowed'>

const BOUNDS = [
  'maxOrderLots',
  'maxOrderNotional',
  'maxNetLots',
  'maxGrossLots',
  'collarRatio',
  'ordersPerSecond',
  'messagesPerSecond',
  'maxDailyLoss',
] as const satisfies readonly (keyof Bounds)[]

function bounds(wire: typeof number): Layout<Bounds> {
  return Object.fromEntries(BOUNDS.map((name) => [name, wire()])) as unknown as Layout<Bounds>
}

/** Limits that somebody wants: an infinite bound is refused. */
export const wantedLimitsWire = tuple<RiskLimits>({ ...bounds(bound), allowed: list(shortText()) })

/** Limits that stand: whatever was configured can be told and stored. */
export const limitsBody = body<LimitsFact>('limits', 11, {
  at: whole(),
  limits: tuple<RiskLimits>({ ...bounds(number), allowed: list(text()) }),
  person: text(),
})
