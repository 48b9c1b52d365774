import type { Link } from './link.ts'

/** How this page reaches main: by the port that the shell hands it, else by its own server. */
export function linkOfPage(): Link {
  return { kind: 'memory', connect: () => ({ send: () => false, close: () => undefined }) }
}
