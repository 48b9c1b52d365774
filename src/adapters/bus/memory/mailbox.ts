import type { Turns } from './turns.ts'

/** What one sender may have waiting in somebody's mailbox. */
export interface Lane {
  waiting: number
  readonly mark: number
}

/** What came for one socket, in order, until its process takes it. */
export interface Mailbox<Told extends unknown[]> {
  /** Puts something in for the listener; false when the lane is full or the box closed. */
  put(lane: Lane, ...told: Told): boolean
  /** Puts in a call of its own, which is never refused: a line came up or broke. */
  tell(call: () => void): void
  /** Everything waits for the first listener; a later one takes its place. */
  readonly listen: (listener: (...told: Told) => void) => void
  /** Whether the process takes nothing just now. */
  stall(stalled: boolean): void
  /** Nothing is handed over afterwards. */
  close(): void
}

export function createMailbox<Told extends unknown[]>(turns: Turns): Mailbox<Told> {
  const waiting: (() => void)[] = []
  let heard: ((...told: Told) => void) | undefined
  let stalled = false
  let open = true
  const deliverOne = (): void => {
    if (heard !== undefined && !stalled) waiting.shift()?.()
  }
  const add = (deliver: () => void): void => {
    waiting.push(deliver)
    turns.later(deliverOne)
  }
  /** One turn's work for each that waits: those that found the box stopped are spent. */
  const wake = (): void => waiting.forEach(() => turns.later(deliverOne))
  return {
    put: (lane, ...told) => {
      if (!open || lane.waiting >= lane.mark) return false
      lane.waiting++
      add(() => {
        lane.waiting--
        heard?.(...told)
      })
      return true
    },
    tell: (call) => {
      if (open) add(call)
    },
    listen: (listener) => {
      heard = listener
      wake()
    },
    stall: (now) => {
      stalled = now
      if (!now) wake()
    },
    close: () => {
      open = false
      waiting.length = 0
    },
  }
}
