import type { Bus, Frame, SubscribeOptions } from '../../../core/ports/index.ts'
import type { BusLimits } from '../limits.ts'
import type { Lane } from './mailbox.ts'
import type { Line, Network, Post } from './network.ts'
import { createProcess } from './process.ts'
import type { Turns } from './turns.ts'

/** The sockets of one process that is none, and what can befall it. */
export interface MemoryBus extends Bus {
  /** Its program stops: frames wait for it up to the limits, the rest is dropped or refused. */
  stall(): void
  /** It goes on with what waited. */
  resume(): void
}

const NO_ROOM = (): boolean => false
const UNHEARD = (): void => undefined

/** A process on a network in memory. */
export function createMemoryBus(network: Network, turns: Turns, limits: BusLimits): MemoryBus {
  const own = createProcess(network, turns)
  const lane = (mark: number): Lane => ({ waiting: 0, mark })
  const fits = (frame: Frame): boolean => own.open && frame.length <= limits.frame
  const newLine = (line: Omit<Line, 'post'>): Line => ({ ...line, post: undefined })
  const bring = (line: Line, frame: Frame): Promise<boolean> =>
    Promise.resolve(fits(frame) && (line.post?.accept(line, frame) ?? false))

  return {
    publish: ({ address }) => {
      const post: Post = { address, kind: 'facts', lines: new Set(), accept: NO_ROOM }
      const send = (frame: Frame): void => {
        if (fits(frame)) for (const line of post.lines) line.hear(frame)
      }
      return Promise.resolve(own.bind(post, { send }))
    },
    subscribe: ({ address }, { topics, onFrame, onConnected }) => {
      const box = own.newBox<[Frame]>()
      const waiting = lane(limits.facts)
      const line = newLine({
        address,
        kind: 'facts',
        lane: lane(0),
        hear: (frame) => {
          if (isWanted(frame, topics)) box.put(waiting, frame)
        },
        turned: (connected) => box.tell(() => onConnected?.(connected)),
      })
      box.listen(onFrame)
      return own.connect(line, {
        close: () => own.drop(line, box),
        get connected() {
          return line.post !== undefined
        },
      })
    },
    collect: ({ address }) => {
      const box = own.newBox<[Frame]>()
      const accept: Post['accept'] = ({ lane }, frame) => box.put(lane, frame)
      const post: Post = { address, kind: 'commands', lines: new Set(), accept }
      return Promise.resolve(own.bind(post, { onFrame: box.listen }))
    },
    push: ({ address }) => {
      const line = newLine({
        address,
        kind: 'commands',
        lane: lane(limits.commands),
        hear: UNHEARD,
        turned: UNHEARD,
      })
      return own.connect(line, {
        send: (frame) => bring(line, frame),
        get connected() {
          return line.post !== undefined
        },
      })
    },
    answer: ({ address }) => {
      const box = own.newBox<[Frame, (answer: Frame) => void]>()
      const post: Post = {
        address,
        kind: 'questions',
        lines: new Set(),
        accept: (line, question) =>
          box.put(line.lane, question, (answer) => {
            if (line.post === post && fits(answer)) line.hear(answer)
          }),
      }
      return Promise.resolve(own.bind(post, { onQuestion: box.listen }))
    },
    ask: ({ address }) => {
      const box = own.newBox<[Frame]>()
      const waiting = lane(limits.commands)
      const line = newLine({
        address,
        kind: 'questions',
        lane: lane(limits.commands),
        hear: (answer) => void box.put(waiting, answer),
        turned: UNHEARD,
      })
      const ask = (question: Frame): Promise<boolean> => bring(line, question)
      return own.connect(line, { ask, onAnswer: box.listen })
    },
    stall: () => own.stall(true),
    resume: () => own.stall(false),
    close: () => Promise.resolve(own.close()),
  }
}

function isWanted(frame: Frame, topics: SubscribeOptions['topics']): boolean {
  if (topics.length === 0) return true
  return topics.some((topic) => topic.every((byte, at) => frame[at] === byte))
}
