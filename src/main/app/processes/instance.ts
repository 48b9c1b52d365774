import { realpathSync, rmdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { folderFailure, makePrivateFolder } from '../../../adapters/instance/durable-file.ts'
import { openRun } from '../../../adapters/instance/index.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Settings } from '../config/index.ts'
import type { Machine } from './runtime-place.ts'
import type { Runtime } from './runtime.ts'
import { openRuntime } from './runtime.ts'
import type { Grounds } from './specs.ts'
import { strategiesOf } from './specs.ts'

export interface InstanceParts {
  readonly settings: Settings
  readonly machine: Machine
  /** Of this program. */
  readonly version: string
  readonly resources: string
  readonly today: () => Date
}

/** An instance that this process alone is main of. */
export interface OpenedInstance {
  readonly grounds: Grounds
  readonly runtime: Runtime
}

/**
 * Opens the folders of an account, or of a new run, and takes it for this main. Nothing is started
 * yet. Fails with `instance.locked` or `instance.folder`.
 */
export function openInstance(parts: InstanceParts): Result<OpenedInstance, Failure> {
  const { settings, machine, version, resources } = parts
  const place = settings.replay.length > 0 ? newRun(parts) : account(settings)
  if (!place.ok) return place
  const { mode, folder, runId } = place.value
  const { profile, runtime: named } = settings
  try {
    const data = realpathSync(settings.data)
    const runtime = openRuntime(named, { data, mode, profile, runId }, machine)
    if (!runtime.ok) {
      if (mode === 'replay') rmdirSync(folder)
      return runtime
    }
    const grounds = { mode, runId, folder, version, resources, runtime: runtime.value.folder }
    return ok({ grounds, runtime: runtime.value })
  } catch (error) {
    return failed(folderFailure(settings.data, error))
  }
}

type Place = Pick<Grounds, 'mode' | 'folder' | 'runId'>

function account({ data, profile }: Settings): Result<Place, Failure> {
  const folder = join(data, 'simulated', profile)
  try {
    makePrivateFolder(folder)
    return ok({ mode: 'simulated', folder, runId: '' })
  } catch (error) {
    return failed(folderFailure(folder, error))
  }
}

function newRun({ settings, today }: InstanceParts): Result<Place, Failure> {
  const { data, profile } = settings
  const owners = strategiesOf(settings).map(({ setting }) => setting.id)
  const run = openRun({ data, profile, owners }, today())
  if (!run.ok) return run
  const { folder } = run.value
  return ok({ mode: 'replay', folder, runId: basename(folder) })
}
