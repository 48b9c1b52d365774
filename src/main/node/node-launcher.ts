import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Exit, Launched, Launcher } from '../../core/ports/index.ts'
import { SIGNALS, UNKNOWN, adopt } from './adopt.ts'
import { lastLines } from './log-file.ts'
import type { LauncherOptions } from './worker-process.ts'
import { environmentOf, logOf, withBoundedLog } from './worker-process.ts'

/**
 * Workers as Node processes in groups of their own: a signal of the terminal does not reach them,
 * and they live on when this process ends. What they write to the standard error is their log.
 */
export function createNodeLauncher(options: LauncherOptions): Launcher {
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
        return withBoundedLog(launched(child), logPath(spec))
      } finally {
        if (log !== 'ignore') closeSync(log)
      }
    },
    adopt: (living, spec) => {
      const adopted = adopt(living)
      return spec === undefined ? adopted : withBoundedLog(adopted, logPath(spec))
    },
    lastLines: (spec, count) => lastLines(logPath(spec), count),
  }
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
