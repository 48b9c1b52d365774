import type { ReactElement, SyntheticEvent } from 'react'
import { useSelected, useWords } from '../../desk/index.ts'
import type { ChartControl } from './control.ts'
import { qualityTexts, qualityTitle } from './quality-words.ts'

/** What the picture is made of, and what it lacks; more of it where the pointer rests. */
export function ChartQuality({
  control,
}: {
  readonly control: ChartControl | undefined
}): ReactElement {
  const t = useWords()
  const [heard, more, lacks] = useSelected(['age', 'sources', 'link'], () =>
    control === undefined ? ['', '', ''] : qualityTexts(control, t),
  )
  // The figures change with every tick: they are told to whoever asks for them.
  const tell = ({ currentTarget }: SyntheticEvent<HTMLElement>): void => {
    if (control !== undefined) currentTarget.title = qualityTitle(control, t)
  }
  return (
    <span className="chart-quality" onPointerEnter={tell} onFocus={tell}>
      <span className="chart-quality-heard">{heard}</span>
      {more !== '' && <span className="chart-quality-more">{` ${more}`}</span>}
      {lacks !== '' && (
        <span
          className={
            control?.data.lacks === true ? 'chart-quality-lacks warn' : 'chart-quality-lacks'
          }
        >
          &nbsp;· {lacks}
        </span>
      )}
    </span>
  )
}
