import { DatabaseError } from 'pg'
import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'

/**
 * What an error of the client means. QuestDB gives all of its own the same number, so its words
 * must tell them apart; whatever is not its own is the line's.
 */
export function pgFailure(error: unknown, place: string): Failure {
  const said = error instanceof Error ? error.message : String(error)
  if (!(error instanceof DatabaseError)) {
    const code = errorCode(error)
    const why = said === '' ? code : said
    const message = `QuestDB does not answer questions at ${place} (${why}). Start it, or mend --questdb-pg`
    return failure('store.unreachable', message)
  }
  if (/invalid username|password|authentic/i.test(said)) {
    const message = `QuestDB at ${place} does not let this user in: give user and password in --questdb-pg`
    return failure('store.config', message)
  }
  if (/timeout|cancelled|canceled|circuit breaker/i.test(said)) {
    return failure('store.slow', `QuestDB at ${place} stopped the query: ${said}`)
  }
  if (/does not exist|not found/i.test(said)) {
    return failure('store.schema', `QuestDB at ${place} lacks something: ${said}`)
  }
  if (/disk|no space|out of memory|read-only|could not (open|write)/i.test(said)) {
    return failure('store.unreachable', `QuestDB at ${place} is in trouble: ${said}`)
  }
  return failure('store.query', `QuestDB at ${place} refused the query: ${said}`)
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no reason told'
}
