/** `monitor` loads no venue at all; only `live` may ever reach a broker. */
export const MODES = ['simulated', 'replay', 'paper', 'live', 'monitor'] as const
export type Mode = (typeof MODES)[number]

/**
 * Whether commands expire on session time, as where the market is made or played here. Elsewhere
 * they do on the machine's monotonic clock: a feed that freezes must not keep them alive.
 */
export function decidesBySession(mode: Mode): boolean {
  return mode === 'simulated' || mode === 'replay'
}

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
