import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure, Mode, Owner } from '../../core/contracts/index.ts'
import type { Epoch, Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import { installationOf, raiseEpoch } from './counters.ts'
import { errorCode, folderFailure, makePrivateFolder } from './durable-file.ts'
import type { FolderLock } from './lock.ts'
import { lockFolder } from './lock.ts'
import { keptOwners, numberedOwners } from './owners.ts'

/** A place for the books of one account, or of one replay, and who it is. */
export interface Instance {
  readonly mode: Mode
  readonly profile: string
  readonly folder: string
  readonly installation: number
  readonly epoch: Epoch
  readonly owners: readonly Owner[]
  readonly release: () => void
}

export interface InstanceRequest {
  readonly data: string
  readonly profile: string
  /** Names of the strategies that will trade. */
  readonly owners: readonly string[]
}

export interface AccountRequest extends InstanceRequest {
  /** The built-in market, where left out. */
  readonly mode?: 'simulated' | 'paper'
}

/**
 * Opens the account of a profile, one that outlives its process, for this process alone. Fails
 * with `instance.locked` while another one has it.
 */
export function openAccount(request: AccountRequest): Result<Instance, Failure> {
  const { data, profile, mode = 'simulated' } = request
  const folder = join(data, mode, profile)
  let lock: FolderLock | undefined
  const refused = (error: Failure): Result<Instance, Failure> => {
    lock?.release()
    return failed(error)
  }
  try {
    makePrivateFolder(folder)
    const locked = lockFolder(folder)
    if (!locked.ok) return locked
    lock = locked.value
    const installation = installationOf(data)
    if (!installation.ok) return refused(installation.error)
    const owners = keptOwners(folder, request.owners)
    if (!owners.ok) return refused(owners.error)
    const epoch = raiseEpoch(folder)
    if (!epoch.ok) return refused(epoch.error)
    const { release } = lock
    return ok({
      mode,
      profile,
      folder,
      installation: installation.value,
      epoch: epoch.value,
      owners: owners.value,
      release,
    })
  } catch (error) {
    return refused(folderFailure(folder, error))
  }
}

/** Order ids of a replay are the same on every machine, so that its hash is. */
const REPLAY_INSTALLATION = 0

/** A new folder for one replay: books of its own, first epoch, nothing to recover. */
export function openRun(request: InstanceRequest, now: Date): Result<Instance, Failure> {
  const { data, profile } = request
  const mode = 'replay'
  const runs = join(data, mode, profile, 'runs')
  try {
    makePrivateFolder(runs)
    return ok({
      mode,
      profile,
      folder: newFolder(runs, now.toISOString().replaceAll(/[:.]/g, '-')),
      installation: REPLAY_INSTALLATION,
      epoch: 1 as Epoch,
      owners: numberedOwners(request.owners),
      release: () => undefined,
    })
  } catch (error) {
    return failed(folderFailure(runs, error))
  }
}

/** Two runs may begin in one millisecond. */
function newFolder(runs: string, name: string): string {
  for (let count = 0; ; count++) {
    const folder = join(runs, count === 0 ? name : `${name}-${count}`)
    try {
      mkdirSync(folder, { mode: 0o700 })
      return folder
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}
