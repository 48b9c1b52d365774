import type { Slice } from '../../desk/index.ts'

/** Whatever can change what an order would do. */
export const CHANGES: readonly Slice[] = [
  'quotes',
  'orders',
  'positions',
  'account',
  'limits',
  'trading',
  'link',
  'sources',
  'directory',
  'age',
]
