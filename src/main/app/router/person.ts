const CONTROL_CHARACTERS = /\p{Cc}/gu

/** Who did it: a typed name, as claimed, and who the machine knows is there. */
export function personOf(user: string, typed: unknown): string {
  const name = typeof typed === 'string' ? typed.replace(CONTROL_CHARACTERS, ' ').trim() : ''
  return name === '' || name === user ? user : `${name} (${user})`
}
