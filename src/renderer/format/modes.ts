import type { Mode } from '../../core/contracts/index.ts'

/** Stands before the word of a mode: never colour alone. */
export const MODE_SIGNS: Readonly<Record<Mode, string>> = {
  simulated: '◌',
  paper: '◇',
  replay: '⟲',
  live: '◆',
  monitor: '◎',
}

/** Orders come from nobody's hand there. */
export function isHandless(mode: Mode | undefined): mode is 'replay' | 'monitor' {
  return mode === 'replay' || mode === 'monitor'
}
