import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf, plainFigure, tsvOf } from '../../../src/core/desk/table-text.ts'

/** Reads what `csvOf` wrote, as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let [cell, isQuoted] = ['', false]
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text.charAt(at + 1) === '"') cell += text.charAt(at++)
      else isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === ',' || character === '\r') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (character === '\n') rows.push([])
    else cell += character
  }
  return rows.slice(0, -1)
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('=1+1', '@SUM(A1)', '+cmd', '-2+3', '\t=1', ' =1', '＝1', '"', 'a,b', 'a\r\nb'),
)

describe('the text of a table', () => {
  it('makes plain figures of those on the screen, and leaves other text', () => {
    expect(
      ['−1,234.50', '+510.00', '51,690', '–', '3/5', '1,23', '2020-08-21'].map((text) =>
        plainFigure(text),
      ),
    ).toEqual(['-1234.50', '510.00', '51690', '', '3/5', '1,23', '2020-08-21'])
  })

  it('quotes what would break a line or a cell', () => {
    expect(csvOf([['a,b', 'say "so"', 'two\nlines', 'plain']])).toBe(
      '"a,b","say ""so""","two\nlines",plain\r\n',
    )
  })

  it('lets no text become a formula', () => {
    const cells = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', ' =1', '\t=1', '＝1', '-5', '−5']
    expect(readCsv(csvOf([cells]))).toEqual([
      ["'=1+1", "'+cmd", "'-2+3", "'@SUM(A1)", "' =1", "'\t=1", "'＝1", '-5', '-5'],
    ])
  })

  it('keeps every cell of every row, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 })), (rows) => {
        const read = readCsv(csvOf(rows))
        expect(read.length).toBe(rows.length)
        for (const [at, row] of rows.entries()) {
          const found = read[at] ?? []
          expect(found.length).toBe(row.length)
          for (const [place, text] of row.entries()) {
            const plain = plainFigure(text)
            expect([plain, `'${plain}`]).toContain(found[place])
            expect(found[place]).not.toMatch(/^\s*[=@]|^[\t\r]/)
          }
        }
      }),
    )
  })

  it('puts rows on lines for the clipboard, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const lines = tsvOf(rows).split('\n')
        expect(lines.map((line) => line.split('\t').length)).toEqual(rows.map((row) => row.length))
      }),
    )
  })
})
