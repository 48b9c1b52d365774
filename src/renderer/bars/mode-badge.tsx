import type { ReactElement } from 'react'
import type { TradingState } from '../../core/contracts/index.ts'
import { useSlice, useWords } from '../desk/index.ts'
import { MODE_SIGNS } from '../format/index.ts'

const HALT_WORDS = {
  halted: 'bar.halted',
  flattening: 'bar.flattening',
  reducing: 'bar.reducing',
} as const satisfies Partial<Record<TradingState, string>>

/** The mode, and what trading is limited to, never without words. */
export function ModeBadge(): ReactElement {
  const t = useWords()
  const origin = useSlice(['link'], ({ session }) => session.opening?.origin)
  const state = useSlice(['trading'], ({ replica }) => replica?.state.trading.state)
  if (origin === undefined) return <div className="mode-badge">…</div>
  const limited = state === undefined || state === 'active' ? undefined : HALT_WORDS[state]
  return (
    <>
      <div className="mode-badge">
        {MODE_SIGNS[origin.mode]} {t(`mode.${origin.mode}`)}
        {limited !== undefined && <span className="mode-badge-limit"> · {t(limited)}</span>}
      </div>
      <div className="bar-pair">
        <small>{t('bar.profile')}</small>
        <b>{origin.profile}</b>
      </div>
    </>
  )
}
