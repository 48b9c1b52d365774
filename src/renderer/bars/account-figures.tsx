import type { ReactElement } from 'react'
import { accountOf } from '../../core/state/index.ts'
import { useSelected, useSlice, useWords } from '../desk/index.ts'
import { arrow, direction, money, percent, signedMoney } from '../format/index.ts'

/** Equity, margin and the day against its limit. */
export function AccountFigures(): ReactElement | null {
  const t = useWords()
  const state = useSlice(['account', 'positions', 'quotes', 'limits', 'link'], ({ replica }) =>
    replica === undefined ? undefined : replica.state,
  )
  const old = useSelected(['link'], ({ status }) => status.old)
  if (state === undefined || Number.isNaN(state.money.staticBalance)) return null
  const account = accountOf(state, state.trading.at)
  const { balance, available, margin, staticBalance } = account
  const day = balance - staticBalance
  const share = percent(balance === 0 ? NaN : margin / balance, 1)
  return (
    <div className={old ? 'bar-account old' : 'bar-account'}>
      <Pair kind="bar-equity" name={t('bar.equity')} value={money(balance)} />
      <div className="bar-pair bar-wide">
        <small>{t('bar.available')}</small>
        <b>{money(available)}</b>
      </div>
      <Pair name={t('bar.margin', { percent: share })} value={money(margin, 0)} />
      <div className="bar-pair">
        <small>
          <span className="bar-wide">
            {t('bar.day', { limit: money(-state.limits.maxDailyLoss, 0) })}
          </span>
          <span className="bar-narrow">{t('bar.day-short')}</span>
        </small>
        <b className={old ? '' : direction(day)}>
          {arrow(day)} {signedMoney(day)}
        </b>
      </div>
    </div>
  )
}

interface PairProps {
  readonly kind?: string
  readonly name: string
  readonly value: string
}

function Pair({ kind = '', name, value }: PairProps): ReactElement {
  return (
    <div className={`bar-pair ${kind}`}>
      <small>{name}</small>
      <b>{value}</b>
    </div>
  )
}
