import type { ShapeName } from '../../core/contracts/index.ts'
import { SHAPES, explained } from '../../core/contracts/index.ts'

/**
 * Looks at a value of unknown shape: the first thing wrong with it in words, or undefined. The
 * words are those of a detail, which a window knows again within the sentence that names the file.
 */
export type Check = (value: unknown, at: string) => string | undefined

/** An object with just these members; those of the second list may be absent. */
export function object(
  members: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, at) => {
    if (!isRecord(value)) return misshapen(at, 'object', value)
    for (const name of Object.keys(value)) {
      if (!(name in members) && !(name in optional)) {
        return explained('config.file/unknown-member', { at, member: name }).message
      }
    }
    for (const [name, check] of Object.entries(members)) {
      if (!(name in value)) {
        return explained('config.file/lacks-member', { at, member: name }).message
      }
      const wrong = check(value[name], `${at}.${name}`)
      if (wrong !== undefined) return wrong
    }
    for (const [name, check] of Object.entries(optional)) {
      const wrong = name in value ? check(value[name], `${at}.${name}`) : undefined
      if (wrong !== undefined) return wrong
    }
    return undefined
  }
}

/** An object whose members all have one shape, whatever their names. */
export function mapOf(check: Check): Check {
  return (value, at) => {
    if (!isRecord(value)) return misshapen(at, 'object', value)
    return firstOf(Object.entries(value), ([name, member]) => check(member, `${at}.${name}`))
  }
}

/** @param fewest entries that must be there. */
export function listOf(check: Check, fewest = 0): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return misshapen(at, 'list', value)
    if (value.length < fewest) return explained('config.file/fewest', { at, fewest }).message
    return firstOf([...value.entries()], ([index, entry]) => check(entry, `${at}[${index}]`))
  }
}

export function pairOf(check: Check): Check {
  const list = listOf(check, 2)
  return (value, at) =>
    Array.isArray(value) && value.length > 2
      ? explained('config.file/pair', { at }).message
      : list(value, at)
}

export function where(holds: (value: unknown) => boolean, shape: ShapeName): Check {
  return (value, at) => (holds(value) ? undefined : misshapen(at, shape, value))
}

export function oneOf(values: readonly unknown[]): Check {
  return (value, at) => {
    if (values.includes(value)) return undefined
    const names = values.join(', ')
    return explained('config.file/one-of', { at, names, value: shown(value) }).message
  }
}

export const text: Check = where((value) => typeof value === 'string', 'text')

export function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? String(value)
}

function misshapen(at: string, shape: ShapeName, value: unknown): string {
  return explained('config.file/shape', { at, shape: SHAPES[shape], value: shown(value) }).message
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function firstOf<Entry>(
  entries: readonly Entry[],
  check: (entry: Entry) => string | undefined,
): string | undefined {
  for (const entry of entries) {
    const wrong = check(entry)
    if (wrong !== undefined) return wrong
  }
  return undefined
}
