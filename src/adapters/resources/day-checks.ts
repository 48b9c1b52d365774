import { EXCHANGES, clockTime, isDay } from '../../core/domain/index.ts'
import type { Check } from './shape.ts'
import { oneOf, where } from './shape.ts'

export const day: Check = where((value) => typeof value === 'number' && isDay(value), 'day')

export const clock: Check = where(
  (value) => typeof value === 'string' && /^[0-3]\d:[0-5]\d$/.test(value) && clockTime(value) >= 0,
  'clock',
)

export const exchange: Check = oneOf(EXCHANGES)
