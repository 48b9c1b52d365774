import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Bus } from '../../../src/core/ports/index.ts'
import type { Meeting } from './told-story.ts'
import { StorySource } from './told-story.ts'

/** Talks all the time, until it is killed without a farewell. */
export interface TalkingSource {
  kill(): Promise<void>
}

const PROGRAM = fileURLToPath(new URL('source-process.ts', import.meta.url))

export function startTalking(meeting: Meeting, epoch: number): TalkingSource {
  const child = fork(PROGRAM, [JSON.stringify({ meeting, epoch })], {
    execArgv: ['--import', 'tsx'],
  })
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(kill)
  return { kill }
}

/** The same on a bus in memory, where a process ends by its bus. */
export async function startTalkingInMemory(
  bus: Bus,
  meeting: Meeting,
  epoch: number,
): Promise<TalkingSource> {
  const source = await StorySource.open(bus, meeting, epoch)
  const timer = setInterval(() => {
    source.say()
    source.quote(3)
  }, 2)
  const kill = async (): Promise<void> => {
    clearInterval(timer)
    await bus.close()
  }
  onTestFinished(kill)
  return { kill }
}
