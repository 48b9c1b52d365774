import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
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
    return explained('command.shape/no-worker', { names: [...specs.keys()].join(', ') })
  }
  if (spec.worker === 'gateway' && spec.mode === 'live') {
    return explained('command.state/live-gateway')
  }
  if (quitting) return explained('command.state/quitting', { name })
  if (phase !== 'down') return undefined
  return explained('command.state/down', { name })
}
