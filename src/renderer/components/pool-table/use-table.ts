import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useWindow, useWords } from '../../desk/index.ts'
import { observeSize } from '../sizes.ts'
import { usePainter } from '../use-painter.ts'
import type { Column } from './columns.ts'
import { shownColumns } from './columns.ts'
import type { FootRow } from './foot-row.ts'
import { createFoot } from './foot-row.ts'
import type { PoolTableProps } from './table-props.ts'
import { TableView } from './table-view.ts'

const HEAD = 20

/** A table's elements and what paints them. */
export interface Table<Row> {
  readonly view: TableView<Row>
  /** Those that there is room for. */
  readonly columns: readonly Column<Row>[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly body: RefObject<HTMLDivElement | null>
  readonly foot: RefObject<HTMLDivElement | null>
  readonly above: RefObject<HTMLButtonElement | null>
  readonly paint: () => void
}

export function useTable<Row>(props: PoolTableProps<Row>): Table<Row> {
  const t = useWords()
  const { palette } = useWindow()
  const domId = useId()
  const [width, setWidth] = useState(Infinity)
  const columns = useMemo(() => shownColumns(props.columns, width), [props.columns, width])
  const parts = { ...props, columns, all: props.columns, t }
  const newest = useRef(parts)
  const [view] = useState(() => new TableView<Row>(props.id, domId, props))
  const scroller = useRef<HTMLDivElement | null>(null)
  const body = useRef<HTMLDivElement | null>(null)
  const foot = useRef<HTMLDivElement | null>(null)
  const above = useRef<HTMLButtonElement | null>(null)
  const sums = useRef<FootRow | undefined>(undefined)
  const paint = useCallback((): void => {
    const told = view.paint()
    sums.current?.paint()
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
  usePainter([...props.slices, 'theme'], (changed) => {
    if (changed.has('theme')) view.setRowHeight(parseFloat(palette().color('row')))
    paint()
  })
  useEffect(() => {
    const [outer, inner] = [scroller.current, body.current]
    if (outer === null || inner === null) return undefined
    view.attach({ scroller: outer, body: inner })
    const end = observeSize(outer, (size) => {
      const covered = HEAD + (foot.current === null ? 0 : parseFloat(palette().color('row')))
      view.resize(size.height, covered)
      setWidth((before) => sameColumns(newest.current.all, before, size.width))
      paint()
    })
    return () => {
      end()
      view.attach(undefined)
    }
  }, [view, paint, palette])
  useEffect(() => {
    sums.current = foot.current === null ? undefined : createFoot(foot.current, columns)
    paint()
  }, [columns, paint])
  return { view, columns, scroller, body, foot, above, paint }
}

/** The width before, where another one shows the same columns: then nothing is made anew. */
function sameColumns<Row>(columns: readonly Column<Row>[], before: number, now: number): number {
  if (now === 0) return before
  const same = shownColumns(columns, before).length === shownColumns(columns, now).length
  return same ? before : now
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
