import type { Shedding, Undrawn } from '../../desk/index.ts'
import type { ChartSettings } from './settings.ts'

/** What a person wants to see and the window leaves out; bars have neither heat nor bubbles. */
export function undrawn(
  shedding: Shedding,
  { heat, bubbles, period }: Pick<ChartSettings, 'heat' | 'bubbles' | 'period'>,
): readonly Undrawn[] {
  if (period !== 'tick') return []
  const wanted = { heat, bubbles }
  return (['heat', 'bubbles'] as const).filter((each) => wanted[each] && shedding.leavesOut(each))
}
