import type { Surroundings } from '../../../adapters/station/index.ts'
import { registrations } from '../../../adapters/process/registration.ts'
import type { Registration } from '../../../adapters/process/registration.ts'
import type { Station } from '../../../adapters/station/index.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import type { WorkerSpec } from '../../../core/contracts/worker-spec.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Settings } from '../config/index.ts'
import type { DoorPlan } from './doors.ts'
import { ipcDoors } from './doors.ts'
import { openMainStation } from './main-station.ts'
import { unusable } from './private-folder.ts'
import type { Secrets } from './secrets.ts'
import { placeSecrets } from './secrets.ts'
import type { Grounds } from './specs.ts'
import { mainSpec, workerNames, workerSpecs } from './specs.ts'
import { tcpDoors } from './tcp-doors.ts'

/** How workers are found: sockets in a folder, or ports with keys where the system has none. */
export type Transport = 'ipc' | 'tcp'

export interface WorkerPlan {
  readonly specs: readonly WorkerSpec[]
  readonly secrets: Secrets
  /** Main's own. */
  readonly station: Station
  /** Workers that are written down in the runtime folder and live. */
  readonly registered: () => readonly Registration[]
}

/** Says what every worker is told, and opens main's place on the bus. Nothing is started yet. */
export async function openWorkers(
  settings: Settings,
  grounds: Grounds,
  transport: Transport,
  surroundings: Surroundings,
): Promise<Result<WorkerPlan, Failure>> {
  const { runtime } = grounds
  try {
    const registered = (): readonly Registration[] => registrations(runtime)
    const names = workerNames(settings, grounds.mode)
    const plan = await doorPlan(runtime, names, transport, registered().length > 0)
    if (!plan.ok) return plan
    const secrets = placeSecrets(settings, runtime)
    const specs = workerSpecs(settings, grounds, plan.value, secrets)
    const station = openMainStation(mainSpec(settings, grounds, plan.value), surroundings)
    if (!station.ok) return station
    return ok({ specs, secrets, station: station.value, registered })
  } catch (error) {
    return failed(unusable(runtime, error))
  }
}

async function doorPlan(
  runtime: string,
  names: readonly string[],
  transport: Transport,
  living: boolean,
): Promise<Result<DoorPlan, Failure>> {
  if (transport === 'ipc') return ipcDoors(runtime, names)
  return ok(await tcpDoors(runtime, names, living))
}
