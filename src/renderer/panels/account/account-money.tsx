import { useRef } from 'react'
import type { ReactElement } from 'react'
import { accountFigures } from '../../../core/desk/account-figures.ts'
import { isAccountOld } from '../../../core/desk/entry.ts'
import { accountOf } from '../../../core/state/index.ts'
import { usePainter, useTexts } from '../../components/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import { age, direction, money, percent, signedMoney } from '../../format/index.ts'

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
type MoneyText = (typeof ROWS)[number] | 'loss' | 'limit' | 'age'

/** Painted by refs: open profit moves with every price. */
export function AccountMoney(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const texts = useTexts<MoneyText>()
  const bar = useRef<HTMLSpanElement | null>(null)
  const slices = ['account', 'quotes', 'positions', 'orders', 'limits', 'link', 'age'] as const
  const paint = (): void => {
    const state = desk.replica?.state
    if (state === undefined || Number.isNaN(state.money.staticBalance)) return
    const account = accountOf(state, desk.sessionNow())
    const { maxDailyLoss } = state.limits
    const { riskRatio, lossUsed } = accountFigures(account, maxDailyLoss)
    const passed = desk.accountAge()
    const isOld = desk.status.old || isAccountOld(passed)
    /** Old figures have no colour of their own. */
    const write = (name: MoneyText, text: string, look = ''): void =>
      texts.write(name, text, isOld ? 'old' : look)
    const profit = (name: 'realised' | 'floating', fen: number): void =>
      write(name, signedMoney(fen), direction(fen))
    texts.write('age', isOld ? `◷ ${age(passed)}` : '', 'warn')
    write('balance', money(account.staticBalance))
    profit('realised', account.closeProfit)
    profit('floating', account.positionProfit)
    write('commission', signedMoney(-account.fees))
    write('equity', money(account.balance), 'strong')
    write('margin', money(account.margin))
    write('frozen', money(account.frozen))
    write('available', money(account.available), 'strong')
    write('risk', `${percent(riskRatio, 1)} %`, riskRatio > 0.8 ? 'warn' : '')
    const isBound = !Number.isNaN(lossUsed)
    const used = t('account.loss-used', { percent: percent(lossUsed, 1) })
    write('loss', isBound ? used : t('account.loss-none'), lossUsed > 0.8 ? 'warn' : '')
    write('limit', isBound ? signedMoney(-maxDailyLoss, 0) : '')
    if (bar.current !== null) bar.current.style.transform = `scaleX(${Math.min(1, lossUsed || 0)})`
  }
  usePainter(slices, paint, 'in turn')
  return (
    <>
      <dl className="account-rows">
        {ROWS.map((name) => (
          <div key={name}>
            <dt>
              {t(`account.${name}`)} {name === 'equity' && <span ref={texts.of('age')} />}
            </dt>
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
