import type { Dealer, Publisher as PublisherSocket, Pull, Push, Router } from 'zeromq'
import type {
  Answerer,
  Asker,
  Collector,
  Frame,
  Publisher,
  Pusher,
} from '../../../core/ports/index.ts'
import type { Line } from './line.ts'
import { receiveAll, trySend } from './traffic.ts'

const NOT_TAKEN = Promise.resolve(false)

/** A frame longer than `longest` would make the other side hang up: none of these sends one. */
export function publisherOf(socket: PublisherSocket, longest: number): Publisher {
  return {
    send: (frame) => {
      if (frame.length <= longest) void trySend(socket, frame)
    },
  }
}

export function pusherOf(socket: Push, line: Line, longest: number): Pusher {
  return {
    send: bringing(socket, line, longest),
    get connected() {
      return line.connected
    },
  }
}

export function askerOf(socket: Dealer, line: Line, longest: number): Asker {
  return {
    ask: bringing(socket, line, longest),
    onAnswer: hearing((tell) => void receiveAll(socket, single(tell))),
  }
}

/** The library takes frames for a little longer than the line lasts, only to drop them. */
function bringing(
  socket: Push | Dealer,
  line: Line,
  longest: number,
): (frame: Frame) => Promise<boolean> {
  return (frame) => (line.connected && frame.length <= longest ? trySend(socket, frame) : NOT_TAKEN)
}

export function collectorOf(socket: Pull): Collector {
  let onDrained: () => void = () => undefined
  const onFrame = hearing<[Frame]>((tell) => {
    void receiveAll(socket, single(tell), () => {
      if (!socket.closed && !socket.readable) onDrained()
    })
  })
  return {
    onFrame: (listener, drained = () => undefined) => {
      onDrained = drained
      onFrame(listener)
    },
  }
}

export function answererOf(socket: Router, longest: number): Answerer {
  const onQuestion = hearing<[Frame, (frame: Frame) => void]>((tell) => {
    void receiveAll(socket, ([peer, question, ...more]) => {
      if (peer === undefined || question === undefined || more.length > 0) return
      tell(question, (answer) => {
        if (answer.length <= longest) void trySend(socket, [peer, answer])
      })
    })
  })
  return { onQuestion }
}

/** Nothing is taken from a socket before somebody listens; a new listener replaces the last. */
function hearing<Told extends unknown[]>(
  start: (tell: (...told: Told) => void) => void,
): (listener: (...told: Told) => void) => void {
  let current: ((...told: Told) => void) | undefined
  return (listener) => {
    const first = current === undefined
    current = listener
    if (first) start((...told) => current?.(...told))
  }
}

/** Frames travel alone; what a stranger sends in several parts is none of ours. */
export function single(tell: (frame: Frame) => void): (parts: readonly Frame[]) => void {
  return (parts) => {
    if (parts.length === 1) tell(parts[0]!)
  }
}
