import process from 'node:process'
import { registrations } from '../../src/adapters/process/registration.ts'
import type { SpecHead } from '../../src/core/contracts/worker-spec.ts'

/** What became of a process that was to be killed. */
export type Killed =
  | 'killed'
  /** No process that lives is registered under its name: it is gone already. */
  | 'gone'
  /** Another process is registered, or this one may not be killed: why, in words. */
  | { readonly left: string }

/**
 * Kills a worker of this instance. Nobody is killed by number alone: the process must be the one
 * that wrote itself down under this name in the runtime folder, which only this user can write
 * to, and must have been born when it says, so that a later process of the same number is spared.
 */
export function killStalled({ runtime }: SpecHead, name: string, pid: number): Killed {
  const found = registrations(runtime).find((each) => each.name === name)
  if (found === undefined) return 'gone'
  if (found.pid !== pid) {
    return { left: `process ${found.pid} is registered as ${name}, not process ${pid}` }
  }
  try {
    process.kill(pid, 'SIGKILL')
    return 'killed'
  } catch (error) {
    return { left: error instanceof Error ? error.message : String(error) }
  }
}
