import type { Letter } from '../desk/index.ts'
import { useLinked, useWords } from '../desk/index.ts'
import type { PanelName } from '../panels/index.ts'
import type { Translate, Word } from '../words/index.ts'
import { panelKindOf } from './panel-kind-of.ts'

/** What a panel is called: its kind, and for one that shows its letter's contract that one. */
export function usePanelTitle(kind: PanelName, letter: Letter): string {
  const t = useWords()
  return panelTitle(t, kind, useLinked(letter))
}

/** @param symbol of the panel's letter, as far as it is known. */
export function panelTitle(t: Translate, kind: PanelName, symbol: string | undefined): string {
  const { title, linked, chooses = false } = panelKindOf(kind)
  const code = symbol?.split('.').at(-1)
  return linked && !chooses && code !== undefined ? `${t(title)} ${code}` : t(title)
}

const SHORT: Readonly<Partial<Record<PanelName, Word>>> = {
  tape: 'layout.short.tape',
  latency: 'layout.short.latency',
  topics: 'layout.short.topics',
  windows: 'layout.short.windows',
  about: 'layout.short.about',
}

/** Of a tab: short behind another one, and where the contract takes the room. */
export function useTabTitle(kind: PanelName, letter: Letter, isOnTop: boolean): string {
  const t = useWords()
  const title = usePanelTitle(kind, letter)
  const whole = t(panelKindOf(kind).title)
  const short = SHORT[kind] === undefined ? whole : t(SHORT[kind])
  if (!isOnTop) return short
  return title === whole ? whole : title.replace(whole, () => short)
}
