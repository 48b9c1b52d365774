import { readWorkerSpec } from '../src/core/contracts/worker-spec.ts'
import type { WorkerKind } from '../src/core/contracts/worker-spec.ts'

/** Exit code of a worker that could not start as told. */
export const REFUSED_TO_START = 2

/**
 * What a worker does before its process exists: it checks its argument like any worker, then says
 * plainly that it cannot run, so that nothing mistakes it for one that works. Returns the exit code.
 */
export function refuseToStart(
  worker: WorkerKind,
  parameters: readonly string[],
  say: (line: string) => void,
): number {
  const spec = readWorkerSpec(worker, parameters)
  say(
    spec.ok
      ? `${worker}: this worker is not part of this version yet; npm start trades in one process`
      : `${spec.error.message} [${spec.error.code}]`,
  )
  return REFUSED_TO_START
}
