/** What of a keyboard event names its keys. */
export interface PressedKeys {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

const MODIFIERS = ['Ctrl', 'Alt', 'Shift'] as const

const BY_CODE: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  NumpadEnter: 'Enter',
  BracketLeft: '[',
  BracketRight: ']',
  Slash: '/',
  Backslash: '\\',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
}
const SIGNS = new Set(Object.values(BY_CODE).filter((name) => name.length === 1))
const NAMED =
  'Space Enter Escape Delete Backspace Insert Home End Tab PageUp PageDown Left Right Up Down'
const KNOWN = new Set([...NAMED.split(' '), ...SIGNS])

/**
 * @returns the chord as it is written everywhere: modifiers in the order Ctrl, Alt, Shift, then the
 *   key; undefined for what is none.
 */
export function readChord(text: string): string | undefined {
  const parts = text.trim().split(/\s+/)
  const key = parts.pop() ?? ''
  const before = new Set(parts)
  const doubled = before.size !== parts.length
  const strange = parts.some((part) => !(MODIFIERS as readonly string[]).includes(part))
  if (doubled || strange || !isKey(key)) return undefined
  return [...MODIFIERS.filter((each) => before.has(each)), key].join(' ')
}

/**
 * @param mac there Command counts as Ctrl, and Backspace, which is called delete, as Delete.
 * @returns the chord that is pressed; undefined while only modifiers are.
 */
export function chordOf(keys: PressedKeys, mac: boolean): string | undefined {
  const key = keyOf(keys, mac)
  if (key === undefined) return undefined
  // A sign may need Shift on one keyboard and not on another: what is written counts.
  const shift = keys.shiftKey && !(SIGNS.has(key) && keys.code.startsWith('Digit'))
  const ctrl = keys.ctrlKey || (mac && keys.metaKey)
  return [ctrl && 'Ctrl', keys.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join(' ')
}

/**
 * The name of one key. Letters are those that the keyboard writes, where it writes Latin ones: else
 * (Chinese input, Alt on a Mac) those of the place.
 */
export function keyOf({ key, code }: PressedKeys, mac: boolean): string | undefined {
  if (mac && code === 'Backspace') return 'Delete'
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  if (SIGNS.has(key)) return key
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code)
  const name = place?.[1] ?? place?.[2] ?? BY_CODE[code] ?? code
  return isKey(name) ? name : undefined
}

/** Whether it writes where there is a text field. */
export function writes(chord: string): boolean {
  const key = chord.split(' ').at(-1) ?? ''
  return !/\b(Ctrl|Alt)\b/.test(chord) && (key.length === 1 || key === 'Space')
}

function isKey(name: string): boolean {
  return /^[A-Z0-9]$/.test(name) || /^F(?:[1-9]|1\d|2[0-4])$/.test(name) || KNOWN.has(name)
}

/** As it stands on the keys of this machine. */
export function shownChord(chord: string, mac: boolean): string {
  const short = chord.replace('Escape', 'Esc').replace('Delete', 'Del')
  const arrows = short
    .replace('Left', '←')
    .replace('Right', '→')
    .replace('Up', '↑')
    .replace('Down', '↓')
  return mac ? arrows.replace('Ctrl', '⌘').replace('Alt', '⌥').replace('Shift', '⇧') : arrows
}
