import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import type { WatchRow } from '../../../core/desk/watch-list.ts'
import { searchWords } from '../../../core/desk/watch-list.ts'
import { PanelState, PoolTable } from '../../components/index.ts'
import type { TableHandle } from '../../components/index.ts'
import { useDesk, usePreference, useSlice, useWindow, useWords } from '../../desk/index.ts'
import { useKey } from '../../keys/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { useQuotesCondition } from '../listing/list-condition.ts'
import { watchListOf } from '../listing/models.ts'
import { openEntry } from '../listing/open-entry.ts'
import { useIsWide } from '../listing/use-is-wide.ts'
import { keepWatchList, restoreWatchList } from './kept-watch-list.ts'
import { createPaintClock, watchClass, watchColumns } from './watch-columns.ts'
import './watch-list.css'

const keyOf = ({ symbol }: WatchRow): string => symbol

/**
 * Every instrument of the feed, but for those that a person took off the list. It marks the one
 * that panels of its letter show, and chooses it.
 */
export function WatchListPanel({ panel, letter }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const { keeping } = useWindow()
  const language = usePreference((preferences) => preferences.language)
  const isWide = useIsWide()
  const model = watchListOf(desk)
  const table = useRef<TableHandle<WatchRow> | null>(null)
  const [clock] = useState(() => createPaintClock(desk))
  const columns = useMemo(
    () => watchColumns(desk, clock, t, language, isWide),
    [desk, clock, t, language, isWide],
  )
  useEffect(() => {
    restoreWatchList(model, keeping)
    desk.frames.mark('directory')
  }, [model, keeping, desk])
  const remove = (rows: readonly WatchRow[]): void => {
    model.remove(rows.map(keyOf))
    keepWatchList(model, keeping)
    desk.frames.mark('directory')
  }
  useKey('watch-list.remove', () => remove(table.current?.selected ?? []))
  const count = useSlice(['directory'], () => model.rows.length)
  const known = useSlice(['directory'], () => model.others.length + count)
  const words = t(known === 0 ? 'watch.none' : 'watch.empty')
  const show = ({ symbol }: WatchRow): void => desk.focus.show(letter, symbol)
  return (
    <PanelState condition={useQuotesCondition()}>
      <PoolTable
        id={panel}
        label={t('panel.watch-list')}
        empty={{ words }}
        onTable={(handle) => {
          table.current = handle
        }}
        columns={columns}
        rows={() => {
          clock.look()
          return model.rows
        }}
        keyOf={keyOf}
        slices={['quotes', 'directory', 'age', 'focus']}
        classOf={(row) => watchClass(row, desk.focus.symbol(letter))}
        searchText={({ instrument }) => searchWords(instrument)}
        onEnter={show}
        onClick={show}
        menu={(rows) => [
          openEntry(t('watch.open', { letter }), rows, show),
          { words: t('watch.remove'), keys: 'Del', act: () => remove(rows) },
        ]}
      />
    </PanelState>
  )
}
