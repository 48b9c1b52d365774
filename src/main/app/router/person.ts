const CONTROL_CHARACTERS = /\p{Cc}/gu

/** What was typed for a name, fit to be kept; empty where nothing was. */
export function typedName(typed: unknown): string {
  return typeof typed === 'string' ? typed.replace(CONTROL_CHARACTERS, ' ').trim() : ''
}

/** Who did it: a typed name, as claimed, and who the machine knows is there. */
export function personOf(user: string, typed: unknown): string {
  const name = typedName(typed)
  return name === '' || name === user ? user : `${name} (${user})`
}
