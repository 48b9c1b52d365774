import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'

/** What went wrong on the outbox's disk, in the words of the system. */
export function outboxFailure(what: string, error: unknown, mend = 'Mend that'): Failure {
  const said = error instanceof Error ? error.message : String(error)
  return failure('store.outbox', `the outbox in ${what} (${said}). ${mend}`)
}
