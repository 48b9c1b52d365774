import type { Bus } from '../../../src/core/ports/index.ts'

/** What a benchmark hears of a worker's traffic; it reads nothing while the clock runs. */
export interface Witness {
  /** A frame of facts is about to leave. */
  readonly onPublish?: (frame: Uint8Array) => void
  /** A frame came to this process's own door. */
  readonly onCollected?: (frame: Uint8Array) => void
  /** A frame of another process's facts came. */
  readonly onHeard?: (frame: Uint8Array) => void
  /** A frame is about to leave for the door of another process. */
  readonly onPush?: (frame: Uint8Array) => void
}

/** The same bus, with somebody who watches what passes. */
export function watched(bus: Bus, witness: Witness): Bus {
  const { onPublish, onCollected, onHeard, onPush } = witness
  return {
    ...bus,
    publish: async (endpoint) => {
      const publisher = await bus.publish(endpoint)
      if (!publisher.ok || onPublish === undefined) return publisher
      const send = (frame: Uint8Array): void => {
        onPublish(frame)
        publisher.value.send(frame)
      }
      return { ok: true, value: { send } }
    },
    collect: async (endpoint) => {
      const collector = await bus.collect(endpoint)
      if (!collector.ok || onCollected === undefined) return collector
      return {
        ok: true,
        value: {
          onFrame: (listener, drained) =>
            collector.value.onFrame((frame) => {
              onCollected(frame)
              listener(frame)
            }, drained),
        },
      }
    },
    subscribe: (endpoint, options) =>
      bus.subscribe(endpoint, {
        ...options,
        onFrame: (frame) => {
          onHeard?.(frame)
          options.onFrame(frame)
        },
      }),
    push: (endpoint) => {
      const pusher = bus.push(endpoint)
      if (!pusher.ok || onPush === undefined) return pusher
      const line = pusher.value
      return {
        ok: true,
        value: {
          send: (frame) => {
            onPush(frame)
            return line.send(frame)
          },
          get connected() {
            return line.connected
          },
        },
      }
    },
  }
}
