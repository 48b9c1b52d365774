/** Texts of a table, row by row, the head among them. */
export type TextRows = readonly (readonly string[])[]

const FIGURE = /^[+−-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/
/** A spreadsheet takes what begins so for a formula, wide forms and leading blanks included. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠|%]|^[\t\r]/u

/** What stands for an unknown figure on the screen. */
const UNKNOWN = '–'

/** A figure as programs read it: `−1,234.50` → `-1234.50`, unknown → empty; other text as it is. */
export function plainFigure(text: string): string {
  if (text === UNKNOWN) return ''
  if (!FIGURE.test(text)) return text
  return text.replaceAll(',', '').replace('−', '-').replace(/^\+/, '')
}

/** For the clipboard: tabs and line ends within a text become blanks. */
export function tsvOf(rows: TextRows): string {
  return rows.map((row) => row.map((text) => tsvText(text)).join('\t')).join('\n')
}

/**
 * For a file: as RFC 4180 has it, and so that no text can become a formula where a spreadsheet
 * opens it. A figure stays a figure, negative ones too.
 */
export function csvOf(rows: TextRows): string {
  return rows.map((row) => `${row.map((text) => csvText(text)).join(',')}\r\n`).join('')
}

function tsvText(text: string): string {
  return safeText(plainFigure(text)).replace(/[\t\r\n]+/g, ' ')
}

function csvText(text: string): string {
  const safe = safeText(plainFigure(text))
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function safeText(text: string): string {
  return FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text
}
