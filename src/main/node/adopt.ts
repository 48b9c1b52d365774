import process from 'node:process'
import { isAlive } from '../../adapters/instance/process-mark.ts'
import type { EndSignal, Exit, Launched, LivingProcess } from '../../core/ports/index.ts'

export const SIGNALS: Readonly<Record<EndSignal, NodeJS.Signals>> = {
  end: 'SIGTERM',
  kill: 'SIGKILL',
}
export const UNKNOWN: Exit = { code: null, signal: null }
/** Nobody tells when a process ends that another one started: it is looked at so often, in ms. */
const LOOK_EVERY = 50

/** Takes over a process of an earlier main, whichever host started it. */
export function adopt(living: LivingProcess): Launched {
  const exited = new Promise<Exit>((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(living)) return
      clearInterval(timer)
      resolve(UNKNOWN)
    }, LOOK_EVERY)
    timer.unref()
  })
  return {
    pid: living.pid,
    exited,
    kill: (signal) => {
      if (!isAlive(living)) return
      try {
        process.kill(living.pid, SIGNALS[signal])
      } catch {
        // It ended in between.
      }
    },
  }
}
