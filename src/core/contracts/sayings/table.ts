import { BEAT_SAYINGS } from './beat.ts'
import { EXCHANGE_SAYINGS } from './exchange.ts'
import { GATEWAY_SAYINGS } from './gateway.ts'
import { INSTRUMENT_SAYINGS } from './instrument.ts'
import { MAIN_SAYINGS } from './main.ts'
import { REPLAY_SAYINGS } from './replay.ts'
import { STRATEGY_SAYINGS } from './strategy.ts'
import { WATCHDOG_SAYINGS } from './watchdog.ts'

/**
 * Everything that processes say to a person: by code, the English sentence, with named slots for
 * what differs from time to time. A window has the same codes in its languages.
 */
export const SAYINGS = {
  /** What has no code: words that a person typed, or that something else than this program said. */
  words: '{text}',
  /** Several things in a row. */
  several: '{sayings}',
  /** An expected failure. A window says what its code means, and this in addition. */
  failure: '{message} [{code}]',
  ...GATEWAY_SAYINGS,
  ...EXCHANGE_SAYINGS,
  ...STRATEGY_SAYINGS,
  ...WATCHDOG_SAYINGS,
  ...MAIN_SAYINGS,
  ...BEAT_SAYINGS,
  ...INSTRUMENT_SAYINGS,
  ...REPLAY_SAYINGS,
} as const

export type SayingCode = keyof typeof SAYINGS
