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
  tellRoot(root, 'mode', mode)
  tellRoot(root, 'halted', halted ? '' : undefined)
}

/** Touches the root only for what is new there: everything hangs on it. */
export function tellRoot(root: HTMLElement, name: string, value: string | undefined): void {
  if (root.dataset[name] === value) return
  if (value === undefined) delete root.dataset[name]
  else root.dataset[name] = value
}
