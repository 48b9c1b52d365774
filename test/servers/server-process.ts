import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { tellReaper } from './reaper.ts'
import { standstill } from './standstill.ts'

/** A server of the test's own, on 127.0.0.1, with a folder that is gone when the tests are. */
export interface TestServer {
  /** Its data, and `server.log` with all that it printed. */
  readonly folder: string
  readonly pid: () => number | undefined
  /** Asks it to end, as an operator does, and kills it when it has not after ten seconds. */
  stop(): Promise<void>
  /** SIGKILL: no word of farewell, nothing flushed. */
  kill(): Promise<void>
  /** SIGSTOP, done once all stands still: its port still takes connections, nobody answers. */
  pause(): Promise<void>
  resume(): void
  /** Ends it if it runs, and starts it on the same ports and folder. */
  restart(): Promise<void>
}

/** How one kind of server is run. */
export interface Recipe {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly folder: string
  /** Asked again until it says yes; a refused connection is a no, not an error. */
  readonly isReady: () => Promise<boolean>
}

interface Living {
  readonly pid: number
  hasEnded: boolean
  /** Resolves when it has ended; until then this process waits for it. */
  end(): Promise<void>
}

const START_DEADLINE = 60_000
const STOP_DEADLINE = 10_000

export function serverFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `ghtrader-${name}-`))
  tellReaper({ folder })
  return folder
}

/**
 * Starts the server and waits until it is ready; throws with its last words when it ends before.
 */
export async function startServer(recipe: Recipe): Promise<TestServer> {
  let living = await launch(recipe)
  const signal = (name: NodeJS.Signals): void => {
    if (!living.hasEnded) process.kill(-living.pid, name)
  }
  const kill = async (): Promise<void> => {
    signal('SIGKILL')
    await living.end()
  }
  const stop = async (): Promise<void> => {
    signal('SIGCONT')
    signal('SIGTERM')
    const late = pause(STOP_DEADLINE, 'late', { ref: false })
    if ((await Promise.race([living.end(), late])) === 'late') await kill()
  }
  return {
    folder: recipe.folder,
    pid: () => (living.hasEnded ? undefined : living.pid),
    stop,
    kill,
    pause: async () => {
      signal('SIGSTOP')
      await standstill(living.pid)
    },
    resume: () => signal('SIGCONT'),
    restart: async () => {
      await stop()
      living = await launch(recipe)
    },
  }
}

async function launch(recipe: Recipe): Promise<Living> {
  const living = await spawnServer(recipe)
  const deadline = performance.now() + START_DEADLINE
  while (!(await recipe.isReady().catch(() => false))) {
    if (living.hasEnded) throw new Error(`${recipe.name} ended at once:\n${lastWords(recipe)}`)
    if (performance.now() > deadline) {
      process.kill(-living.pid, 'SIGKILL')
      throw new Error(`${recipe.name} was not ready in time:\n${lastWords(recipe)}`)
    }
    await pause(20)
  }
  return living
}

/** In a group of its own: signals reach its children, and nobody else. */
async function spawnServer({ program, args, environment, folder }: Recipe): Promise<Living> {
  const log = openSync(join(folder, 'server.log'), 'a')
  const child = spawn(program, args, {
    cwd: folder,
    detached: true,
    env: { ...process.env, ...environment },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  // Rejects with the reason when there is no such program.
  await once(child, 'spawn')
  const pid = child.pid as number
  tellReaper({ started: pid })
  child.once('exit', () => {
    living.hasEnded = true
    tellReaper({ ended: pid })
  })
  const ended = once(child, 'exit')
  const living: Living = {
    pid,
    hasEnded: false,
    end: async () => {
      if (!living.hasEnded) child.ref()
      await ended
    },
  }
  return living
}

function lastWords({ folder }: Recipe): string {
  return readFileSync(join(folder, 'server.log'), 'utf8').slice(-3000)
}
