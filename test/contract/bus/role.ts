import type { Bus, Endpoint } from '../../../src/core/ports/index.ts'
import type { Result } from '../../../src/core/domain/index.ts'
import type { Failure } from '../../../src/core/contracts/index.ts'
import { frame, textOf } from './frames.ts'

export type Role = 'publish' | 'subscribe' | 'collect' | 'push' | 'answer'

/** What a process of one role does on its bus. */
export interface Actor {
  /** Sends texts at once, of a length; tells for each whether it was taken. */
  send(texts: readonly string[], length?: number): Promise<readonly boolean[]>
}

/** Takes a role on a bus: what comes is heard as text, questions are answered with themselves. */
export async function play(
  bus: Bus,
  role: Role,
  endpoint: Endpoint,
  hear: (text: string) => void,
): Promise<Actor> {
  const onFrame = (bytes: Uint8Array): void => hear(textOf(bytes))
  const silent: Actor = { send: () => Promise.resolve([]) }
  switch (role) {
    case 'publish': {
      const publisher = opened(await bus.publish(endpoint))
      return {
        send: (texts, length) => {
          for (const text of texts) publisher.send(frame(text, length))
          return Promise.resolve([])
        },
      }
    }
    case 'push': {
      const pusher = opened(bus.push(endpoint))
      return {
        send: (texts, length) => Promise.all(texts.map((text) => pusher.send(frame(text, length)))),
      }
    }
    case 'collect':
      opened(await bus.collect(endpoint)).onFrame(onFrame)
      return silent
    case 'answer':
      opened(await bus.answer(endpoint)).onQuestion((question, answer) => {
        onFrame(question)
        answer(question)
      })
      return silent
    case 'subscribe':
      opened(bus.subscribe(endpoint, { topics: [], onFrame }))
      return silent
  }
}

/** What was opened, for tests in which nothing stands against it. */
export function opened<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
