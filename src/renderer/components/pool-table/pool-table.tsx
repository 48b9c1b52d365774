import { useCallback, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent, MouseEvent, PointerEvent, ReactElement } from 'react'
import { useWords } from '../../desk/index.ts'
import { useCopy } from '../use-copy.ts'
import { leastTableWidth } from './columns.ts'
import { hasFoot } from './foot-row.ts'
import { TableHead } from './table-head.tsx'
import { takeKey } from './table-keys.ts'
import type { MenuItem, MenuPlace } from './table-menu.tsx'
import { TableMenu } from './table-menu.tsx'
import type { PoolTableProps } from './table-props.ts'
import { TypedSearch } from './typed-search.ts'
import { useExport } from './use-export.ts'
import { useTable } from './use-table.ts'
import './pool-table.css'

/** A virtual table that paints by refs: thousands of rows, a few dozen elements. */
export function PoolTable<Row>(props: PoolTableProps<Row>): ReactElement {
  const { id, label, onEnter, onClick, onDelete, searchText, onKey } = props
  const t = useWords()
  const { view, columns, paint, scroller, body, foot, above, probe, empty } = useTable(props)
  const [sorting, setSorting] = useState(view.sorting)
  const [search] = useState(() => new TypedSearch())
  const [menu, setMenu] = useState<MenuPlace>()
  const { copyText, exportCsv } = useExport(id, label, view, columns)
  const copyToClipboard = useCopy()
  const closeMenu = useCallback(() => setMenu(undefined), [])

  const sort = (column: string): void => {
    setSorting(view.sortBy(column))
    paint()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    const deeds = { onEnter, onDelete, searchText, openMenu: () => setMenu(middle(event)) }
    if (!takeKey(event, view, search, deeds) && onKey?.(event) !== true) return
    event.preventDefault()
    event.stopPropagation()
    paint()
  }
  const click = (event: MouseEvent): void => {
    const index = indexOf(event)
    if (index < 0) return
    view.choose(
      index,
      event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only',
    )
    const row = view.rows[index]
    if (row !== undefined && !event.shiftKey && !event.ctrlKey && !event.metaKey) onClick?.(row)
    paint()
  }
  const doubleClick = (event: MouseEvent): void => {
    const row = view.rows[indexOf(event)]
    if (row !== undefined) onEnter?.(row)
  }
  const copy = (event: ClipboardEvent): void => {
    event.clipboardData.setData('text/plain', copyText(false))
    event.preventDefault()
  }
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault()
    const index = indexOf(event)
    const row = view.rows[index]
    if (row !== undefined && !view.selection.keys.has(props.keyOf(row))) view.choose(index)
    paint()
    setMenu({ x: event.clientX, y: event.clientY })
  }
  const items = (): readonly MenuItem[] => [
    ...(props.menu?.(view.selected) ?? []),
    { words: t('table.copy'), keys: 'Ctrl C', act: () => copyToClipboard(copyText(false)) },
    { words: t('table.copy-all'), act: () => copyToClipboard(copyText(true)) },
    { words: t('table.export'), act: exportCsv },
  ]
  return (
    <div className="pool-table">
      <div
        ref={scroller}
        className="pool-scroller"
        role="grid"
        tabIndex={0}
        data-panel-focus=""
        aria-label={label}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        onScroll={() => {
          view.scrolled()
          paint()
        }}
        onKeyDown={press}
        onClick={click}
        onDoubleClick={doubleClick}
        onContextMenu={openMenu}
        onCopy={copy}
        onPointerOver={(event: PointerEvent) => view.hover(indexOf(event))}
        onPointerLeave={() => {
          view.hover(-1)
          paint()
        }}
      >
        <div style={{ minWidth: leastTableWidth(columns) }}>
          <TableHead columns={columns} sorting={sorting} onSort={sort} />
          <div ref={body} className="pool-body" role="rowgroup" />
          {hasFoot(columns) && <div ref={foot} className="pool-foot" role="row" />}
        </div>
      </div>
      {props.empty !== undefined && (
        <p ref={empty} className="pool-empty" hidden>
          {props.empty.words}
          {props.empty.keys !== undefined && props.empty.keys !== '' && (
            <>
              {' '}
              <kbd>{props.empty.keys}</kbd>
            </>
          )}
        </p>
      )}
      <div ref={probe} className="pool-probe" aria-hidden="true" />
      <button
        ref={above}
        type="button"
        className="pool-new"
        hidden
        onClick={() => {
          view.toTop()
          paint()
        }}
      />
      {menu !== undefined && (
        <TableMenu
          label={t('table.menu', { table: label })}
          place={menu}
          items={items()}
          onClose={closeMenu}
        />
      )}
    </div>
  )
}

function indexOf({ target }: { readonly target: EventTarget }): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row === null ? -1 : Number(row.dataset['index'])
}

function middle({ currentTarget }: KeyboardEvent): MenuPlace {
  const box = currentTarget.getBoundingClientRect()
  return { x: box.left + 40, y: box.top + 40 }
}
