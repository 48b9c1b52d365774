import { readdirSync, rmSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Holder, LockFile } from '../../../adapters/instance/lock-file.ts'
import { takeLock } from '../../../adapters/instance/lock-file.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import { checkBase, openPrivateFolder, unusable } from './private-folder.ts'
import type { Identity, Machine } from './runtime-place.ts'
import { runtimeBase, runtimeFolder } from './runtime-place.ts'

/** The folder of an instance's sockets and registrations, held by the one main that there is. */
export interface Runtime {
  readonly folder: string
  /** Takes away what is left of the sockets, once every worker has ended, and gives it free. */
  readonly clear: () => void
  /** Gives it free and leaves everything: workers that live on are found in it. */
  readonly release: () => void
}

const LOCK = 'main.lock'

/**
 * Opens the runtime folder of an instance and takes it for this process. Fails with
 * `instance.locked` while another main has it, and with `instance.folder` where it cannot be used.
 *
 * @param named what a person named with `--runtime`; empty for the system's place.
 */
export function openRuntime(
  named: string,
  identity: Identity,
  machine: Machine,
): Result<Runtime, Failure> {
  const { user } = machine
  const base = named === '' ? runtimeBase(machine) : named
  const opened = named === '' ? openPrivateFolder(base, user) : checkBase(base, user)
  if (!opened.ok) return opened
  const folder = runtimeFolder(base, identity)
  const own = openPrivateFolder(folder, user)
  if (!own.ok) return own
  try {
    const lock = takeLock(join(folder, LOCK))
    if (!lock.ok) return failed(locked(identity, lock.error))
    return ok(held(folder, lock.value, identity.runId !== ''))
  } catch (error) {
    return failed(unusable(folder, error))
  }
}

/** @param passing whether nobody comes back to it: a run's own folder goes with the run. */
function held(folder: string, lock: LockFile, passing: boolean): Runtime {
  return {
    folder,
    release: lock.release,
    clear: () => {
      for (const name of readdirSync(folder)) {
        if (name !== LOCK) rmSync(join(folder, name), { force: true, recursive: true })
      }
      lock.release()
      if (passing) rmdirSync(folder)
    },
  }
}

function locked({ mode, profile }: Identity, holder: Holder): Failure {
  const who = holder === undefined ? 'another start' : `process ${holder.pid}`
  const message =
    `${mode} of the profile ${profile} is run by ${who}: quit that one first, or trade another ` +
    'account with --profile NAME'
  return failure('instance.locked', message)
}
