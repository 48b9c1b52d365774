import type { Mode } from '../../core/contracts/index.ts'

/** What a title begins with, so that no two modes are taken for each other in a list of windows. */
const WORDS: Readonly<Record<Mode, string>> = {
  simulated: 'SIM',
  replay: 'REPLAY',
  paper: 'PAPER',
  live: 'LIVE',
  monitor: 'MONITOR',
}

/** The title of a window, by the page's own: the mode comes first, once. */
export function titleOf(mode: Mode, page: string): string {
  const word = WORDS[mode]
  const rest = page.replace(/\p{Cc}/gu, ' ').trim()
  return rest === word || rest.startsWith(`${word} `) ? rest : `${word} · ${rest}`
}
