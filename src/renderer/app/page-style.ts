import type { Mode } from '../../core/contracts/index.ts'
import type { Preferences } from '../preferences/index.ts'
import { schemeOf } from '../preferences/index.ts'

/** Tells the style sheets of theme, density, colours and language: they hang on the root. */
export function styleRoot(root: HTMLElement, preferences: Preferences): void {
  const { theme, density, language } = preferences
  root.dataset['theme'] = theme
  root.dataset['density'] = density
  root.dataset['scheme'] = schemeOf(preferences)
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** The mode draws the window's frame; a halt hatches it. */
export function styleMode(root: HTMLElement, mode: Mode | undefined, halted: boolean): void {
  if (mode === undefined) delete root.dataset['mode']
  else root.dataset['mode'] = mode
  if (halted) root.dataset['halted'] = ''
  else delete root.dataset['halted']
}
