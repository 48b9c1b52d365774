import { expect } from 'vitest'
import type { ErrorCode, Failure } from '../../../src/core/contracts/index.ts'
import { failed } from '../../../src/core/domain/index.ts'

/** A failure of a code, with words in it: every one of them, in this order. */
export function told(code: ErrorCode, ...words: readonly string[]): Failure {
  const pattern = words.map((part) => part.replaceAll(/[.()[\]*+?|]/g, '\\$&')).join('.*')
  return { code, message: expect.stringMatching(new RegExp(pattern, 's')) as string }
}

/** The result that holds such a failure. */
export function refused(code: ErrorCode, ...words: readonly string[]) {
  return failed(told(code, ...words))
}
