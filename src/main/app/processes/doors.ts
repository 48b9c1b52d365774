import { join } from 'node:path'
import { endpointFailure } from '../../../adapters/bus/address.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { Doors, SecretPlace } from '../../../core/contracts/worker-spec.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'

/** Where every worker of an instance is found, and where the keys to its doors are. */
export interface DoorPlan {
  readonly doors: ReadonlyMap<string, Doors>
  /** Undefined where the folder of the sockets protects them. */
  readonly keys: SecretPlace | undefined
}

/** The only worker that answers questions. */
export const ANSWERS = 'history'

/**
 * Sockets in the runtime folder, named after their workers. Fails with `instance.folder` where a
 * path is too long for a socket.
 */
export function ipcDoors(folder: string, names: readonly string[]): Result<DoorPlan, Failure> {
  const doors = new Map(names.map((name) => [name, doorsOf(folder, name)] as const))
  for (const { collect } of doors.values()) {
    const problem = endpointFailure(collect)
    if (problem === undefined) continue
    const words = `${problem.message}; name a place for sockets with a short path: --runtime DIR`
    return failed(failure('instance.folder', words))
  }
  return ok({ doors, keys: undefined })
}

function doorsOf(folder: string, name: string): Doors {
  const at = (ending: string): string => `ipc://${join(folder, `${name}.${ending}`)}`
  const answer = name === ANSWERS ? { answer: at('answers') } : {}
  return { publish: at('facts'), collect: at('commands'), ...answer }
}
