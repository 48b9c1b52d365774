import type { ErrorCode, Failure } from '../../../core/contracts/index.ts'
import { ERROR_CODES, failure } from '../../../core/contracts/index.ts'

/** A line of a log: its time, level and process, which a person who reads the failure knows. */
const HEAD = /^\S+Z \w+ +[\w.-]+: /
const FAILURE = /^(.+) \[([a-z]+\.[a-z-]+)\]$/

/**
 * Why a worker ended, as its log tells it in the end; where it tells no failure, what was seen of
 * it with its last line.
 */
export function failureIn(lines: readonly string[], seen: string): Failure {
  for (const line of lines.toReversed()) {
    const [, message = '', code = ''] = FAILURE.exec(line.replace(HEAD, '')) ?? []
    if (isCode(code)) return failure(code, message)
  }
  const last = lines.at(-1)?.replace(HEAD, '')
  return failure('worker.lost', last === undefined ? seen : `${seen}: ${last}`)
}

function isCode(text: string): text is ErrorCode {
  return ERROR_CODES.some((code) => code === text)
}
