import * as fc from 'fast-check'
import { MODES } from '../../../src/core/contracts/index.ts'
import type { Cell, ColumnKind, Row, RowOf, TableName } from '../../../src/core/history/index.ts'
import { keyOf, TABLE_NAMES, tableOf } from '../../../src/core/history/index.ts'

/** 2020-08-21 13:37 in Shanghai. */
export const AT = 1_597_988_220_000_000

const EMPTY: Readonly<Record<ColumnKind, Cell>> = {
  time: AT,
  mode: 'simulated',
  symbol: '',
  contract: 'SHFE.ag2012',
  text: '',
  int: 0,
  long: 0,
  double: NaN,
  doubles: [],
}

/** A row with dull cells, but for those that matter to the test. */
export function rowFixture<Name extends TableName>(
  table: Name,
  cells: Partial<RowOf<Name>> = {},
): RowOf<Name> {
  const dull = Object.entries(tableOf(table).columns).map(([name, kind]) => [name, EMPTY[kind]])
  return { table, ...(Object.fromEntries(dull) as object), ...cells } as RowOf<Name>
}

const number = fc.double().map((value) => value + 0)
/** Text of any characters that survive UTF-8. */
const text = fc.string({ unit: 'grapheme', maxLength: 30 })
const int = fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 })

const CELL: Readonly<Record<ColumnKind, fc.Arbitrary<Cell>>> = {
  time: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  mode: fc.constantFrom(...MODES),
  symbol: text,
  contract: text,
  text,
  int: fc.oneof(int, fc.constant(NaN)),
  long: fc.oneof(fc.maxSafeInteger(), fc.constant(NaN)),
  double: number,
  doubles: fc.array(number, { maxLength: 5 }),
}

/** Any sound row: what a key needs is there. */
export function arbitraryRow(tables: readonly TableName[] = TABLE_NAMES): fc.Arbitrary<Row> {
  return fc.constantFrom(...tables).chain((table) => {
    const key = keyOf(table)
    const cells = Object.entries(tableOf(table).columns).map(([name, kind]) => [
      name,
      key.includes(name) && kind === 'int' ? int : CELL[kind],
    ])
    return fc
      .record(Object.fromEntries(cells) as Record<string, fc.Arbitrary<Cell>>)
      .map((row) => ({ table, ...row }) as unknown as Row)
  })
}
