import { useRef } from 'react'
import type { ReactElement } from 'react'
import { accountFigures } from '../../../core/desk/account-figures.ts'
import { accountOf } from '../../../core/state/index.ts'
import { usePainter, useTexts } from '../../components/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import { direction, money, percent, signedMoney } from '../../format/index.ts'

const ROWS = [
  'realised',
  'floating',
  'commission',
  'equity',
  'margin',
  'frozen',
  'available',
  'risk',
  'balance',
] as const
type MoneyText = (typeof ROWS)[number] | 'loss' | 'limit'

/** Painted by refs: open profit moves with every price. */
export function AccountMoney(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const texts = useTexts<MoneyText>()
  const bar = useRef<HTMLSpanElement | null>(null)
  const slices = ['account', 'quotes', 'positions', 'orders', 'limits'] as const
  const paint = (): void => {
    const state = desk.replica?.state
    if (state === undefined || Number.isNaN(state.money.staticBalance)) return
    const account = accountOf(state, desk.sessionNow())
    const { maxDailyLoss } = state.limits
    const { riskRatio, lossUsed } = accountFigures(account, maxDailyLoss)
    const profit = (name: 'realised' | 'floating', fen: number): void =>
      texts.write(name, signedMoney(fen), direction(fen))
    texts.write('balance', money(account.staticBalance))
    profit('realised', account.closeProfit)
    profit('floating', account.positionProfit)
    texts.write('commission', signedMoney(-account.fees))
    texts.write('equity', money(account.balance), 'strong')
    texts.write('margin', money(account.margin))
    texts.write('frozen', money(account.frozen))
    texts.write('available', money(account.available), 'strong')
    texts.write('risk', `${percent(riskRatio, 1)} %`, riskRatio > 0.8 ? 'warn' : '')
    const isBound = !Number.isNaN(lossUsed)
    const used = t('account.loss-used', { percent: percent(lossUsed, 1) })
    texts.write('loss', isBound ? used : t('account.loss-none'), lossUsed > 0.8 ? 'warn' : '')
    texts.write('limit', isBound ? signedMoney(-maxDailyLoss, 0) : '')
    if (bar.current !== null) bar.current.style.transform = `scaleX(${Math.min(1, lossUsed || 0)})`
  }
  usePainter(slices, paint, 'in turn')
  return (
    <>
      <dl className="account-rows">
        {ROWS.map((name) => (
          <div key={name}>
            <dt>{t(`account.${name}`)}</dt>
            <dd>
              <span ref={texts.of(name)} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="account-loss">
        <span ref={texts.of('loss')} />
        <span ref={texts.of('limit')} />
      </p>
      <div className="account-bar" aria-hidden="true">
        <span ref={bar} />
      </div>
    </>
  )
}
