/**
 * Composition root under plain Node: config, then the host with its terminal, then an exit code.
 */
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { Settings } from './app/config/index.ts'
import { helpText, readConfig } from './app/config/index.ts'
import { trade } from './app/host.ts'
import { openInBrowser } from './node/desktop-browser.ts'
import { createNodeLauncher } from './node/node-launcher.ts'
import { hostOf, print, report, tell, versionOf } from './node/this-process.ts'

/** Both this file and its bundle lie two folders below the project. */
const project = resolve(import.meta.dirname, '../..')
const built = performance.getEntriesByName('built')[0]?.startTime ?? 0

function main(): Promise<number> | number {
  const { argv, env, platform } = process
  const surroundings = { platform, environment: env, home: homedir(), folder: process.cwd() }
  const request = readConfig(argv.slice(2), surroundings)
  if (!request.ok) return tell([request.error])
  switch (request.value.kind) {
    case 'help':
      return print([helpText()])
    case 'version':
      return print([versionOf(project)])
    case 'trade':
      return start(request.value.settings)
  }
}

async function start(settings: Settings): Promise<number> {
  const host = hostOf({ project, host: 'browser', createLauncher: createNodeLauncher, built })
  const openLink = (link: string): boolean => openInBrowser(host.machine, link)
  const ended = await trade(settings, settings.noOpen ? host : { ...host, openLink })
  return ended.ok ? report(ended.value) : tell([ended.error])
}

process.exitCode = await main()
