import type { AnswerColumns, Cell, ColumnKind } from '../../../core/history/index.ts'

/** What an engine hands over, as all of them give it: absent is NaN, '' or an empty list. */
export function cellOf(kind: ColumnKind, value: unknown): Cell {
  switch (kind) {
    case 'mode':
    case 'symbol':
    case 'contract':
    case 'text':
      return textOf(value)
    case 'doubles':
      return Array.isArray(value) ? value.map(numberOf) : []
    default:
      return numberOf(value)
  }
}

export function cellsOfRow(columns: AnswerColumns, row: readonly unknown[]): readonly Cell[] {
  return Object.values(columns).map((kind, index) => cellOf(kind, row[index]))
}

/** Numbers of all kinds become doubles, and −0 becomes 0. */
export function numberOf(value: unknown): number {
  if (value === null || value === undefined) return NaN
  return Number(value) + 0
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
