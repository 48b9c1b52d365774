/** Composition root under plain Node: config, then the host with its terminal, then an exit code. */
import { readFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { Failure } from '../core/contracts/index.ts'
import type { Settings } from './app/config/index.ts'
import { helpText, readConfig } from './app/config/index.ts'
import type { Outcome } from './app/one-process/index.ts'
import { WALL_CLOCK } from './app/one-process/index.ts'
import { trade } from './app/host.ts'

/** Both this file and its bundle lie two folders below the project. */
const project = resolve(import.meta.dirname, '../..')
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
  const { stdin: input, stdout: output } = process
  const ended = await trade(settings, {
    resources: resolve(project, 'resources'),
    openModel: async (path) => (await import('../adapters/model/index.ts')).openOnnxModel(path),
    clock: WALL_CLOCK,
    today: () => new Date(),
    person: userInfo().username,
    input,
    output,
    colours: (process.env['NO_COLOR'] ?? '') === '',
    onQuit: (quit) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, quit)
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
