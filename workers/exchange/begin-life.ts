import { raiseEpoch } from '../../src/adapters/instance/counters.ts'
import { folderFailure } from '../../src/adapters/instance/durable-file.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { Epoch, Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'
import type { ReplayPosition } from './replay-position.ts'
import { NO_POSITION, openReplayPosition } from './replay-position.ts'

/** What tells one life of an exchange from the next. */
export interface Life {
  readonly epoch: Epoch
  readonly position: ReplayPosition
}

/** Raises the epoch, before the first word of a life. @param folder of the exchange. */
export function beginLife(folder: string, replays: boolean): Result<Life, Failure> {
  try {
    const epoch = raiseEpoch(folder)
    if (!epoch.ok) return epoch
    return ok({
      epoch: epoch.value,
      position: replays ? openReplayPosition(folder) : NO_POSITION,
    })
  } catch (error) {
    return failed(folderFailure(folder, error))
  }
}
