import { readChord } from './chord.ts'
import type { Chords } from './clashes.ts'
import { troubleOf } from './clashes.ts'
import type { KeyName } from './key-table.ts'
import { KEY_NAMES, isKeyName, keyEntry } from './key-table.ts'

/** As it is kept: what differs from the table only. */
export interface KeptChords {
  readonly version: 1
  readonly chords: Readonly<Partial<Record<KeyName, string>>>
}

export interface ReadChords {
  readonly chords: Chords
  /** What was kept and is not taken, as it stood there. */
  readonly ignored: readonly string[]
}

export function usualChords(): Chords {
  const pairs = KEY_NAMES.map((name) => [name, keyEntry(name).chord])
  return Object.fromEntries(pairs) as Chords
}

/** @param kept from wherever: what makes no sense is ignored and told of. */
export function readChords(kept: unknown): ReadChords {
  const usual = usualChords()
  if (kept === undefined) return { chords: usual, ignored: [] }
  const { version, chords } = (kept ?? {}) as Partial<Record<keyof KeptChords, unknown>>
  if (version !== 1 || typeof chords !== 'object' || chords === null) {
    return { chords: usual, ignored: [JSON.stringify(kept).slice(0, 80)] }
  }
  const ignored: string[] = []
  const wanted: Record<string, string> = {}
  for (const [name, value] of Object.entries(chords)) {
    const chord = value === '' ? '' : readChord(String(value))
    if (isKeyName(name) && chord !== undefined) wanted[name] = chord
    else ignored.push(`${name}: ${String(value)}`)
  }
  const read: Record<KeyName, string> = { ...usual, ...wanted }
  // What clashes falls back, which may clash in its turn; the table itself has no clash.
  for (let name = troubled(read, wanted); name !== undefined; name = troubled(read, wanted)) {
    ignored.push(`${name}: ${wanted[name]}`)
    delete wanted[name]
    read[name] = usual[name]
  }
  return { chords: read, ignored }
}

function troubled(
  read: Chords,
  wanted: Readonly<Record<string, string | undefined>>,
): KeyName | undefined {
  return KEY_NAMES.find((name) => {
    return wanted[name] !== undefined && troubleOf(name, read[name], read) !== undefined
  })
}

export function keptOf(chords: Chords): KeptChords {
  const changed = KEY_NAMES.filter((name) => chords[name] !== keyEntry(name).chord)
  return {
    version: 1,
    chords: Object.fromEntries(changed.map((name) => [name, chords[name]])),
  }
}
