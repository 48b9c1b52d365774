import { MICROS_PER_MILLISECOND } from '../domain/index.ts'

/** The stores behind the history process, by the first word of their figures. */
export type StoreName = 'hot' | 'history'

/**
 * For how long a store has failed, by the figures of the history's beat.
 *
 * @returns µs; 0 while it works, NaN where nothing is said of it.
 */
export function storeOutage(figures: Readonly<Record<string, number>>, store: StoreName): number {
  return (figures[`${store}.failing_ms`] ?? NaN) * MICROS_PER_MILLISECOND
}
