import type { SealFault } from './judge.ts'

/**
 * What is known of a journal's seals. In a beat a verdict is its place in this list, which is part
 * of the protocol: a new one goes to the end.
 */
export const SEAL_VERDICTS = [
  'checking',
  'none',
  'intact',
  'broken',
  'lost',
  'unreadable',
] as const satisfies readonly (SealFault['why'] | 'checking' | 'none' | 'intact')[]

export type SealVerdict = (typeof SEAL_VERDICTS)[number]
