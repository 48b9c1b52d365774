import { expect, it } from 'vitest'
import { shownTexts } from '../../../src/renderer/components/shown-texts.ts'

const row = (...cells: readonly (string | null)[]) => ({
  cells: cells.map((textContent) => ({ textContent })),
})

it('a table of the page says what stands in it: head, rows and sums, cell by cell', () => {
  const table = { rows: [row('Stage', 'µs'), row('  plan,\n gate ', '4.5'), row('total', null)] }
  expect(shownTexts(table)).toEqual([
    ['Stage', 'µs'],
    ['plan, gate', '4.5'],
    ['total', ''],
  ])
})

it('a cell over several columns leaves those behind it empty', () => {
  const wide = { textContent: 'sum', colSpan: 3 }
  expect(shownTexts({ rows: [{ cells: [wide, { textContent: '1' }] }] })).toEqual([
    ['sum', '', '', '1'],
  ])
})
