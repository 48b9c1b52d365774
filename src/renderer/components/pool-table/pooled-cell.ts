import type { CellDrawing, CellWriter, Column } from './columns.ts'

const FLASH = { duration: 400, easing: 'steps(6, end)' } as const

let stillness: MediaQueryList | undefined

/** Whether a person asked the system for less motion. */
function isStill(): boolean {
  stillness ??= matchMedia('(prefers-reduced-motion: reduce)')
  return stillness.matches
}

/** One cell of the pool: knows what it shows, so that only what changed is written. */
export class PooledCell<Row> implements CellWriter {
  readonly element: HTMLElement
  readonly #column: Column<Row>
  readonly #inner: HTMLElement
  /** Stays the same node: a new one for each figure would be styled and laid out anew. */
  readonly #words = document.createTextNode('')
  readonly #note = document.createElement('small')
  readonly #className: string
  readonly #drawing: CellDrawing<Row> | undefined
  #text = ''
  #classes = ''
  #hint = ''
  #flashed = 0
  #key = ''

  constructor(column: Column<Row>) {
    this.#column = column
    this.element = document.createElement('div')
    this.element.setAttribute('role', 'gridcell')
    this.element.className = `pool-cell pool-${column.align ?? 'start'}`
    const hasParts = column.boxed || column.noted
    this.#inner = hasParts ? document.createElement('span') : this.element
    this.#inner.append(this.#words)
    if (hasParts) this.element.append(this.#inner)
    if (column.noted) this.element.append(this.#note)
    this.#className = this.#inner.className
    this.#drawing = column.draw?.(this.element)
  }

  paint(row: Row, key: string): void {
    const isOther = key !== this.#key
    this.#key = key
    if (isOther) this.#flashed = -1
    if (this.#drawing === undefined) this.#column.paint(row, this)
    else this.#drawing(row)
  }

  readonly write = (text: string, className = ''): void => {
    if (text !== this.#text) {
      this.#text = text
      this.#words.data = text
    }
    if (className === this.#classes) return
    this.#classes = className
    this.#inner.className = `${this.#className} ${className}`
  }

  readonly flash = (direction: 'up' | 'down' | '', number: number): void => {
    const before = this.#flashed
    this.#flashed = number
    if (before === -1 || before === number || direction === '' || isStill()) return
    const ground = direction === 'up' ? 'var(--up-bg)' : 'var(--down-bg)'
    this.element.animate([{ backgroundColor: ground }, { backgroundColor: 'transparent' }], FLASH)
  }

  readonly note = (text: string): void => {
    if (text !== this.#note.textContent) this.#note.textContent = text
  }

  readonly hint = (text: string): void => {
    if (text === this.#hint) return
    this.#hint = text
    this.element.title = text
  }
}
