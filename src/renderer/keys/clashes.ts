import { writes } from './chord.ts'
import type { KeyEntry } from './key-entry.ts'
import type { KeyName } from './key-table.ts'
import { KEY_NAMES, keyEntry } from './key-table.ts'

export type Chords = Readonly<Record<KeyName, string>>

/** Why a chord may not be had: another has it, the browser keeps it, or it would write. */
export type ChordTrouble =
  | { readonly kind: 'taken'; readonly by: KeyName }
  | { readonly kind: 'reserved' }
  | { readonly kind: 'writes' }
  | { readonly kind: 'fixed' }

const GENERAL = new Set(['anywhere', 'desk'])

/** What moves within panels and text, the clipboard, zoom, and what browsers do not give away. */
const RESERVED = new Set(
  [
    'Escape|Enter|Tab|Shift Tab|Left|Right|Up|Down|Home|End|PageUp|PageDown',
    'Ctrl C|Ctrl V|Ctrl X|Ctrl A|Ctrl +|Ctrl -|Ctrl =|Ctrl 0',
    'Ctrl N|Ctrl T|Ctrl W|Ctrl Shift N|Ctrl Shift T|Ctrl Shift W',
    'Ctrl Tab|Ctrl Shift Tab|Alt F4|Ctrl Alt Delete',
  ].flatMap((row) => row.split('|')),
)

/** @returns undefined where nothing stands against it; an empty chord is always free. */
export function troubleOf(name: KeyName, chord: string, chords: Chords): ChordTrouble | undefined {
  const entry = keyEntry(name)
  if (chord === '' || chord === entry.chord) return takenBy(name, chord, chords)
  if (entry.fixed) return { kind: 'fixed' }
  if (RESERVED.has(chord)) return { kind: 'reserved' }
  const inText = entry.scope === 'always' || entry.scope === 'anywhere' || entry.scope === 'dialog'
  if (inText && writes(chord)) return { kind: 'writes' }
  return takenBy(name, chord, chords)
}

function takenBy(name: KeyName, chord: string, chords: Chords): ChordTrouble | undefined {
  if (chord === '') return undefined
  const by = KEY_NAMES.find((other) => {
    return other !== name && chords[other] === chord && meet(keyEntry(name), keyEntry(other))
  })
  return by === undefined ? undefined : { kind: 'taken', by }
}

/** Whether one press could mean both. A panel's key goes before one of the desk that trades not. */
function meet(one: KeyEntry, other: KeyEntry): boolean {
  // Closing what is open goes before counting to two.
  if (one.fixed !== other.fixed && (one.press === 'double' || other.press === 'double'))
    return false
  if (one.scope === other.scope || one.scope === 'always' || other.scope === 'always') return true
  if (one.scope === 'dialog' || other.scope === 'dialog') return false
  const [a, b] = [GENERAL.has(one.scope), GENERAL.has(other.scope)]
  if (a && b) return true
  if (!a && !b) return false
  const general = a ? one : other
  return general.scope === 'anywhere' || one.trades !== 'no' || other.trades !== 'no'
}
