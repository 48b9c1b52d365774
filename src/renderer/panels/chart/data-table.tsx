import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { useLeaving } from '../../components/use-leaving.tsx'
import { useDesk, useWords } from '../../desk/index.ts'
import { clockTime } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { BAR_HEADS, TICK_HEADS, gapBefore, gapText, pointTexts } from './chart-words.ts'
import type { ChartControl } from './control.ts'

const ROWS = 200

/** The points that are seen as a table, as they were when it was asked for. */
export function DataTable({
  control,
  onClose,
}: {
  readonly control: ChartControl
  readonly onClose: () => void
}): ReactElement {
  const t = useWords()
  const place = useRef<HTMLDivElement | null>(null)
  const desk = useDesk()
  const [asked] = useState(() => ({ rows: newestRows(control, t), at: desk.sessionNow() }))
  const { rows, at } = asked
  useEffect(() => place.current?.focus(), [])
  const heads = control.data.bars === undefined ? TICK_HEADS : BAR_HEADS
  const texts = useCallback(() => [heads.map((head) => t(head)), ...rows], [heads, rows, t])
  const { symbol } = control.parts.instrument
  const { handlers, menu } = useLeaving(`chart-${symbol}`, `${t('panel.chart')} ${symbol}`, texts)
  return (
    <div
      ref={place}
      className="chart-table"
      tabIndex={0}
      {...handlers}
      onKeyDown={(event) => {
        handlers.onKeyDown(event)
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <button type="button" onClick={onClose}>
        {t('chart.table-close')}
      </button>
      <table>
        <caption>{t('chart.table-caption', { time: clockTime(at, 1) })}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell, column) => (
                <td key={heads[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {menu}
    </div>
  )
}

function newestRows(control: ChartControl, t: Translate): (readonly string[])[] {
  const last = Math.min(control.shown.axis.count - 1, Math.floor(control.range?.to ?? 0))
  const first = Math.max(0, Math.ceil(control.range?.from ?? 0), last - ROWS + 1)
  const rows: (readonly string[])[] = []
  for (let index = last; index >= first; index--) {
    const texts = pointTexts(control, index)
    if (texts !== undefined) rows.push(texts)
    const gap = gapBefore(control, index)
    if (texts !== undefined && gap !== undefined) {
      rows.push([`⟂ ${gapText(gap, t)}`, ...texts.slice(1).map(() => '')])
    }
  }
  return rows
}
