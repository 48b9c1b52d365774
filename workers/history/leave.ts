import { setTimeout } from 'node:timers/promises'
import type { Outbox } from '../../src/adapters/history/index.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import type { HotMirror } from './hot-mirror.ts'
import type { Sealing } from './sealing.ts'
import type { Stores } from './stores.ts'

export interface LeaveParts {
  readonly station: Station
  readonly stores: Stores
  readonly outbox: Outbox
  readonly mirror: HotMirror
  readonly sealing: Sealing
  /** Nothing more is taken in; what is held goes to the outbox. */
  readonly end: () => void
  readonly measure: () => void
}

/** How long what was told before may take to arrive, in ms: the word to leave overtakes it. */
const HEARS_FOR = 100
/** How long the store may take for the last rows, in ms; main is patient for some seconds more. */
const DRAINED_WITHIN = 4000
/** The same for a store that did not answer to the last batch. */
const ANSWERED_WITHIN = 1000
const BEAT_EVERY = 250
/** How long a batch may take that is in flight then; its rows are on disk, whatever comes of it. */
const CLOSED_WITHIN = 1000

/** Ends in good order: every row is on disk, and in the store if that takes them in time. */
export async function leave(parts: LeaveParts): Promise<void> {
  const { station, stores, outbox, mirror, sealing, end, measure } = parts
  await setTimeout(HEARS_FOR)
  end()
  const mirrored = Promise.all([mirror.end(), sealing.end()])
  for (let waited = 0; waited < DRAINED_WITHIN; waited += BEAT_EVERY) {
    if (await outbox.drained(BEAT_EVERY)) break
    if (waited >= ANSWERED_WITHIN && outbox.status().failure !== undefined) break
    measure()
    station.heart.beat()
  }
  await mirrored
  const { rows } = outbox.status()
  if (rows > 0) station.log.warn(`${rows} rows wait in the outbox for the next start`)
  const closed = Promise.all([outbox.close(), stores.hot.close(), stores.history.close()])
  await Promise.race([closed, setTimeout(CLOSED_WITHIN, undefined, { ref: false })])
}
