import type { ReactElement } from 'react'
import { usePainter, useTexts } from '../components/index.ts'
import { useDesk, useSelected, useWords } from '../desk/index.ts'
import { clockTime, dayText } from '../format/index.ts'

/** Session time with the trading day that it belongs to; it stands when nothing is heard. */
export function BarClock(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const day = useSelected(
    ['settlement', 'link', 'quotes'],
    ({ replica }) => replica?.state.tradingDay,
  )
  const texts = useTexts<'time'>()
  usePainter(['time', 'quotes', 'age'], () => {
    texts.write('time', clockTime(desk.sessionNow(), 1), desk.status.old ? 'old' : '')
  })
  return (
    <div className="bar-pair bar-clock">
      <small>{t('bar.trading-day', { day: day === undefined ? '–' : dayText(day) })}</small>
      <b ref={texts.of('time')} />
    </div>
  )
}
