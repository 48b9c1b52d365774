import process from 'node:process'
import type { Station } from '../../../adapters/station/index.ts'
import { tellLoopDelay } from '../../../adapters/station/loop-delay.ts'
import { tellUsage } from '../../../adapters/station/usage.ts'
import { MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Feed } from '../feed/index.ts'
import type { OpenedReplica } from '../replica/index.ts'
import type { WindowBook } from '../windows/index.ts'
import { rowsOf } from './rows.ts'

const BEAT_EVERY = 250
const MEASURE_EVERY = 1_000

export interface SelfParts {
  readonly station: Station
  readonly opened: OpenedReplica
  readonly feed: Feed
  readonly book: WindowBook
  readonly pid: number
  /** How often each worker was started again, by its name. */
  readonly restarts: () => Readonly<Record<string, number>>
}

/** Has main tell of itself as every other process does, and of what its windows told it. */
export function openSelf({ station, opened, feed, book, pid, restarts }: SelfParts): void {
  const { clock, heart } = station
  const startedAt = clock.wall()
  const beat = (): void => {
    opened.beat({
      kind: 'beat',
      at: clock.monotonic(),
      pid,
      startedAt,
      ready: true,
      notes: book.notes(),
      seqs: {},
      figures: {
        ...heart.figures,
        windows: feed.windows,
        ...named('restarts', restarts()),
        ...book.figures(),
      },
    })
  }
  tellUsage(station)
  tellLoopDelay(station)
  measure(station, opened, feed)
  station.every(BEAT_EVERY, beat)
  beat()
}

function measure(station: Station, { replica }: OpenedReplica, feed: Feed): void {
  const { clock, heart } = station
  let sent = feed.sent
  let at = clock.monotonic()
  station.every(MEASURE_EVERY, () => {
    const now = clock.monotonic()
    const seconds = (now - at) / MICROS_PER_SECOND
    if (seconds <= 0) return
    const { frames, bytes } = feed.sent
    heart.figures['feed.frames_per_second'] = (frames - sent.frames) / seconds
    heart.figures['feed.bytes_per_second'] = (bytes - sent.bytes) / seconds
    heart.figures['process.heap_bytes'] = process.memoryUsage().heapUsed
    heart.figures['replica.rows'] = rowsOf(replica)
    sent = { frames, bytes }
    at = now
  })
}

function named(
  prefix: string,
  figures: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const entries = Object.entries(figures)
  return Object.fromEntries(entries.map(([name, value]) => [`${prefix}.${name}`, value]))
}
