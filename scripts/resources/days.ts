import type { TradingDay } from '../../src/core/domain/index.ts'
import { dayOfEpoch, epochDayOf } from '../../src/core/domain/index.ts'

/** `2021-11-01` as 20211101. */
export function dayOf(text: string): TradingDay {
  return Number(text.replaceAll('-', '')) as TradingDay
}

export function dayAfter(text: string): TradingDay {
  return dayOfEpoch(epochDayOf(dayOf(text)) + 1)
}

/** Names of sources, then the address of a notice. */
export function sourceOf(sources: string | readonly string[], notice?: string): string {
  const names = typeof sources === 'string' ? sources.replaceAll(', ', ' ') : sources.join(' ')
  return notice === undefined ? names : `${names} ${notice}`
}
