/** Says what a value should have been; undefined where it is right. */
export type Check = (value: unknown) => string | undefined

export const text: Check = (value) => (typeof value === 'string' ? undefined : 'a text')

export const fullText: Check = (value) =>
  typeof value === 'string' && value !== '' ? undefined : 'a text that is not empty'

export const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false')

export const among =
  (names: readonly string[]): Check =>
  (value) =>
    names.some((name) => name === value) ? undefined : `one of ${names.join(', ')}`

export const like =
  (pattern: RegExp, expected: string): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? undefined : expected

export const within =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most
      ? undefined
      : `a number from ${least} to ${most}`

export const orNull =
  (check: Check): Check =>
  (value) => {
    const expected = value === null ? undefined : check(value)
    return expected && `${expected}, or null`
  }

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value)

export const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'a list'
    const wrong = value.findIndex((item) => check(item) !== undefined)
    return wrong < 0 ? undefined : `a list in which entry ${wrong} is ${check(value[wrong])}`
  }

export const tableOf =
  (check: Check): Check =>
  (value) => {
    if (!isRecord(value)) return 'an object'
    for (const [name, held] of Object.entries(value)) {
      const expected = check(held)
      if (expected !== undefined) return `an object in which "${name}" is ${expected}`
    }
    return undefined
  }

/** Exactly these fields, each of them right. */
export const exactly =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (!isRecord(value)) return 'an object'
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name))
    if (unknown !== undefined) return `an object without "${unknown}"`
    for (const [name, check] of Object.entries(fields)) {
      const expected = check(value[name])
      if (expected !== undefined) return `an object in which "${name}" is ${expected}`
    }
    return undefined
  }

/** The first of these shapes that fits. */
export const either =
  (...checks: readonly Check[]): Check =>
  (value) => {
    const expected = checks.map((check) => check(value))
    return expected.includes(undefined) ? undefined : expected.join(', or ')
  }

export const any: Check = () => undefined

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
