import { readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { resolve } from 'node:path'
import { SYSTEM_CLOCK } from '../../adapters/process/index.ts'
import { WALL_CLOCK } from '../../adapters/run/clock.ts'
import type { Failure } from '../../core/contracts/index.ts'
import type { Launcher } from '../../core/ports/index.ts'
import type { Host } from '../app/host.ts'
import { buildVersion } from '../app/processes/build-version.ts'
import { logPath, variablesOf } from '../app/processes/specs.ts'
import type { Outcome } from '../app/summary/index.ts'
import type { LauncherOptions } from './worker-process.ts'

/** Expected failures; anything else is a crash, which Node reports with 1. */
export const FAILED = 2

/** What differs between the hosts of this program. */
export interface HostParts {
  /** Folder of the program, with `out` and `resources` in it. */
  readonly project: string
  readonly host: 'electron' | 'browser'
  readonly createLauncher: (options: LauncherOptions) => Launcher
  /**
   * When whoever started this had built it, in milliseconds of this process; 0 where nobody did.
   */
  readonly built: number
}

/** This process as the host of a run, its terminal, clock, signals and folders. */
export function hostOf({ project, host, createLauncher, built }: HostParts): Host {
  const { stdin: input, stdout: output, env: environment, platform } = process
  const bundles = resolve(project, 'out/main')
  const version = versionOf(project)
  return {
    resources: resolve(project, 'resources'),
    page: resolve(project, 'out/renderer'),
    openModel: async (path) => (await import('../../adapters/model/index.ts')).openOnnxModel(path),
    clock: WALL_CLOCK,
    today: () => new Date(),
    person: userInfo().username,
    input,
    output,
    colours: (environment['NO_COLOR'] ?? '') === '',
    machine: { platform, environment, temporary: tmpdir(), user: process.getuid?.() },
    version: buildVersion(version, bundles),
    about: {
      version,
      host,
      node: process.versions.node,
      electron: process.versions['electron'] ?? '',
      platform: `${platform} ${process.arch}`,
      user: userInfo().username,
    },
    transport: platform === 'win32' || environment['GHTRADER_TEST_TCP'] === '1' ? 'tcp' : 'ipc',
    openBus: async () => (await import('../../adapters/bus/index.ts')).createZeromqBus(),
    machineClock: SYSTEM_CLOCK,
    pid: process.pid,
    age: () => performance.now() - built,
    openLauncher: (secrets) =>
      createLauncher({ bundles, environment, secrets, variablesOf, logPath }),
    onQuit: listenForQuit,
    onCrash: (leave) => process.on('exit', leave).on('uncaughtExceptionMonitor', leave),
  }
}

/** Calls `quit` on every signal, and once when the terminal is gone. */
function listenForQuit(quit: () => void): void {
  let asked = false
  const ask = (): void => {
    asked = true
    quit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  // A terminal that was closed takes no more words: a wish to leave in good order, no crash.
  process.stdout.on('error', () => {
    if (!asked) ask()
  })
  process.stderr.on('error', () => undefined)
  process.stdin.on('error', () => undefined)
}

/** Prints what a run came to. @returns the exit code. */
export function report({ summary, notes, failures }: Outcome): number {
  print([...notes, ...summary])
  return failures.length === 0 ? 0 : tell(failures)
}

export function print(lines: readonly string[]): number {
  for (const line of lines) process.stdout.write(`${line}\n`)
  return 0
}

export function tell(failures: readonly Failure[]): number {
  for (const { code, message } of failures) {
    process.stderr.write(`ghtrader: ${message} [${code}]\n`)
  }
  return FAILED
}

export function versionOf(project: string): string {
  const text = readFileSync(resolve(project, 'package.json'), 'utf8')
  return String((JSON.parse(text) as { version: unknown }).version)
}
