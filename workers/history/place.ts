import { join } from 'node:path'
import { raiseEpoch } from '../../src/adapters/instance/counters.ts'
import { folderFailure, makePrivateFolder } from '../../src/adapters/instance/durable-file.ts'
import { lockFolder } from '../../src/adapters/instance/lock.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { HistorySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Epoch, Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'

/** The folder of a history, for this process alone, and which of its lives this is. */
export interface Place {
  readonly folder: string
  readonly epoch: Epoch
  readonly release: () => void
}

/** Takes the folder. Fails with `instance.locked` while another history writes there. */
export function takePlace({ folder: above, name }: HistorySpec): Result<Place, Failure> {
  const folder = join(above, name)
  try {
    makePrivateFolder(folder)
    const locked = lockFolder(folder)
    if (!locked.ok) return locked
    const { release } = locked.value
    const epoch = raiseEpoch(folder)
    if (epoch.ok) return ok({ folder, epoch: epoch.value, release })
    release()
    return epoch
  } catch (error) {
    return failed(folderFailure(folder, error))
  }
}
