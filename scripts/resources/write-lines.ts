/**
 * JSON with one entry a line, so that a change of one product is a change of one line: every
 * top-level value is written on its own line, and the members of those named are, too.
 */
export function writeLines(value: object, unfolded: readonly string[]): string {
  const lines = Object.entries(value).map(([key, member]: [string, unknown]) => {
    const name = JSON.stringify(key)
    if (!unfolded.includes(key) || typeof member !== 'object' || member === null) {
      return `${name}: ${JSON.stringify(member)}`
    }
    if (Array.isArray(member)) {
      return `${name}: [\n${member.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
    }
    const entries = Object.entries(member).map(
      ([inner, entry]) => `${JSON.stringify(inner)}: ${JSON.stringify(entry)}`,
    )
    return `${name}: {\n${entries.join(',\n')}\n}`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}

export const PRODUCTS_UNFOLDED = ['sources', 'exchanges', 'products'] as const
export const CALENDAR_UNFOLDED = ['sources', 'templates', 'closedWeekdays'] as const
