import { DatabaseError } from 'pg'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'

/**
 * What an error of the client means. QuestDB gives all of its own the same number, so its words
 * must tell them apart; whatever is not its own is the line's.
 */
export function pgFailure(error: unknown, place: string): Failure {
  const said = error instanceof Error ? error.message : String(error)
  if (!(error instanceof DatabaseError)) {
    const code = errorCode(error)
    return explained('store.unreachable/questdb-read', { place, said: said === '' ? code : said })
  }
  if (/invalid username|password|authentic/i.test(said)) {
    return explained('store.config/questdb-read', { place })
  }
  if (/timeout|cancelled|canceled|circuit breaker/i.test(said)) {
    return explained('store.slow/questdb-stopped', { place, said })
  }
  if (/does not exist|not found/i.test(said)) {
    return explained('store.schema/questdb-lacks', { place, said })
  }
  if (/disk|no space|out of memory|read-only|could not (open|write)/i.test(said)) {
    return explained('store.unreachable/questdb-trouble', { place, said })
  }
  return explained('store.query/questdb', { place, said })
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no reason told'
}
