import { isAbsolute, resolve } from 'node:path'
import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Option } from './options.ts'

/** What a flag or a variable means, before it is checked: text that is no number stays text. */
export function valueOfText(option: Option, text: string): unknown {
  switch (option.kind) {
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : text
    case 'switch':
      return text === 'true' || text === '1'
        ? true
        : text === 'false' || text === '0'
          ? false
          : text
    case 'paths':
      return [text]
    case 'text':
      return text
  }
}

/**
 * Checks a value and puts it into its final form: paths absolute, `max` as Infinity.
 *
 * @param where names the flag, the variable, or the file and its member.
 * @param folder what relative paths count from.
 */
export function checkedValue(
  option: Option,
  value: unknown,
  where: string,
  folder: string,
): Result<unknown, Failure> {
  if (!option.fits(value)) {
    const was = option.isSecret === true ? '' : `, was ${JSON.stringify(value) ?? String(value)}`
    return failed(failure('config.value', `${where} must be ${option.expected}${was}`))
  }
  if (value === 'max') return ok(Infinity)
  if (option.isPath !== true) return ok(value)
  return ok(Array.isArray(value) ? value.map((path) => whole(path, folder)) : whole(value, folder))
}

function whole(path: unknown, folder: string): string {
  return isAbsolute(String(path)) ? String(path) : resolve(folder, String(path))
}
