import type { Finding } from '../../scripts/setup/finding.mjs'

/**
 * Whether tests that need a server can run: `describe.skipIf(REDIS.isAbsent)(title + REDIS.why)`.
 */
export interface Availability {
  readonly isAbsent: boolean
  /** For the end of a title: empty, or why it is skipped. */
  readonly why: string
  /** The program or archive; empty when there is none. */
  readonly path: string
}

export function availability(name: string, { there, found, path = '' }: Finding): Availability {
  return there
    ? { isAbsent: false, why: '', path }
    : { isAbsent: true, why: ` (SKIPPED: ${name} ${found}; npm run setup)`, path: '' }
}
