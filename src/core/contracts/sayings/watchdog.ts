/** What the dead man's switch says of the gateway and of what that left. */
export const WATCHDOG_SAYINGS = {
  'watchdog.killed':
    '{gateway} (process {pid}) has been silent for {millis} ms: killed it, cancels what works',
  'watchdog.gone':
    '{gateway} (process {pid}) has been silent for {millis} ms and is gone: makes sure that nothing works',
  'watchdog.left':
    '{gateway} (process {pid}) has been silent for {millis} ms and cannot be killed ({trouble}): shuts it out, cancels what works',
  'watchdog.cancels': 'orders without a gateway, cancelled now: {count}',
  'watchdog.cleared': 'no order works at {exchange}',
  'watchdog.gateway-back': '{gateway} is back: cancels no more',
} as const
