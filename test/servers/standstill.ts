import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const DEADLINE = 10_000
/** Where no `/proc` tells of threads. */
const USUAL_MILLIS = 100

/**
 * Waits until every thread of a process that was sent SIGSTOP stands still: the signal stops the
 * others only once the first thread gets a processor, and a server answers until then.
 */
export async function standstill(pid: number): Promise<void> {
  if (process.platform !== 'linux') return pause(USUAL_MILLIS)
  const deadline = performance.now() + DEADLINE
  while (!threadStates(pid).every((state) => 'TtZX'.includes(state))) {
    if (performance.now() > deadline) throw new Error(`process ${pid} goes on after SIGSTOP`)
    await pause(5)
  }
}

/** One letter a thread, as `man 5 proc` has them; none once the process is gone. */
function threadStates(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => stateOf(`/proc/${pid}/task/${thread}`))
  } catch {
    return []
  }
}

function stateOf(folder: string): string {
  try {
    const text = readFileSync(`${folder}/stat`, 'utf8')
    // Behind the name, which is in brackets and may hold any sign.
    return text.charAt(text.lastIndexOf(')') + 2)
  } catch {
    return 'X'
  }
}
