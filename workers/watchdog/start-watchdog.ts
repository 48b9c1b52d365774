import { join } from 'node:path'
import { raiseEpoch } from '../../src/adapters/instance/counters.ts'
import { folderFailure, makePrivateFolder } from '../../src/adapters/instance/durable-file.ts'
import type { Station, Surroundings } from '../../src/adapters/station/index.ts'
import { openStation } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { SpecHead, WatchdogSpec } from '../../src/core/contracts/worker-spec.ts'
import type { Epoch, Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'
import type { Killed } from './kill-stalled.ts'
import { killStalled } from './kill-stalled.ts'
import { WatchdogWorker } from './watchdog-worker.ts'

/**
 * Opens both doors and watches over the gateway.
 *
 * @param kill ends a process that stands still; a test brings one that only says so.
 */
export async function startWatchdog(
  spec: WatchdogSpec,
  surroundings: Surroundings,
  kill: (spec: SpecHead, name: string, pid: number) => Killed = killStalled,
): Promise<Result<Station, Failure>> {
  const epoch = raiseOwnEpoch(spec)
  const opened = epoch.ok ? await openStation(spec, epoch.value, surroundings) : epoch
  if (!opened.ok) return opened
  const { station, onMessage } = opened.value
  const worker = new WatchdogWorker(spec, station, kill)
  onMessage((message) => worker.receive(message))
  return ok(station)
}

function raiseOwnEpoch({ folder, name }: WatchdogSpec): Result<Epoch, Failure> {
  const own = join(folder, name)
  try {
    makePrivateFolder(own)
    return raiseEpoch(own)
  } catch (error) {
    return failed(folderFailure(own, error))
  }
}
