import { FactReader } from '../../core/channel/index.ts'
import type { FactReaderOptions } from '../../core/channel/index.ts'
import type { InstrumentId, Micros } from '../../core/domain/index.ts'
import { BUNDLES, topicsOf } from '../../core/contracts/codec.ts'
import type { Subscription } from '../../core/ports/index.ts'
import type { Station } from './station.ts'

export interface FollowOptions extends Omit<
  FactReaderOptions,
  'codec' | 'requester' | 'ask' | 'onUnreadable'
> {
  /** Whose last quotes the snapshot is to hold; asked anew for every snapshot. */
  readonly instruments?: () => readonly InstrumentId[]
  /** Besides facts: every frame, as where an exchange also sends reports. */
  readonly everything?: boolean
  readonly onConnected?: (connected: boolean) => void
  /** A frame is here and not read yet. @param now the monotonic clock, for who measures the way. */
  readonly onArrival?: (now: Micros) => void
}

export interface Followed {
  readonly reader: FactReader
  readonly close: () => void
}

/** Listens to another worker: asks it for snapshots through its door for commands. */
export function follow(station: Station, peer: string, options: FollowOptions): Followed {
  const { codec, clock, log } = station
  const pusher = station.push(peer)
  const ask = (): void => {
    const instruments = options.instruments?.() ?? []
    void pusher.send(
      codec.encodeCommand({ kind: 'SnapshotRequest', ...station.head(0), instruments }),
    )
  }
  const reader = new FactReader({
    ...options,
    codec,
    requester: station.sender,
    ask,
    onUnreadable: (failure) => log.warn(`${peer}: ${failure.message} [${failure.code}]`),
  })
  const kinds = [...options.follows, 'snapshot', 'beat'] as const
  const subscription: Subscription = station.subscribe(peer, {
    topics: options.everything === true ? [] : [BUNDLES, ...topicsOf([...new Set(kinds)])],
    onFrame: (frame) => {
      const now = clock.monotonic()
      options.onArrival?.(now)
      reader.frame(frame, now)
    },
    onConnected: (connected) => {
      if (connected) reader.arrives(clock.monotonic())
      options.onConnected?.(connected)
    },
  })
  const stop = station.every(50, () => reader.look(clock.monotonic()))
  return {
    reader,
    close: () => {
      stop()
      subscription.close()
    },
  }
}
