import { Dealer, Publisher, Pull, Push, Router, Subscriber } from 'zeromq'
import type { BusLimits } from '../limits.ts'
import { context } from './context.ts'

/** Nothing waits in a send, and nothing of a closed socket is sent. */
const PROMPT = { linger: 0, sendTimeout: 0 } as const

/** Milliseconds until a lost peer is looked for again, and as much again by chance. */
const EAGER = { reconnectInterval: 50 } as const

/** What encryption adds to a frame. Source: CurveZMQ, the MESSAGE command. */
const ENCRYPTION = 33

/** Only who is there takes a frame: none waits for a peer that may come later. */
const NOW_OR_NEVER = { immediate: true } as const

/**
 * The six kinds of sockets. What can be refused (keys, addresses) is set later: a constructor of
 * this library that throws leaves a socket behind on which the process's end waits for ever.
 */
export function createSockets({ facts, commands, frame }: BusLimits) {
  const common = { context, linger: 0, maxMessageSize: frame + ENCRYPTION }
  const takesFacts = { receiveHighWaterMark: facts }
  const sends = { ...PROMPT, sendHighWaterMark: commands }
  const takes = { receiveHighWaterMark: commands }
  return {
    publisher: () => new Publisher({ ...common, ...PROMPT, sendHighWaterMark: facts }),
    subscriber: () => new Subscriber({ ...common, ...EAGER, ...takesFacts }),
    pull: () => new Pull({ ...common, ...takes }),
    push: () => new Push({ ...common, ...EAGER, ...NOW_OR_NEVER, ...sends }),
    router: () => new Router({ ...common, ...sends, ...takes }),
    dealer: () => new Dealer({ ...common, ...EAGER, ...NOW_OR_NEVER, ...sends, ...takes }),
  }
}
