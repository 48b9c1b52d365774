/** Looks at a value of unknown shape: the first thing wrong with it in words, or undefined. */
export type Check = (value: unknown, at: string) => string | undefined

/** An object with just these members; those of the second list may be absent. */
export function object(
  members: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, at) => {
    if (!isRecord(value)) return `${at} must be an object, was ${shown(value)}`
    for (const name of Object.keys(value)) {
      if (!(name in members) && !(name in optional)) return `${at} has the unknown member '${name}'`
    }
    for (const [name, check] of Object.entries(members)) {
      if (!(name in value)) return `${at} lacks '${name}'`
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
    if (!isRecord(value)) return `${at} must be an object, was ${shown(value)}`
    return firstOf(Object.entries(value), ([name, member]) => check(member, `${at}.${name}`))
  }
}

/** @param fewest entries that must be there. */
export function listOf(check: Check, fewest = 0): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return `${at} must be a list, was ${shown(value)}`
    if (value.length < fewest) return `${at} must have ${fewest} entries or more`
    return firstOf([...value.entries()], ([index, entry]) => check(entry, `${at}[${index}]`))
  }
}

export function pairOf(check: Check): Check {
  const list = listOf(check, 2)
  return (value, at) =>
    Array.isArray(value) && value.length > 2 ? `${at} must have 2 entries` : list(value, at)
}

export function where(holds: (value: unknown) => boolean, what: string): Check {
  return (value, at) => (holds(value) ? undefined : `${at} must be ${what}, was ${shown(value)}`)
}

export function oneOf(values: readonly unknown[]): Check {
  return where((value) => values.includes(value), `one of ${values.join(', ')}`)
}

export const text: Check = where((value) => typeof value === 'string', 'a text')

export function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? String(value)
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
