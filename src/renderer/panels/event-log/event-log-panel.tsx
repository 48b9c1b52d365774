import { useMemo, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import type { DeskEvent, EventTag } from '../../../core/desk/event-list.ts'
import { filteredEvents } from '../../../core/desk/event-filter.ts'
import type { Column, TableHandle } from '../../components/index.ts'
import { PanelState, PoolTable } from '../../components/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import { momentsOf } from '../../desk/moments.ts'
import { clockTime } from '../../format/index.ts'
import { useKey } from '../../keys/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { useListCondition } from '../listing/list-condition.ts'
import { eventsOf, fillsOf } from '../listing/models.ts'
import { EventFilter } from './event-filter.tsx'
import { createEventTexts } from './event-text.ts'
import './event-log.css'

const TAG_CLASSES: Readonly<Record<EventTag, string>> = {
  ord: 'tag tag-mine',
  fill: 'tag tag-mine event-filled',
  tgt: 'tag tag-model',
  acc: 'tag',
  warn: 'tag tag-warn',
  ok: 'tag event-ok',
  halt: 'tag tag-fault',
}

const keyOf = ({ number }: DeskEvent): string => String(number)

/** One line a fact, newest on top. */
export function EventLogPanel({ panel, letter }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const model = eventsOf(desk)
  const { profits } = fillsOf(desk)
  const [isFiltering, setFiltering] = useState(false)
  const [tag, setTag] = useState<EventTag | ''>('')
  const [text, setText] = useState('')
  const textOf = useMemo(() => createEventTexts(desk, t, profits), [desk, t, profits])
  const columns = useMemo((): readonly Column<DeskEvent>[] => {
    return [
      {
        id: 'time',
        title: 'time',
        width: 11,
        fixed: true,
        boxed: true,
        paint: ({ at }, cell) => {
          cell.write(clockTime(at, 3), 'event-link')
          cell.hint(t('events.show'))
        },
      },
      {
        id: 'tag',
        title: 'col.kind',
        width: 6,
        fixed: true,
        align: 'center',
        boxed: true,
        paint: (event, cell) => cell.write(t(`tag.${event.tag}`), TAG_CLASSES[event.tag]),
      },
      {
        id: 'event',
        title: 'col.event',
        width: 30,
        paint: (event, cell) => {
          const words = textOf(event)
          cell.write(words)
          cell.hint(words)
        },
      },
    ]
  }, [t, textOf])
  const [filtered] = useState(filteredEvents)
  const rows = (): readonly DeskEvent[] => filtered(model.rows, tag, text, textOf)
  const own = useRef<HTMLDivElement | null>(null)
  const endFilter = (): void => {
    setFiltering(false)
    setTag('')
    setText('')
    own.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  }
  const [table, setTable] = useState<TableHandle<DeskEvent>>()
  /**
   * Linked panels show what it is about, as it was then; what is about nothing, the symbol that
   * they show.
   */
  const show = ({ instrument, at }: DeskEvent): void => {
    const found = instrument === undefined ? undefined : desk.replica?.state.instruments[instrument]
    const symbol = found?.symbol ?? desk.focus.symbol(letter)
    if (symbol === undefined) return
    if (found !== undefined) desk.focus.show(letter, symbol)
    momentsOf(desk).ask(letter, symbol, at)
  }
  useKey('event-log.filter', () => setFiltering(true))
  return (
    <PanelState condition={useListCondition()}>
      <div className="event-log" ref={own}>
        {isFiltering && (
          <EventFilter tag={tag} text={text} onTag={setTag} onText={setText} onEnd={endFilter} />
        )}
        <div
          className="event-log-table"
          onClick={({ target }) => {
            const isLink = target instanceof Element && target.closest('.event-link') !== null
            // The table has put its cursor on the row by now.
            if (isLink && table?.current !== undefined) show(table.current)
          }}
        >
          <PoolTable
            id={panel}
            label={t('panel.event-log')}
            empty={
              isFiltering
                ? { words: t('events.nothing'), keys: 'Esc' }
                : { words: t('events.none') }
            }
            columns={columns}
            rows={rows}
            keyOf={keyOf}
            slices={[
              'log',
              'fills',
              'orders',
              'targets',
              'limits',
              'settings',
              'acks',
              'directory',
            ]}
            onTable={setTable}
            onEnter={show}
          />
        </div>
      </div>
    </PanelState>
  )
}
