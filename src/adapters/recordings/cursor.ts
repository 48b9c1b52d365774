/** Where a row is being read: every cell reader starts at `position` and ends on a delimiter. */
export interface Cursor {
  /** Ends with a newline, so that no cell reader runs past it. */
  bytes: Uint8Array
  position: number
  /** Set by a reader that found something else than its cell must hold; cleared by nobody else. */
  fault: boolean
}

export const COMMA = 44
export const NEWLINE = 10
export const CARRIAGE_RETURN = 13

export function createCursor(): Cursor {
  return { bytes: new Uint8Array(0), position: 0, fault: false }
}

export function isDelimiter(byte: number): boolean {
  return byte === COMMA || byte === NEWLINE || byte === CARRIAGE_RETURN
}

/** Moves to the delimiter that ends the cell. */
export function skipCell(cursor: Cursor): void {
  const { bytes } = cursor
  let at = cursor.position
  let byte = bytes[at]!
  while (byte > COMMA || !isDelimiter(byte)) byte = bytes[++at]!
  cursor.position = at
}

/** The cell as text, for what is not plain digits and for messages. */
export function readText(cursor: Cursor): string {
  const start = cursor.position
  skipCell(cursor)
  let text = ''
  for (let at = start; at < cursor.position; at++) text += String.fromCharCode(cursor.bytes[at]!)
  return text
}
