import { closeSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { utilityProcess } from 'electron'
import type { UtilityProcess } from 'electron'
import type { WorkerSpec } from '../../core/contracts/worker-spec.ts'
import type { Exit, Launched, Launcher } from '../../core/ports/index.ts'
import { adopt } from '../node/adopt.ts'
import { lastLines } from '../node/log-file.ts'
import type { LauncherOptions } from '../node/worker-process.ts'
import { environmentOf, logOf, withBoundedLog } from '../node/worker-process.ts'

/** A worker's last words may still be on their way when it is gone, for so long at most, in ms. */
const LAST_WORDS_WITHIN = 500

/**
 * Workers as utility processes: the same bundles with the same argument as under plain Node. They
 * do not outlive this process; those of a plain Node that died are taken over all the same.
 */
export function createElectronLauncher(options: LauncherOptions): Launcher {
  const { logPath } = options
  return {
    launch: (spec) => withBoundedLog(launch(spec, options), logPath(spec)),
    adopt: (living, spec) => {
      const adopted = adopt(living)
      return spec === undefined ? adopted : withBoundedLog(adopted, logPath(spec))
    },
    lastLines: (spec, count) => lastLines(logPath(spec), count),
  }
}

function launch(spec: WorkerSpec, options: LauncherOptions): Launched {
  const log = logOf(options.logPath(spec))
  const child = utilityProcess.fork(
    join(options.bundles, `${spec.worker}.js`),
    [JSON.stringify(spec)],
    {
      env: environmentOf(spec, options),
      stdio: ['ignore', 'ignore', 'pipe'],
      serviceName: spec.name,
    },
  )
  const write = (text: Uint8Array): void => {
    if (log === 'ignore') return
    try {
      writeSync(log, text)
    } catch {
      // A disk that takes no log stops no worker.
    }
  }
  const silent = heard(child, write)
  let gone = false
  let pid = NaN
  const begun = new Promise<void>((resolve) => {
    child.once('spawn', () => {
      pid = child.pid ?? NaN
      resolve()
    })
  })
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code) => {
      gone = true
      void silent().then(() => {
        if (log !== 'ignore') closeSync(log)
        // A code does not tell a signal here; that of a killed process is not 0.
        return resolve({ code, signal: null })
      })
    })
  })
  return {
    get pid() {
      return pid
    },
    begun,
    exited,
    kill: (signal) => {
      if (gone) return
      // Before it has a number it can only be asked.
      if (signal === 'end' || Number.isNaN(pid)) child.kill()
      else killNow(pid)
    },
  }
}

/** Writes down what a worker says. @returns what waits, once it is gone, for its last words. */
function heard(child: UtilityProcess, write: (text: Uint8Array) => void): () => Promise<void> {
  const { stderr } = child
  // Unheard, this event would be an exception of this process; the worker's exit follows it.
  child.on('error', (type, location) => write(Buffer.from(`${type} at ${location}\n`)))
  if (stderr === null) return () => Promise.resolve()
  const ended = new Promise<void>((resolve) => {
    stderr.once('end', resolve)
    stderr.once('close', resolve)
  })
  stderr.on('data', write)
  return () =>
    Promise.race([
      ended,
      new Promise<void>((resolve) => {
        setTimeout(resolve, LAST_WORDS_WITHIN)
      }),
    ])
}

/** For one that does not hear: there is no other way to send this signal. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended in between.
  }
}
