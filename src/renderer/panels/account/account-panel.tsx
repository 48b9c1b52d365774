import type { ReactElement } from 'react'
import { PanelState } from '../../components/index.ts'
import { useSlice, useWords } from '../../desk/index.ts'
import { useListCondition } from '../listing/list-condition.ts'
import { AccountLimits } from './account-limits.tsx'
import { AccountMoney } from './account-money.tsx'
import { ResetButton } from './reset-button.tsx'
import '../listing/list-button.css'
import './account.css'

/** The account's money, and the limits in force. */
export function AccountPanel(): ReactElement {
  const t = useWords()
  const mode = useSlice(['link'], ({ session }) => session.opening?.origin.mode)
  const isEmpty = useSlice(['account'], ({ replica }) =>
    Number.isNaN(replica?.state.money.staticBalance ?? NaN),
  )
  const line = useListCondition()
  const words = t(mode === 'monitor' ? 'account.monitor' : 'account.none')
  return (
    <PanelState condition={line.kind === 'fine' && isEmpty ? { kind: 'empty', words } : line}>
      <div
        className="account"
        tabIndex={0}
        data-panel-focus=""
        role="group"
        aria-label={t('panel.account')}
      >
        <AccountMoney />
        {(mode === 'simulated' || mode === 'paper') && <ResetButton />}
        <h3 className="account-heading">{t('account.limits')}</h3>
        <AccountLimits />
      </div>
    </PanelState>
  )
}
