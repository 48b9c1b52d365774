import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'

/** What went wrong on the outbox's disk, in the words of the system. */
export function outboxFailure(
  what: 'open' | 'read' | 'write' | 'sync',
  folder: string,
  error: unknown,
): Failure {
  const said = error instanceof Error ? error.message : String(error)
  return explained(`store.outbox/${what}`, { folder, said })
}
