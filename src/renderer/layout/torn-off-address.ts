import type { Letter } from '../desk/focus.ts'
import { LETTERS } from '../desk/focus.ts'
import type { PanelName } from '../panels/index.ts'
import { PANELS } from '../panels/index.ts'

/** Which panel a page is made of. */
export interface TornOff {
  /** Undefined for a name that this version does not know. */
  readonly kind: PanelName | undefined
  /** As it stood in the address. */
  readonly name: string
  readonly letter: Letter
}

/**
 * @param search of the page's address: `?panel=ladder&letter=B`, or `?panel=ladder-b`, as shells
 *   know windows by one name.
 * @returns undefined where the page is the whole desk.
 */
export function readTornOff(search: string): TornOff | undefined {
  const given = new URLSearchParams(search)
  const name = given.get('panel')
  if (name === null) return undefined
  const asked = letterOf(given.get('letter') ?? '')
  if (isPanelName(name)) return { kind: name, name, letter: asked ?? 'A' }
  const parts = /^(.+)-([a-f])$/.exec(name)
  const kind = parts?.[1] ?? ''
  const letter = asked ?? letterOf(parts?.[2] ?? '') ?? 'A'
  return { kind: isPanelName(kind) ? kind : undefined, name, letter }
}

/** The name of a window with this panel alone: a letter and digits and dashes only. */
export function tornOffName(kind: PanelName, letter: Letter): string {
  return PANELS[kind].linked ? `${kind}-${letter.toLowerCase()}` : kind
}

export function tornOffAddress(kind: PanelName, letter: Letter): string {
  return `/?panel=${kind}&letter=${letter}`
}

export function isPanelName(name: string): name is PanelName {
  return Object.hasOwn(PANELS, name)
}

function letterOf(text: string): Letter | undefined {
  return LETTERS.find((letter) => letter === text.toUpperCase())
}
