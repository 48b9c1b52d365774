import { useState } from 'react'
import type { ReactElement } from 'react'
import { useDesk, useSlice, useWindow, useWords } from '../../desk/index.ts'
import { useCommands } from '../../palette/commands.ts'
import { watchListOf } from '../listing/models.ts'
import { InstrumentChooser } from './instrument-chooser.tsx'
import { keepWatchList } from './kept-watch-list.ts'

/** How many are on the list, and what puts one back on it. */
export function WatchListTools(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const { keeping } = useWindow()
  const model = watchListOf(desk)
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number }>()
  const count = useSlice(['directory'], () => model.rows.length)
  const others = useSlice(['directory'], () => model.others)
  const add = (symbol: string): void => {
    model.add([symbol])
    keepWatchList(model, keeping)
    desk.frames.mark('directory')
  }
  const all = count + others.length
  useCommands(() =>
    model.others.map(({ symbol, name }) => ({
      id: `watch.${symbol}`,
      group: 'palette.group.symbol',
      words: t('watch.add-one', { symbol }),
      also: [name.en, name.zh],
      run: () => add(symbol),
    })),
  )
  return (
    <span className="watch-tools">
      {others.length === 0 ? count : t('watch.count', { count, all })}
      <button
        type="button"
        className="watch-add"
        aria-label={t('watch.add')}
        title={t('watch.add')}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          setPlace({ x: box.left, y: box.bottom + 2 })
        }}
      >
        +
      </button>
      {place !== undefined && (
        <InstrumentChooser
          instruments={others}
          place={place}
          onChoose={add}
          onClose={() => setPlace(undefined)}
        />
      )}
    </span>
  )
}
