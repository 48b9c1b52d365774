import type { ReactElement } from 'react'
import { useDesk, useSelected, useSlice, useWords } from '../../desk/index.ts'
import { money } from '../../format/index.ts'
import { fillsOf } from '../listing/models.ts'
import { useIsOld } from '../listing/use-is-old.ts'

/** How many fills are listed, and what the day cost so far. */
export function FillsTools(): ReactElement | null {
  const t = useWords()
  const desk = useDesk()
  const isOld = useIsOld()
  const count = useSlice(['fills'], () => fillsOf(desk).list.rows.length)
  const fees = useSlice(['account', 'fills'], ({ replica }) => replica?.state.money.fees ?? NaN)
  if (useSelected(['link'], ({ replica }) => replica === undefined)) return null
  return (
    <span className={isOld ? 'old' : ''}>
      {t('fills.count', { count })} · {t('fills.fees', { fees: money(fees) })}
    </span>
  )
}
