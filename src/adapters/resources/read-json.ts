import { readFileSync } from 'node:fs'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'

/** A file's JSON, not yet looked at. Fails with `config.file`. */
export function readJson(path: string): Result<unknown, Failure> {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    return failed(explained('config.file/unreadable', { path, said: words(error) }))
  }
  try {
    return ok(JSON.parse(content) as unknown)
  } catch (error) {
    return failed(explained('config.file/json', { path, said: words(error) }))
  }
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
