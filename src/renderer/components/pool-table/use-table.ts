import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useWindow, useWords } from '../../desk/index.ts'
import { observeSize } from '../sizes.ts'
import { usePainter } from '../use-painter.ts'
import type { Column, Measures } from './columns.ts'
import { shownColumns } from './columns.ts'
import type { FootRow } from './foot-row.ts'
import { createFoot } from './foot-row.ts'
import type { PoolTableProps } from './table-props.ts'
import { TableView } from './table-view.ts'

const HEAD = 20
const UNMEASURED: Measures = { width: Infinity, character: 7, padding: 10 }

/** A table's elements and what paints them. */
export interface Table<Row> {
  readonly view: TableView<Row>
  /** Those that there is room for. */
  readonly columns: readonly Column<Row>[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly body: RefObject<HTMLDivElement | null>
  readonly foot: RefObject<HTMLDivElement | null>
  readonly above: RefObject<HTMLButtonElement | null>
  /** A hundred characters wide, unseen. */
  readonly probe: RefObject<HTMLDivElement | null>
  readonly empty: RefObject<HTMLParagraphElement | null>
  readonly paint: () => void
}

export function useTable<Row>(props: PoolTableProps<Row>): Table<Row> {
  const t = useWords()
  const { palette } = useWindow()
  const domId = useId()
  const [measures, setMeasures] = useState<Measures>(UNMEASURED)
  const columns = useShown(props.columns, measures)
  const parts = { ...props, columns, t }
  const newest = useRef(parts)
  const [view] = useState(() => new TableView<Row>(props.id, domId, props))
  const scroller = useRef<HTMLDivElement | null>(null)
  const body = useRef<HTMLDivElement | null>(null)
  const foot = useRef<HTMLDivElement | null>(null)
  const above = useRef<HTMLButtonElement | null>(null)
  const probe = useRef<HTMLDivElement | null>(null)
  const empty = useRef<HTMLParagraphElement | null>(null)
  const sums = useRef<FootRow | undefined>(undefined)
  const paint = useCallback((): void => {
    const told = view.paint()
    sums.current?.paint()
    hide(empty.current, told.count > 0)
    // The sum of nothing would stand where it is said that there is nothing.
    hide(foot.current, told.count === 0)
    set(scroller.current, 'aria-rowcount', String(told.count + 1))
    set(scroller.current, 'aria-activedescendant', told.active)
    showAbove(
      above.current,
      told.above === 0 ? '' : newest.current.t('table.above', { count: told.above }),
    )
  }, [view])
  useEffect(() => {
    newest.current = parts
    view.take(parts)
    props.onTable?.(view)
  })
  usePainter(
    [...props.slices, 'theme'],
    (changed) => {
      if (changed.has('theme')) view.setRowHeight(parseFloat(palette().color('row')))
      paint()
    },
    'in turn',
  )
  useEffect(() => {
    const [outer, inner, ruler] = [scroller.current, body.current, probe.current]
    if (outer === null || inner === null || ruler === null) return undefined
    const measure = (part: Partial<Measures>): void => {
      setMeasures((before) => ({ ...before, ...part }))
    }
    view.attach({ scroller: outer, body: inner })
    const end = observeSize(outer, (size) => {
      // Told by the theme only when that changes; a table may come later.
      const row = parseFloat(palette().color('row'))
      view.setRowHeight(row)
      const covered = HEAD + (foot.current === null ? 0 : row)
      view.resize(size.height, covered)
      // Out of the page it has no width, and shows what it showed.
      if (size.width > 0) measure({ width: size.width })
      paint()
    })
    const endProbe = observeSize(ruler, (size) => {
      const padding = 2 * parseFloat(palette().color('cell-x'))
      if (size.width > 0) measure({ character: size.width / 100, padding })
    })
    return () => {
      end()
      endProbe()
      view.attach(undefined)
    }
  }, [view, paint, palette])
  useEffect(() => {
    sums.current = foot.current === null ? undefined : createFoot(foot.current, columns)
    paint()
  }, [columns, paint])
  return { view, columns, scroller, body, foot, above, probe, empty, paint }
}

/** Those that fit: the same array as long as they are the same columns. */
function useShown<Row>(
  columns: readonly Column<Row>[],
  measures: Measures,
): readonly Column<Row>[] {
  const names = shownColumns(columns, measures)
    .map(({ id }) => id)
    .join(' ')
  return useMemo(() => {
    const shown = new Set(names.split(' '))
    return columns.filter(({ id }) => shown.has(id))
  }, [columns, names])
}

function hide(element: HTMLElement | null, hidden: boolean): void {
  if (element !== null && element.hidden !== hidden) element.hidden = hidden
}

function set(element: HTMLElement | null, name: string, value: string): void {
  if (element === null || element.getAttribute(name) === value) return
  if (value === '') element.removeAttribute(name)
  else element.setAttribute(name, value)
}

function showAbove(element: HTMLElement | null, words: string): void {
  if (element === null || (element.textContent === words && element.hidden === (words === '')))
    return
  element.textContent = words
  element.hidden = words === ''
}
