import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { isAlive } from '../../adapters/instance/process-mark.ts'
import type { WorkerSpec } from '../../core/contracts/worker-spec.ts'
import type { EndSignal, Exit, Launched, Launcher, LivingProcess } from '../../core/ports/index.ts'
import { boundLog, lastLines, openLog } from './log-file.ts'

export interface NodeLauncherOptions {
  /** Folder of the workers' bundles, one `<kind>.js` each. */
  readonly bundles: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Variables that a worker's spec tells it to read, and their values. */
  readonly secrets: Readonly<Record<string, string>>
  readonly variablesOf: (spec: WorkerSpec) => readonly string[]
  readonly logPath: (spec: WorkerSpec) => string
}

/** What a process needs of its surroundings on any system; settings and secrets are not among it. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'USERPROFILE']
const PASSED_ON_WINDOWS = ['SystemRoot', 'SystemDrive', 'LOCALAPPDATA', 'APPDATA']

const SIGNALS: Readonly<Record<EndSignal, NodeJS.Signals>> = { end: 'SIGTERM', kill: 'SIGKILL' }
const UNKNOWN: Exit = { code: null, signal: null }
/** Nobody tells when a process ends that another one started: it is looked at so often, in ms. */
const LOOK_EVERY = 50
const BOUND_LOG_EVERY = 60_000

/**
 * Workers as Node processes in groups of their own: a signal of the terminal does not reach them,
 * and they live on when this process ends. What they write to the standard error is their log.
 */
export function createNodeLauncher(options: NodeLauncherOptions): Launcher {
  const { bundles, logPath } = options
  return {
    launch: (spec) => {
      const log = logOf(logPath(spec))
      try {
        const child = spawn(
          process.execPath,
          [join(bundles, `${spec.worker}.js`), JSON.stringify(spec)],
          {
            detached: true,
            windowsHide: true,
            stdio: ['ignore', 'ignore', log],
            env: environmentOf(spec, options),
          },
        )
        // Main may end while its workers go on.
        child.unref()
        return bounded(launched(child), logPath(spec))
      } finally {
        if (log !== 'ignore') closeSync(log)
      }
    },
    adopt: (living, spec) => {
      const adopted = adopt(living)
      return spec === undefined ? adopted : bounded(adopted, logPath(spec))
    },
    lastLines: (spec, count) => lastLines(logPath(spec), count),
  }
}

/** Keeps the log of a process from growing without end. */
function bounded(process: Launched, log: string): Launched {
  const timer = setInterval(() => boundLog(log), BOUND_LOG_EVERY)
  timer.unref()
  void process.exited.then(() => clearInterval(timer))
  return process
}

/** A worker that is needed starts without its log where the disk takes none. */
function logOf(path: string): number | 'ignore' {
  try {
    return openLog(path)
  } catch {
    return 'ignore'
  }
}

function environmentOf(
  spec: WorkerSpec,
  { environment, secrets, variablesOf }: NodeLauncherOptions,
): Record<string, string> {
  const names = process.platform === 'win32' ? [...PASSED_ON, ...PASSED_ON_WINDOWS] : PASSED_ON
  const passed = names.flatMap((name) => {
    const value = environment[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const told = variablesOf(spec).map((name) => [name, secrets[name] ?? ''] as const)
  return Object.fromEntries([...passed, ...told])
}

function launched(child: ChildProcess): Launched {
  let gone = false
  const exited = new Promise<Exit>((resolve) => {
    const end = (exit: Exit): void => {
      gone = true
      resolve(exit)
    }
    child.once('exit', (code, signal) => end({ code, signal }))
    // Errors of a process that did start are of signals that it could not be sent.
    child.on('error', () => {
      if (child.pid === undefined) end(UNKNOWN)
    })
  })
  return {
    pid: child.pid ?? NaN,
    exited,
    kill: (signal) => {
      if (!gone) child.kill(SIGNALS[signal])
    },
  }
}

function adopt(living: LivingProcess): Launched {
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
