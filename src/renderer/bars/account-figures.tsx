import type { ReactElement } from 'react'
import { isAccountOld } from '../../core/desk/entry.ts'
import { accountOf } from '../../core/state/index.ts'
import type { Desk } from '../desk/index.ts'
import { useSelected, useSlice, useWords } from '../desk/index.ts'
import { age, arrow, direction, money, percent, signedMoney } from '../format/index.ts'

/** Equity, margin and the day against its limit. */
export function AccountFigures(): ReactElement | null {
  const t = useWords()
  const state = useSlice(['account', 'positions', 'quotes', 'limits', 'link'], ({ replica }) =>
    replica === undefined ? undefined : replica.state,
  )
  const old = useSelected(['link', 'beats', 'age'], oldWords)
  if (state === undefined || Number.isNaN(state.money.staticBalance)) return null
  const account = accountOf(state, state.trading.at)
  const { balance, available, margin, staticBalance } = account
  const day = balance - staticBalance
  const share = percent(balance === 0 ? NaN : margin / balance, 1)
  return (
    <div className={old === '' ? 'bar-account' : 'bar-account old'}>
      <Pair kind="bar-equity" name={t('bar.equity')} old={old} value={money(balance)} />
      <div className="bar-pair bar-wide">
        <small>{t('bar.available')}</small>
        <b>{money(available)}</b>
      </div>
      <Pair kind="bar-margin" name={t('bar.margin', { percent: share })} value={money(margin, 0)} />
      <div className="bar-pair">
        <small>
          <span className="bar-wide">
            {t('bar.day', { limit: money(-state.limits.maxDailyLoss, 0) })}
          </span>
          <span className="bar-narrow">{t('bar.day-short')}</span>
        </small>
        <b className={old === '' ? direction(day) : ''}>
          {arrow(day)} {signedMoney(day)}
        </b>
      </div>
    </div>
  )
}

/** How old the account is, once it is too old or nothing is heard; empty while it is not. */
function oldWords(desk: Desk): string {
  const passed = desk.accountAge()
  return desk.status.old || isAccountOld(passed) ? `◷ ${age(passed)}` : ''
}

interface PairProps {
  readonly kind?: string
  readonly name: string
  readonly old?: string
  readonly value: string
}

function Pair({ kind = '', name, old = '', value }: PairProps): ReactElement {
  return (
    <div className={`bar-pair ${kind}`}>
      <small>
        {name} {old !== '' && <span className="warn">{old}</span>}
      </small>
      <b>{value}</b>
    </div>
  )
}
