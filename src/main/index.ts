/** Composition root under Electron: config, then the host with its windows, then an exit code. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, crashReporter } from 'electron'
import type { Settings } from './app/config/index.ts'
import { helpText, readConfig } from './app/config/index.ts'
import { ownArguments } from './electron/arguments.ts'
import { registerPageScheme } from './electron/page.ts'
import { Shell } from './electron/shell.ts'
import { print, tell, versionOf } from './node/this-process.ts'

/** Both this file and its bundle lie two folders below the program. */
const project = resolve(import.meta.dirname, '../..')
const CRASHED = 1

function main(): void {
  const { argv, env, platform } = process
  const args = ownArguments(argv, app.isPackaged, [app.getAppPath(), import.meta.filename])
  const surroundings = { platform, environment: env, home: homedir(), folder: process.cwd() }
  const request = readConfig(args, surroundings)
  if (!request.ok) return app.exit(tell([request.error]))
  switch (request.value.kind) {
    case 'help':
      return app.exit(print([helpText()]))
    case 'version':
      return app.exit(print([versionOf(project)]))
    case 'trade':
      return open(request.value.settings)
  }
}

/** What has to be said before Electron is ready; then the shell. */
function open(settings: Settings): void {
  // Electron would show an error and go on, or not even that.
  process.on('uncaughtException', crash).on('unhandledRejection', crash)
  app.enableSandbox()
  registerPageScheme()
  // An instance is one profile in one mode, and so is what Chromium keeps of its pages.
  const mode = settings.replay.length > 0 ? 'replay' : 'simulated'
  app.setPath('userData', join(settings.data, mode, settings.profile, 'window'))
  crashReporter.start({ uploadToServer: false })
  if (app.requestSingleInstanceLock()) {
    const shell = new Shell({ settings, project, built: resolve(import.meta.dirname, '..') })
    void app.whenReady().then(async () => app.exit(await shell.run()))
  } else {
    print(['ghtrader: it runs already, and its window was shown'])
    app.exit(0)
  }
}

function crash(error: unknown): void {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`ghtrader: crashed: ${words}\n`)
  app.exit(CRASHED)
}

main()
