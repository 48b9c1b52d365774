import type { Column } from './columns.ts'
import { tracksOf } from './columns.ts'
import { PooledCell } from './pooled-cell.ts'
import type { Selection } from './selection.ts'
import type { VisibleRange } from './visible-range.ts'

/** What the pool shows just now. */
export interface PoolView<Row> {
  readonly rows: readonly Row[]
  readonly range: VisibleRange
  readonly rowHeight: number
  readonly selection: Selection
}

export interface PoolParts<Row> {
  readonly keyOf: (row: Row) => string
  readonly classOf?: ((row: Row) => string) | undefined
}

interface PooledRow<Row> {
  readonly element: HTMLElement
  readonly cells: readonly PooledCell<Row>[]
  /** Of the row that it shows; −1 while it waits. */
  index: number
  top: number
  classes: string
}

/**
 * A few dozen rows that stand wherever they are seen: each is placed by `translateY`, and what it
 * shows is written into it. Row `i` always takes the same element, so that scrolling by one row
 * writes one row anew.
 */
export class Pool<Row> {
  readonly #body: HTMLElement
  readonly #id: string
  #columns: readonly Column<Row>[] = []
  #rows: PooledRow<Row>[] = []

  /** @param id unique on the page: the rows' ids begin with it. */
  constructor(body: HTMLElement, id: string) {
    this.#body = body
    this.#id = id
  }

  build(columns: readonly Column<Row>[], size: number): void {
    if (columns === this.#columns && size <= this.#rows.length) return
    this.#columns = columns
    this.#rows = Array.from({ length: Math.max(size, this.#rows.length) }, (_, place) =>
      this.#createRow(place),
    )
    this.#body.replaceChildren(...this.#rows.map(({ element }) => element))
  }

  /** The id of the element that shows a row, where one does. */
  idOf(index: number): string | undefined {
    const size = this.#rows.length
    if (index < 0 || size === 0) return undefined
    const row = this.#rows[index % size]
    return row?.index === index ? row.element.id : undefined
  }

  paint(view: PoolView<Row>, parts: PoolParts<Row>): void {
    const { first, end } = view.range
    const size = this.#rows.length
    for (const pooled of this.#rows) {
      if (pooled.index >= 0 && (pooled.index < first || pooled.index >= end)) hide(pooled)
    }
    for (let index = first; index < Math.min(end, first + size); index++) {
      const pooled = this.#rows[index % size]
      const row = view.rows[index]
      if (pooled !== undefined && row !== undefined) paintRow(pooled, index, row, view, parts)
    }
  }

  #createRow(place: number): PooledRow<Row> {
    const element = document.createElement('div')
    element.id = `${this.#id}-${place}`
    element.setAttribute('role', 'row')
    element.className = 'pool-row'
    element.hidden = true
    element.style.gridTemplateColumns = tracksOf(this.#columns)
    const cells = this.#columns.map((column) => new PooledCell(column))
    element.append(...cells.map((cell) => cell.element))
    return { element, cells, index: -1, top: NaN, classes: '' }
  }
}

function hide<Row>(pooled: PooledRow<Row>): void {
  pooled.index = -1
  pooled.element.hidden = true
}

function paintRow<Row>(
  pooled: PooledRow<Row>,
  index: number,
  row: Row,
  { rowHeight, selection }: PoolView<Row>,
  { keyOf, classOf }: PoolParts<Row>,
): void {
  const { element, cells } = pooled
  const key = keyOf(row)
  if (pooled.index !== index) {
    if (pooled.index < 0) element.hidden = false
    pooled.index = index
    element.dataset['index'] = String(index)
    element.setAttribute('aria-rowindex', String(index + 2))
  }
  const top = index * rowHeight
  if (pooled.top !== top) {
    pooled.top = top
    element.style.transform = `translateY(${top}px)`
  }
  const isSelected = selection.keys.has(key)
  const cursor = selection.cursor === key ? ' pool-cursor' : ''
  const more = classOf?.(row) ?? ''
  const classes = `pool-row${isSelected ? ' pool-selected' : ''}${cursor}${more && ` ${more}`}`
  if (pooled.classes !== classes) {
    pooled.classes = classes
    element.className = classes
    element.setAttribute('aria-selected', String(isSelected))
  }
  for (const cell of cells) cell.paint(row, key)
}
