/* Long because it joins order, choice, place and pool of one table; each of them is a file. */
import type { Column } from './columns.ts'
import { KeptPlace } from './keeping-place.ts'
import type { PoolParts } from './pool.ts'
import { Pool } from './pool.ts'
import type { Sorting } from './row-order.ts'
import { RowOrder, UNSORTED, sortedNext } from './row-order.ts'
import { Scroller } from './scroller.ts'
import type { RowKeys, SelectHow, Selection } from './selection.ts'
import { NOTHING_SELECTED, select, selectAll } from './selection.ts'
import { poolSize, visibleRange } from './visible-range.ts'

/** The elements of one table on the page. */
export interface TableElements {
  readonly scroller: HTMLElement
  readonly body: HTMLElement
}

/** What a table shows; may be another at each paint. */
export interface TableParts<Row> extends PoolParts<Row> {
  readonly columns: readonly Column<Row>[]
  /** The same array as long as no row came or went. */
  readonly rows: () => readonly Row[]
}

/** What a table told of itself at its last paint. */
export interface TableTold {
  readonly count: number
  /** Rows that came above while the person looked at others. */
  readonly above: number
  /** Id of the element of the row that the cursor is on; empty where it is not on the page. */
  readonly active: string
}

/** One table while it is on the page. Paints when told; holds which rows are chosen. */
export class TableView<Row> {
  #parts: TableParts<Row>
  readonly #scroller: Scroller
  readonly #order = new RowOrder<Row>()
  readonly #place = new KeptPlace()
  readonly #domId: string
  #elements: TableElements | undefined
  #pool: Pool<Row> | undefined
  #rows: readonly Row[] = []
  #rowHeight = 20
  #selection: Selection = NOTHING_SELECTED
  /** Stays at its top while rows come there, unless the pointer rests on a row. */
  #follows = true
  #hovered = -1
  #above = 0
  #bodyHeight = -1

  #sorting = UNSORTED

  /** @param domId unique on the page. */
  constructor(id: string, domId: string, parts: TableParts<Row>) {
    this.#parts = parts
    this.#domId = domId
    this.#scroller = new Scroller(id)
    this.#follows = this.#scroller.scrolled === 0
  }

  get sorting(): Sorting {
    return this.#sorting
  }

  get rows(): readonly Row[] {
    return this.#rows
  }

  get selection(): Selection {
    return this.#selection
  }

  /** The row that the cursor is on. */
  get current(): Row | undefined {
    return this.#rows[this.cursorIndex]
  }

  get cursorIndex(): number {
    return this.#selection.cursor === '' ? -1 : this.#keys.indexOf(this.#selection.cursor)
  }

  /** In the order in which they stand. */
  get selected(): readonly Row[] {
    const { keyOf } = this.#parts
    const { keys } = this.#selection
    return keys.size === 0 ? [] : this.#rows.filter((row) => keys.has(keyOf(row)))
  }

  /** Rows that are seen at once. */
  get page(): number {
    return Math.floor(this.#scroller.height / this.#rowHeight)
  }

  attach(elements: TableElements | undefined): void {
    this.#elements = elements
    this.#scroller.attach(elements?.scroller)
    this.#pool = elements === undefined ? undefined : new Pool(elements.body, this.#domId)
    this.#bodyHeight = -1
  }

  /** From the next paint on. */
  take(parts: TableParts<Row>): void {
    this.#parts = parts
  }

  /** The person clicked the head of a column. */
  sortBy(column: string): Sorting {
    this.#sorting = sortedNext(this.#sorting, column)
    return this.#sorting
  }

  /** @param covered height of head and foot, in pixels. */
  resize(height: number, covered: number): void {
    this.#scroller.headHeight = covered
    this.#scroller.resize(height)
  }

  setRowHeight(height: number): void {
    if (height > 0) this.#rowHeight = height
  }

  /** The person scrolled, or the browser did what was asked of it. */
  scrolled(): void {
    const before = this.#scroller.scrolled
    this.#scroller.take()
    if (this.#scroller.scrolled === before) return
    this.#follows = this.#scroller.scrolled < this.#rowHeight / 2
    if (this.#follows) this.#above = 0
    this.#mark()
  }

  toTop(): void {
    this.#follows = true
    this.#above = 0
    this.#scroller.to(0)
  }

  /** @param index of the row under the pointer; −1 when it left. */
  hover(index: number): void {
    this.#hovered = index
    if (index < 0 && this.#follows) this.toTop()
    this.#mark()
  }

  choose(index: number, how: SelectHow = 'only'): void {
    this.#selection = select(this.#keys, this.#selection, index, how)
    this.#scroller.show(index, this.#rowHeight)
  }

  chooseKey(key: string): void {
    const index = this.#keys.indexOf(key)
    if (index >= 0) this.choose(index)
  }

  chooseAll(): void {
    this.#selection = selectAll(this.#keys, this.#selection)
  }

  paint(): TableTold {
    const parts = this.#parts
    this.#rows = this.#order.sorted(parts.rows(), parts.columns, this.#sorting)
    const count = this.#rows.length
    const { height } = this.#scroller
    if (this.#elements !== undefined && this.#pool !== undefined && height > 0) {
      this.#pool.build(parts.columns, poolSize(height, this.#rowHeight))
      this.#stretch(this.#elements.body, count)
      this.#keepPlace()
      const range = visibleRange(this.#scroller.scrolled, height, this.#rowHeight, count)
      const { selection } = this
      this.#pool.paint({ rows: this.#rows, range, rowHeight: this.#rowHeight, selection }, parts)
    }
    const active = this.#pool?.idOf(this.cursorIndex) ?? ''
    return { count, above: this.#above, active }
  }

  #stretch(body: HTMLElement, count: number): void {
    const least = this.#above > 0 ? this.#scroller.scrolled + this.#scroller.height : 0
    const height = Math.max(count * this.#rowHeight, least)
    if (height === this.#bodyHeight) return
    this.#bodyHeight = height
    body.style.height = `${height}px`
  }

  #reach(body: HTMLElement, scrolled: number): void {
    const height = scrolled + this.#scroller.height
    if (height <= this.#bodyHeight) return
    this.#bodyHeight = height
    body.style.height = `${height}px`
  }

  #keepPlace(): void {
    if (this.#hovered >= 0 || !this.#follows) {
      const moved = this.#place.moved(this.#keys)
      if (moved !== 0) {
        this.#above = Math.max(0, this.#above + moved)
        if (this.#hovered >= 0) this.#hovered += moved
        const scrolled = this.#scroller.scrolled + moved * this.#rowHeight
        // A list that fits its place can be scrolled too, so that its rows stay where they are.
        if (this.#elements !== undefined) this.#reach(this.#elements.body, scrolled)
        this.#scroller.to(scrolled)
      }
    }
    this.#mark()
  }

  #mark(): void {
    const first = Math.floor(this.#scroller.scrolled / this.#rowHeight)
    this.#place.mark(this.#keys, this.#hovered >= 0 ? this.#hovered : first)
  }

  get #keys(): RowKeys {
    const rows = this.#rows
    const { keyOf } = this.#parts
    return {
      count: rows.length,
      keyAt: (index) => {
        const row = rows[index]
        return row === undefined ? '' : keyOf(row)
      },
      indexOf: (key) => rows.findIndex((row) => keyOf(row) === key),
    }
  }
}
