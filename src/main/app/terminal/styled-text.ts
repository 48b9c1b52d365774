/** What a piece of text is, not how it looks: `paint` alone knows escape codes. */
export type Style = 'plain' | 'faint' | 'strong' | 'up' | 'down' | 'title' | 'calm' | 'alarm'

export interface Span {
  readonly text: string
  readonly style: Style
}

/** One row of the screen. All text is of single-width characters. */
export type Line = readonly Span[]

export const EMPTY_LINE: Line = []

export function span(text: string, style: Style = 'plain'): Span {
  return { text, style }
}

export function widthOf(line: Line): number {
  return line.reduce((width, { text }) => width + text.length, 0)
}

/** Cuts or fills a line to just that width. */
export function fitted(line: Line, width: number): Line {
  const spans: Span[] = []
  let left = width
  for (const { text, style } of line) {
    if (left <= 0) break
    spans.push({ text: text.slice(0, left), style })
    left -= text.length
  }
  if (left > 0) spans.push(span(' '.repeat(left)))
  return spans
}

/** The same text without what its styles say, as of figures that are old. */
export function faded(line: Line): Line {
  return line.map(({ text }) => span(text, 'faint'))
}

/** SGR codes, red up and green down as Chinese screens have it. Source: ECMA-48, 8.3.117. */
const CODES: Readonly<Record<Style, string>> = {
  plain: '',
  faint: '2',
  strong: '1',
  up: '31',
  down: '32',
  title: '1;4',
  calm: '30;47',
  alarm: '1;37;41',
}

/** The text that a terminal is sent; without colours, nothing but the characters. */
export function paint(line: Line, colours: boolean): string {
  if (!colours) return line.map(({ text }) => text).join('')
  return line
    .map(({ text, style }) => (CODES[style] === '' ? text : `\x1b[${CODES[style]}m${text}\x1b[0m`))
    .join('')
}
