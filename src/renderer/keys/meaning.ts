import type { Chords } from './clashes.ts'
import type { KeyEntry } from './key-entry.ts'
import type { KeyName } from './key-table.ts'
import { KEY_NAMES, keyEntry } from './key-table.ts'

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
 * @param dialog whether one is open.
 */
export function meant(stroke: Stroke, chords: Chords, dialog: boolean): readonly KeyName[] {
  const names = KEY_NAMES.filter((name) => {
    return chords[name] === stroke.chord && acts(keyEntry(name), stroke, dialog)
  })
  const own = names.filter((name) => keyEntry(name).scope === stroke.kind)
  return own.length > 0 ? own : names
}

function acts({ scope, trades }: KeyEntry, { field, kind }: Stroke, dialog: boolean): boolean {
  switch (scope) {
    case 'always':
      return true
    case 'dialog':
      return dialog
    case 'anywhere':
      return !dialog
    case 'desk':
      return !dialog && (field === 'none' || (field === 'own' && trades !== 'no'))
    default:
      return !dialog && field === 'none' && scope === kind
  }
}
