import type { ChipName } from '../../core/desk/chips.ts'
import type { KeyName } from '../keys/index.ts'

/** What each chip is opened by. */
export const CHIP_KEYS = {
  feed: 'chip.1',
  gateway: 'chip.2',
  orders: 'chip.3',
  strategies: 'chip.4',
  history: 'chip.5',
  window: 'chip.6',
} as const satisfies Record<ChipName, KeyName>
