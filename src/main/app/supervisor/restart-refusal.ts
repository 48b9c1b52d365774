import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { WorkerSpec } from '../../../core/contracts/worker-spec.ts'
import type { WorkerStatus } from './ward.ts'

/** Why a worker is not started again though a person wants it; undefined where it is. */
export function restartRefusal(
  name: string,
  specs: ReadonlyMap<string, WorkerSpec>,
  phase: WorkerStatus['phase'] | undefined,
  quitting: boolean,
): Failure | undefined {
  const spec = specs.get(name)
  if (spec === undefined) {
    return failure(
      'command.shape',
      `there is no such worker; there are ${[...specs.keys()].join(', ')}`,
    )
  }
  if (spec.worker === 'gateway' && spec.mode === 'live') {
    const words = 'a gateway that trades live is not started again by hand: halt, then quit'
    return failure('command.state', words)
  }
  if (quitting) return failure('command.state', `${name} is not started again: everything ends`)
  if (phase !== 'down') return undefined
  return failure('command.state', `${name} is down already, and starts by itself`)
}
