import { useState } from 'react'
import type { ReactElement } from 'react'
import { PanelState } from '../../components/index.ts'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { useListCondition } from '../listing/list-condition.ts'
import { AccountLimits } from './account-limits.tsx'
import { AccountMoney } from './account-money.tsx'
import { ResetButton } from './reset-button.tsx'
import '../listing/list-button.css'
import './account.css'

const SECTIONS = ['money', 'limits'] as const

/** The account's money, and the limits in force. */
export function AccountPanel({ panel }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const [section, setSection] = useState<(typeof SECTIONS)[number]>('money')
  const mode = useSlice(['link'], ({ session }) => session.opening?.origin.mode)
  const isEmpty = useSlice(['account'], ({ replica }) =>
    Number.isNaN(replica?.state.money.staticBalance ?? NaN),
  )
  const words = t(mode === 'monitor' ? 'account.monitor' : 'account.none')
  const body = `${panel}-account`
  return (
    <PanelState condition={useListCondition(isEmpty, { words })}>
      <div className="account">
        <div className="account-sections" role="tablist" aria-label={t('panel.account')}>
          {SECTIONS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              aria-selected={each === section}
              aria-controls={body}
              className={each === section ? 'account-section-on' : ''}
              onClick={() => setSection(each)}
            >
              {t(`account.${each}`)}
            </button>
          ))}
          <span className="account-profile">{desk.session.opening?.origin.profile ?? ''}</span>
        </div>
        <div id={body} className="account-body" role="tabpanel" tabIndex={0}>
          {section === 'money' ? <AccountMoney /> : <AccountLimits />}
          {section === 'money' && (mode === 'simulated' || mode === 'paper') && <ResetButton />}
        </div>
      </div>
    </PanelState>
  )
}
