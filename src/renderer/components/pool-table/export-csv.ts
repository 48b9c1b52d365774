import type { TextRows } from '../../../core/desk/table-text.ts'
import { csvOf } from '../../../core/desk/table-text.ts'

/** Where figures come from: stands above them in the file. */
export interface ExportHead {
  readonly table: string
  readonly mode: string
  readonly account: string
  /** In the exchanges' zone. */
  readonly time: string
}

/** The whole file, as a spreadsheet reads it: with a mark of its encoding. */
export function csvFile(
  { table, mode, account, time }: ExportHead,
  titles: readonly [table: string, mode: string, account: string, time: string],
  rows: TextRows,
): string {
  const head = [table, mode, account, time].map((text, index) => [titles[index] ?? '', text])
  return `\ufeff${csvOf([...head, [''], ...rows])}`
}

/** Hands a file to the person's browser. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** `orders`, `2020-08-21 14:30:42` → `orders-20200821-143042.csv`. */
export function fileName(id: string, time: string): string {
  return `${id}-${time.replaceAll(/[-:]/g, '').replace(' ', '-')}.csv`
}
