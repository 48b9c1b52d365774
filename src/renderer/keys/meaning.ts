import type { Chords } from './clashes.ts'
import type { KeyName } from './key-table.ts'
import { KEY_NAMES, keyEntry } from './key-table.ts'
import type { Layers } from './layers.ts'

/** One press of a key, and where. */
export interface Stroke {
  readonly chord: string
  /** Made by a key that is held down. */
  readonly repeat: boolean
  /** Command is down, which is a Mac's Ctrl. */
  readonly command: boolean
  /** Milliseconds, monotonic. */
  readonly at: number
  /** `own`: a field of the ticket, which does not stand in the way of keys that trade. */
  readonly field: 'none' | 'own' | 'text'
  /** Where the focus is: the panel's id in its layout, and its kind. */
  readonly panel: string | undefined
  readonly kind: string | undefined
}

/**
 * What a press means, at most one key of the table, but for Escape, which closes and counts to two
 * as well. A panel's own key goes before one of the whole desk.
 * @param open what is open above the panels.
 */
export function meant(stroke: Stroke, chords: Chords, open: Layers): readonly KeyName[] {
  const names = KEY_NAMES.filter((name) => {
    return chords[name] === stroke.chord && acts(name, stroke, open)
  })
  const own = names.filter((name) => keyEntry(name).scope === stroke.kind)
  return own.length > 0 ? own : names
}

function acts(name: KeyName, { field, kind }: Stroke, open: Layers): boolean {
  const { scope, trades } = keyEntry(name)
  const isCovered = open.covers(name)
  switch (scope) {
    case 'always':
      return true
    case 'dialog':
      return open.dialog
    case 'anywhere':
      return !isCovered
    case 'desk':
      return !isCovered && (field === 'none' || (field === 'own' && trades !== 'no'))
    default:
      return !isCovered && field === 'none' && scope === kind
  }
}
