/**
 * `node main-process.ts FOLDER PAGE`: main with its supervisor, watchdog and gateway, all of them
 * the real ones, and the benchmark's exchange. Without strategies and history. It prints what main
 * prints, the link for a browser among it.
 */
import { join, resolve } from 'node:path'
import { endpointOf } from '../../../src/adapters/process/endpoint.ts'
import { readConfig } from '../../../src/main/app/config/index.ts'
import { openInstance } from '../../../src/main/app/processes/instance.ts'
import { openWorkers } from '../../../src/main/app/processes/open-workers.ts'
import { ProcessRun } from '../../../src/main/app/processes/process-run.ts'
import { createNodeLauncher } from '../../../src/main/node/node-launcher.ts'
import { hostOf } from '../../../src/main/node/this-process.ts'

const [folder = '', page = ''] = process.argv.slice(2)
const project = resolve(import.meta.dirname, '../../..')
const unheard = (): void => undefined

async function run(): Promise<number> {
  const { platform } = process
  const surroundings = { platform, environment: {}, home: folder, folder }
  const places = ['--data', join(folder, 'data'), '--runtime', join(folder, 'run')]
  const request = readConfig(['--terminal', '--web-port', '0', ...places], surroundings)
  if (!request.ok) throw new Error(request.error.message)
  if (request.value.kind !== 'trade') throw new Error('the arguments ask for no run')
  const settings = { ...request.value.settings, strategies: [] }
  const host = {
    ...hostOf({
      project,
      host: 'browser',
      createLauncher: (options) =>
        createNodeLauncher({ ...options, bundles: join(folder, 'workers') }),
      built: 0,
    }),
    page,
  }
  const opened = openInstance({ ...host, settings })
  if (!opened.ok) throw new Error(opened.error.message)
  const { grounds, runtime } = opened.value
  const plan = await openWorkers(settings, grounds, 'ipc', {
    bus: await host.openBus(),
    clock: host.machineClock,
    log: { info: unheard, warn: unheard, error: unheard },
    pid: host.pid,
    endpoint: endpointOf,
  })
  if (!plan.ok) throw new Error(plan.error.message)
  const specs = plan.value.specs.filter(({ worker }) => worker !== 'history')
  const parts = { settings, host, grounds, runtime, plan: { ...plan.value, specs } }
  const ended = await new ProcessRun(parts).trade()
  if (!ended.ok) throw new Error(ended.error.message)
  return 0
}

process.exit(await run())
