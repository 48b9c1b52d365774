import type { Desk } from '../../desk/index.ts'

/** Calls once after so many milliseconds. @returns what calls it off. */
export type After = (milliseconds: number, call: () => void) => () => void

export const afterWall: After = (milliseconds, call) => {
  const timer = setTimeout(call, milliseconds)
  return () => clearTimeout(timer)
}

/** What of the desk a feed needs. */
export type FeedDesk = Pick<Desk, 'listen' | 'quoteOf' | 'replica' | 'sessionNow'> & {
  readonly session: Pick<Desk['session'], 'history' | 'opening'>
}
