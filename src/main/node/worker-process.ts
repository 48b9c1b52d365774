import process from 'node:process'
import type { WorkerSpec } from '../../core/contracts/worker-spec.ts'
import type { Launched } from '../../core/ports/index.ts'
import { boundLog, openLog } from './log-file.ts'

/** What either host starts workers with. */
export interface LauncherOptions {
  /** Folder of the workers' bundles, one `<kind>.js` each. */
  readonly bundles: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Variables that a worker's spec tells it to read, and their values. */
  readonly secrets: Readonly<Record<string, string>>
  readonly variablesOf: (spec: WorkerSpec) => readonly string[]
  readonly logPath: (spec: WorkerSpec) => string
}

/**
 * What a process needs of its surroundings on any system; settings and secrets are not among it.
 */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'USERPROFILE']
const PASSED_ON_WINDOWS = ['SystemRoot', 'SystemDrive', 'LOCALAPPDATA', 'APPDATA']

const BOUND_LOG_EVERY = 60_000

/** Everything that a worker's environment holds. */
export function environmentOf(
  spec: WorkerSpec,
  { environment, secrets, variablesOf }: LauncherOptions,
): Record<string, string> {
  const names = process.platform === 'win32' ? [...PASSED_ON, ...PASSED_ON_WINDOWS] : PASSED_ON
  const passed = names.flatMap((name) => {
    const value = environment[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const told = variablesOf(spec).map((name) => [name, secrets[name] ?? ''] as const)
  return Object.fromEntries([...passed, ...told])
}

/** A worker that is needed starts without its log where the disk takes none. */
export function logOf(path: string): number | 'ignore' {
  try {
    return openLog(path)
  } catch {
    return 'ignore'
  }
}

/** Keeps the log of a process from growing without end. */
export function withBoundedLog(process: Launched, log: string): Launched {
  const timer = setInterval(() => boundLog(log), BOUND_LOG_EVERY)
  timer.unref()
  void process.exited.then(() => clearInterval(timer))
  return process
}
