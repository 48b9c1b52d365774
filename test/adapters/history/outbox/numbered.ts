import type { Row } from '../../../../src/core/history/index.ts'
import { AT, rowFixture } from '../../../core/history/row-fixture.ts'

/** Acknowledgements that can be told apart, from a number on. */
export function numbered(count: number, from = 0): readonly Row[] {
  return Array.from({ length: count }, (_, index) =>
    rowFixture('acks', { ts: AT + from + index, command_id: `c${from + index}` }),
  )
}

/** Numbers of rows that were stored. */
export function numbersOf(rows: readonly Row[]): readonly number[] {
  return rows.map(({ ts }) => ts - AT)
}

export function counting(count: number, from = 0): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index)
}
