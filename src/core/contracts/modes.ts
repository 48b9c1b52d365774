/** `monitor` loads no venue at all; only `live` may ever reach a broker. */
export const MODES = ['simulated', 'replay', 'paper', 'live', 'monitor'] as const
export type Mode = (typeof MODES)[number]

/**
 * `reducing`: only what lowers exposure. `flattening`: only the closing orders that the gateway
 * makes itself; ends in `halted`. `halted`: cancels only.
 */
export const TRADING_STATES = ['active', 'reducing', 'flattening', 'halted'] as const
export type TradingState = (typeof TRADING_STATES)[number]

/** Who brought the state about, which decides who may lift it. */
export const STATE_CAUSES = [
  'start',
  'reconciled',
  'mismatch',
  'person',
  'loss',
  'silence',
  'journal',
  'venue',
  'flattened',
] as const
export type StateCause = (typeof STATE_CAUSES)[number]
