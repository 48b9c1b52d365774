import type { ReactElement } from 'react'
import type { RiskLimits } from '../../../core/contracts/index.ts'
import { useSlice, useWords } from '../../desk/index.ts'
import { decimal, money, percent } from '../../format/index.ts'
import type { Translate, Word } from '../../words/index.ts'

/** The limits in force: what the gate refuses beyond. */
export function AccountLimits(): ReactElement {
  const t = useWords()
  const limits = useSlice(['limits'], ({ replica }) => replica?.state.limits)
  if (limits === undefined) return <dl className="account-rows" />
  return (
    <dl className="account-rows">
      {rowsOf(limits, t).map(([word, text]) => (
        <div key={word}>
          <dt>{t(word)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function rowsOf(limits: RiskLimits, t: Translate): readonly (readonly [Word, string])[] {
  const { allowed, collarRatio } = limits
  return [
    ['account.limit-lots', decimal(limits.maxOrderLots)],
    ['account.limit-notional', money(limits.maxOrderNotional, 0)],
    ['account.limit-net', decimal(limits.maxNetLots)],
    ['account.limit-gross', decimal(limits.maxGrossLots)],
    ['account.limit-collar', `±${percent(collarRatio)} %`],
    ['account.limit-orders', decimal(limits.ordersPerSecond)],
    ['account.limit-messages', decimal(limits.messagesPerSecond)],
    ['account.limit-loss', money(limits.maxDailyLoss, 0)],
    ['account.limit-allowed', allowed[0] === '*' ? t('account.any') : allowed.join(', ')],
  ]
}
