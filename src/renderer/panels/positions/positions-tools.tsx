import type { ReactElement } from 'react'
import { accountOf } from '../../../core/state/index.ts'
import { usePainter, useTexts } from '../../components/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import { direction, signedMoney } from '../../format/index.ts'
import { isOld } from '../listing/use-is-old.ts'
import { useIsWide } from '../listing/use-is-wide.ts'

/** What the day brought, in the head of the positions. */
export function PositionsTools(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const isWide = useIsWide()
  const texts = useTexts<'parts' | 'result'>()
  const paint = (): void => {
    const state = desk.replica?.state
    if (state === undefined || Number.isNaN(state.money.staticBalance)) return
    const { closeProfit, positionProfit, fees } = accountOf(state, desk.sessionNow())
    const realised = signedMoney(closeProfit)
    const floating = signedMoney(positionProfit)
    if (isWide) {
      const parts = t('positions.head', { realised, floating, fees: signedMoney(-fees) })
      texts.write('parts', parts, isOld(desk) ? 'old' : '')
    } else texts.write('parts', '')
    const result = closeProfit + positionProfit - fees
    texts.write('result', signedMoney(result), isOld(desk) ? 'old' : `strong ${direction(result)}`)
  }
  usePainter(['account', 'positions', 'quotes', 'link', 'age'], paint, 'in turn')
  return (
    <span>
      <span ref={texts.of('parts')} />
      <span ref={texts.of('result')} />
    </span>
  )
}
