import { join } from 'node:path'
import { raiseEpoch } from '../../../adapters/instance/counters.ts'
import { folderFailure, makePrivateFolder } from '../../../adapters/instance/durable-file.ts'
import type { Surroundings } from '../../../adapters/station/index.ts'
import { Station } from '../../../adapters/station/station.ts'
import { createCodec } from '../../../core/contracts/codec.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import type { SpecHead } from '../../../core/contracts/worker-spec.ts'
import type { Epoch, Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'

/**
 * Main's own place on the bus: it binds nothing, hears every worker, and speaks to each through
 * its door. Its lives are counted, so that the ids of its commands never come twice.
 */
export function openMainStation(
  spec: SpecHead,
  surroundings: Surroundings,
): Result<Station, Failure> {
  const epoch = nextEpoch(join(spec.folder, spec.name))
  if (!epoch.ok) return epoch
  const codec = createCodec([])
  const publish = (): void => undefined
  return ok(new Station({ ...surroundings, spec, epoch: epoch.value, codec, publish }))
}

function nextEpoch(folder: string): Result<Epoch, Failure> {
  try {
    makePrivateFolder(folder)
    return raiseEpoch(folder)
  } catch (error) {
    return failed(folderFailure(folder, error))
  }
}
