import { endpointOf } from '../../../adapters/process/endpoint.ts'
import type { Surroundings } from '../../../adapters/station/index.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import type { Log } from '../../../core/ports/index.ts'
import type { Settings } from '../config/index.ts'
import type { Outcome } from '../summary/index.ts'
import { openInstance } from './instance.ts'
import { openWorkers } from './open-workers.ts'
import type { ProcessHost } from './process-host.ts'
import { ProcessRun } from './process-run.ts'

/**
 * Starts the workers of an instance, or goes on with those that an earlier main left, and stays
 * until the run is over. Fails before anything was sent.
 */
export async function tradeInProcesses(
  settings: Settings,
  host: ProcessHost,
): Promise<Result<Outcome, Failure>> {
  const opened = openInstance({ ...host, settings })
  if (!opened.ok) return opened
  const { grounds, runtime } = opened.value
  const bus = await host.openBus()
  const around: Surroundings = {
    bus,
    clock: host.machineClock,
    log: UNHEARD,
    pid: host.pid,
    endpoint: endpointOf,
  }
  const plan = await openWorkers(settings, grounds, host.transport, around)
  if (!plan.ok) {
    await bus.close()
    runtime.release()
    return plan
  }
  return new ProcessRun({ settings, host, grounds, runtime, plan: plan.value }).trade()
}

/** Whatever main has to say it tells the person who sits before it. */
const UNHEARD: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
