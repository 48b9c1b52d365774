import type { Socket } from 'zeromq'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Bus, Endpoint, SubscribeOptions, Subscription } from '../../../core/ports/index.ts'
import type { BusLimits } from '../limits.ts'
import { BUS_LIMITS } from '../limits.ts'
import { bindSocket } from './bind.ts'
import type { Connected } from './connect.ts'
import { connectSocket } from './connect.ts'
import { answererOf, askerOf, collectorOf, publisherOf, pusherOf, single } from './ends.ts'
import type { Line, LineOptions } from './line.ts'
import { SETTLED_AFTER } from './line.ts'
import { createSockets } from './sockets.ts'
import { receiveAll } from './traffic.ts'

/**
 * The sockets of this process, over ZeroMQ. Keep one bus a process, and close it: an open one
 * keeps the process alive.
 */
export function createZeromqBus(given: Partial<BusLimits> = {}): Bus {
  const limits = { ...BUS_LIMITS, ...given }
  const longest = limits.frame
  const sockets = createSockets(limits)
  const sends: LineOptions = { settle: SETTLED_AFTER }
  const closers = new Set<() => Promise<void>>()
  let closing: Promise<unknown> | undefined

  async function bind<Bindable extends Socket, End>(
    endpoint: Endpoint,
    create: () => Bindable,
    endOf: (socket: Bindable) => End,
  ): Promise<Result<End, Failure>> {
    if (closing !== undefined)
      return failed(explained('bus.lost/closed', { address: endpoint.address }))
    const binding = bindSocket(endpoint, create)
    const close = async (): Promise<void> => {
      const bound = await binding
      if (bound.ok) await bound.value.close()
    }
    closers.add(close)
    const bound = await binding
    if (!bound.ok) {
      closers.delete(close)
      return bound
    }
    return closing === undefined
      ? ok(endOf(bound.value.socket))
      : failed(explained('bus.lost/closed', { address: endpoint.address }))
  }

  function connect<Connectable extends Socket, End>(
    endpoint: Endpoint,
    create: () => Connectable,
    endOf: (connected: Connected<Connectable>, close: () => Promise<void>) => End,
    options: LineOptions,
  ): Result<End, Failure> {
    if (closing !== undefined)
      return failed(explained('bus.lost/closed', { address: endpoint.address }))
    const connected = connectSocket(endpoint, create, options)
    if (!connected.ok) return connected
    const { line } = connected.value
    const close = async (): Promise<void> => {
      await line.close()
      closers.delete(close)
    }
    closers.add(close)
    return ok(endOf(connected.value, close))
  }

  return {
    publish: (endpoint) => bind(endpoint, sockets.publisher, (end) => publisherOf(end, longest)),
    collect: (endpoint) => bind(endpoint, sockets.pull, collectorOf),
    answer: (endpoint) => bind(endpoint, sockets.router, (end) => answererOf(end, longest)),
    push: (endpoint) =>
      connect(endpoint, sockets.push, ({ socket, line }) => pusherOf(socket, line, longest), sends),
    ask: (endpoint) =>
      connect(
        endpoint,
        sockets.dealer,
        ({ socket, line }) => askerOf(socket, line, longest),
        sends,
      ),
    subscribe: (endpoint, { topics, onFrame, onConnected }) =>
      connect(
        endpoint,
        () => {
          const socket = sockets.subscriber()
          socket.subscribe(...topicsOf(topics))
          return socket
        },
        ({ socket, line }, close) => {
          void receiveAll(socket, single(onFrame))
          return subscriptionOf(line, close)
        },
        { tell: onConnected },
      ),
    close: async () => {
      closing ??= Promise.all([...closers].map((close) => close()))
      await closing
    },
  }
}

function topicsOf(topics: SubscribeOptions['topics']): readonly Buffer[] {
  return topics.map(({ buffer, byteOffset, length }) => Buffer.from(buffer, byteOffset, length))
}

function subscriptionOf(line: Line, close: () => Promise<void>): Subscription {
  return {
    close: () => void close(),
    get connected() {
      return line.connected
    },
  }
}
