/** Composition root under plain Node: config, then the host with its terminal, then an exit code. */
import { readFileSync } from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import { resolve } from 'node:path'
import { SYSTEM_CLOCK } from '../adapters/process/index.ts'
import { WALL_CLOCK } from '../adapters/run/clock.ts'
import type { Failure } from '../core/contracts/index.ts'
import type { Settings } from './app/config/index.ts'
import { helpText, readConfig } from './app/config/index.ts'
import { trade } from './app/host.ts'
import { buildVersion } from './app/processes/build-version.ts'
import { logPath, variablesOf } from './app/processes/specs.ts'
import type { Outcome } from './app/summary/index.ts'
import { createNodeLauncher } from './node/node-launcher.ts'

/** Both this file and its bundle lie two folders below the project. */
const project = resolve(import.meta.dirname, '../..')
/** Where the workers' bundles lie. */
const bundles = resolve(project, 'out/main')
/** When whoever started this had built it, in milliseconds of this process; 0 where nobody did. */
const built = performance.getEntriesByName('built')[0]?.startTime ?? 0
/** Expected failures; anything else is a crash, which Node reports with 1. */
const FAILED = 2

function main(): Promise<number> | number {
  const { argv, env, platform } = process
  const surroundings = { platform, environment: env, home: homedir(), folder: process.cwd() }
  const request = readConfig(argv.slice(2), surroundings)
  if (!request.ok) return tell([request.error])
  switch (request.value.kind) {
    case 'help':
      return print([helpText()])
    case 'version':
      return print([version()])
    case 'trade':
      return start(request.value.settings)
  }
}

async function start(settings: Settings): Promise<number> {
  const { stdin: input, stdout: output, env: environment, platform } = process
  const ended = await trade(settings, {
    resources: resolve(project, 'resources'),
    page: resolve(project, 'out/renderer'),
    openModel: async (path) => (await import('../adapters/model/index.ts')).openOnnxModel(path),
    clock: WALL_CLOCK,
    today: () => new Date(),
    person: userInfo().username,
    input,
    output,
    colours: (environment['NO_COLOR'] ?? '') === '',
    machine: { platform, environment, temporary: tmpdir(), user: process.getuid?.() },
    version: buildVersion(version(), bundles),
    about: {
      version: version(),
      host: 'browser',
      node: process.versions.node,
      electron: '',
      platform: `${platform} ${process.arch}`,
      user: userInfo().username,
    },
    transport: platform === 'win32' || environment['GHTRADER_TEST_TCP'] === '1' ? 'tcp' : 'ipc',
    openBus: async () => (await import('../adapters/bus/index.ts')).createZeromqBus(),
    machineClock: SYSTEM_CLOCK,
    pid: process.pid,
    age: () => performance.now() - built,
    openLauncher: (secrets) =>
      createNodeLauncher({ bundles, environment, secrets, variablesOf, logPath }),
    onQuit: (quit) => {
      let asked = false
      const ask = (): void => {
        asked = true
        quit()
      }
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
      // A terminal that was closed takes no more words: a wish to leave in good order, no crash.
      output.on('error', () => {
        if (!asked) ask()
      })
      process.stderr.on('error', () => undefined)
      input.on('error', () => undefined)
    },
    onCrash: (leave) => process.on('exit', leave).on('uncaughtExceptionMonitor', leave),
  })
  return ended.ok ? report(ended.value) : tell([ended.error])
}

function report({ summary, notes, failures }: Outcome): number {
  print([...notes, ...summary])
  return failures.length === 0 ? 0 : tell(failures)
}

function print(lines: readonly string[]): number {
  for (const line of lines) console.log(line)
  return 0
}

function tell(failures: readonly Failure[]): number {
  for (const { code, message } of failures) console.error(`ghtrader: ${message} [${code}]`)
  return FAILED
}

function version(): string {
  const text = readFileSync(resolve(project, 'package.json'), 'utf8')
  return String((JSON.parse(text) as { version: unknown }).version)
}

process.exitCode = await main()
