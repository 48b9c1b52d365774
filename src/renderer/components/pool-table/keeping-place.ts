import type { RowKeys } from './selection.ts'

/**
 * Keeps what a person looks at in its place while rows come above it: the first row that is seen
 * stays where it is, if the list was scrolled or the pointer rests on it.
 */
export class KeptPlace {
  #key = ''
  #index = 0

  /** Remembers which row is seen first. */
  mark(rows: RowKeys, index: number): void {
    this.#index = index
    this.#key = index < rows.count ? rows.keyAt(index) : ''
  }

  /** By how many rows that one moved since; 0 where it is gone. */
  moved(rows: RowKeys): number {
    if (this.#key === '') return 0
    if (this.#index < rows.count && rows.keyAt(this.#index) === this.#key) return 0
    const found = rows.indexOf(this.#key)
    return found < 0 ? 0 : found - this.#index
  }
}
