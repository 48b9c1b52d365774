import type { ReactElement } from 'react'
import { useSlice, useWords } from '../../desk/index.ts'
import { clockTime } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import type { ChartControl } from './control.ts'

/** What there is to say of the picture: history away, layers left out, what became of an order. */
export function ChartNotes({
  control,
  note,
}: {
  readonly control: ChartControl | undefined
  readonly note: string
}): ReactElement {
  const t = useWords()
  const texts = useSlice(['age', 'quotes'], () =>
    control === undefined ? [] : textsOf(control, t),
  )
  return (
    <div className="chart-notes" role="status">
      {texts.map((text) => (
        <p key={text} className={text.startsWith('!') ? 'warn' : ''}>
          {text}
        </p>
      ))}
      {note !== '' && <p>{note}</p>}
    </div>
  )
}

function textsOf(control: ChartControl, t: Translate): readonly string[] {
  const { data, load, measure, settings, shown } = control
  const { history, series } = data.feed
  const texts: string[] = []
  if (history.kind === 'away') {
    const time = series.count === 0 ? '–' : clockTime(series.columns.at[0]!)
    texts.push(`! ${t('chart.history-away', { time })}`)
  }
  if (load.level === 1) texts.push(`! ${t('chart.short-heat')}`)
  if (load.level === 2) texts.push(`! ${t('chart.short-bubbles')}`)
  if (settings.heat && data.bars === undefined && shown.plan.thin) texts.push(t('chart.heat-off'))
  if (measure.on) texts.push(t('chart.measure-hint'))
  return texts
}
