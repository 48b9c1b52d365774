import { resolve } from 'node:path'
import type { Book } from '../../src/adapters/books/book.ts'
import { booksKept, openGatewayBook } from '../../src/adapters/books/book.ts'
import { raiseEpoch } from '../../src/adapters/instance/counters.ts'
import { folderFailure, makePrivateFolder } from '../../src/adapters/instance/durable-file.ts'
import type { Instance } from '../../src/adapters/instance/index.ts'
import { openAccount } from '../../src/adapters/instance/index.ts'
import { lockFolder } from '../../src/adapters/instance/lock.ts'
import { numberedOwners } from '../../src/adapters/instance/owners.ts'
import type { Disk } from '../../src/adapters/journal/disk.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { failure } from '../../src/core/contracts/index.ts'
import type { GatewaySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Result } from '../../src/core/domain/index.ts'
import { failed, never, ok } from '../../src/core/domain/index.ts'
import type { GatewayRecord } from '../../src/core/journal/index.ts'

/** The account or run that a gateway owns, for this process alone, and its books. */
export interface Place {
  readonly instance: Instance
  readonly book: Book<GatewayRecord>
  readonly close: () => void
}

/** Order ids of a replay are the same on every machine, so that its hash is. */
const REPLAY_INSTALLATION = 0

/**
 * Takes the place that a spec names, and raises its epoch. Fails with `instance.locked`, at once,
 * while another gateway has it.
 *
 * @param disk of its books; the operating system's, unless a test wants one that fails.
 */
export function openPlace(spec: GatewaySpec, disk?: Disk): Result<Place, Failure> {
  const instance = openInstance(spec)
  if (!instance.ok) return instance
  const { folder, release } = instance.value
  const book = openGatewayBook({ folder, ...booksKept(spec.durable), ...(disk && { disk }) })
  if (!book.ok) {
    release()
    return book
  }
  const close = (): void => {
    book.value.close()
    release()
  }
  return ok({ instance: instance.value, book: book.value, close })
}

function openInstance(spec: GatewaySpec): Result<Instance, Failure> {
  switch (spec.mode) {
    case 'simulated':
    case 'paper':
      return openKept(spec, spec.mode)
    case 'replay':
      return openReplay(spec)
    case 'live':
    case 'monitor': {
      const others = 'simulated, replay and paper are'
      const words = `a gateway of mode ${spec.mode} is not in this version: ${others}`
      return failed(failure('worker.spec', words))
    }
    default:
      return never(spec.mode)
  }
}

function openKept(
  { data, profile, owners, folder }: GatewaySpec,
  mode: 'simulated' | 'paper',
): Result<Instance, Failure> {
  const opened = openAccount({ data, mode, profile, owners })
  if (!opened.ok || resolve(opened.value.folder) === resolve(folder)) return opened
  opened.value.release()
  const words = `the books of ${profile} are in ${opened.value.folder}, the spec says ${folder}`
  return failed(failure('worker.spec', `${words}: its data folder and its folder do not agree`))
}

function openReplay({ folder, profile, owners }: GatewaySpec): Result<Instance, Failure> {
  try {
    makePrivateFolder(folder)
    const locked = lockFolder(folder)
    if (!locked.ok) return locked
    const { release } = locked.value
    const epoch = raiseEpoch(folder)
    if (!epoch.ok) {
      release()
      return epoch
    }
    return ok({
      mode: 'replay',
      profile,
      folder,
      installation: REPLAY_INSTALLATION,
      epoch: epoch.value,
      owners: numberedOwners(owners),
      release,
    })
  } catch (error) {
    return failed(folderFailure(folder, error))
  }
}
