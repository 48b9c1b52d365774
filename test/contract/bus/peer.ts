import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { MemoryHub } from '../../../src/adapters/bus/index.ts'
import { until } from '../../until.ts'
import type { Order, Part, Word } from './peer-process.ts'
import { play } from './role.ts'

/** A process of its own that plays a role, and what can befall it. */
export interface Peer {
  /** Every text that it heard, in order. */
  readonly heard: readonly string[]
  send(texts: readonly string[], length?: number): Promise<readonly boolean[]>
  /** It stops, without ending, and goes on. */
  stall(): void
  resume(): void
  /** It ends at once, with no farewell. Resolves once it is gone. */
  kill(): Promise<void>
}

const PROGRAM = fileURLToPath(new URL('peer-process.ts', import.meta.url))

/** A real process, which uses the ZeroMQ bus. */
export async function startProcess(part: Part): Promise<Peer> {
  const child = fork(PROGRAM, [JSON.stringify(part)], { execArgv: ['--import', 'tsx'] })
  const heard: string[] = []
  const sent: (readonly boolean[])[] = []
  let ready = false
  child.on('message', (word: Word) => {
    if (word.kind === 'ready') ready = true
    else if (word.kind === 'heard') heard.push(word.text)
    else sent.push(word.taken)
  })
  await until(() => ready || child.exitCode !== null)
  if (!ready) throw new Error(`a process that was to ${part.role} ended before it was ready`)
  let orders = 0
  return {
    heard,
    send: async (texts, length) => {
      const number = orders++
      const order: Order = { texts, ...(length !== undefined && { length }) }
      child.send(order)
      await until(() => sent[number] !== undefined)
      return sent[number]!
    },
    stall: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill: () => killed(child),
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** A bus of a network in memory in the place of a process. */
export async function startInMemory(hub: MemoryHub, { role, endpoint }: Part): Promise<Peer> {
  const bus = hub.bus()
  const heard: string[] = []
  const actor = await play(bus, role, endpoint, (text) => heard.push(text))
  return {
    heard,
    send: (texts, length) => actor.send(texts, length),
    stall: () => bus.stall(),
    resume: () => bus.resume(),
    kill: () => bus.close(),
  }
}
