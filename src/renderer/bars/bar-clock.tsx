import { useRef } from 'react'
import type { ReactElement } from 'react'
import { usePainter } from '../components/index.ts'
import { useDesk, useSlice, useWords } from '../desk/index.ts'
import { clockTime, dayText } from '../format/index.ts'

/** Session time with the trading day that it belongs to; it stands when nothing is heard. */
export function BarClock(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const day = useSlice(['settlement', 'link', 'quotes'], ({ replica }) => replica?.state.tradingDay)
  const time = useRef<HTMLElement>(null)
  usePainter(['time', 'quotes', 'age'], () => {
    const element = time.current
    if (element === null) return
    const text = clockTime(desk.sessionNow(), 1)
    if (element.textContent !== text) element.textContent = text
    const look = desk.status.old ? 'old' : ''
    if (element.className !== look) element.className = look
  })
  return (
    <div className="bar-pair bar-clock">
      <small>{t('bar.trading-day', { day: day === undefined ? '–' : dayText(day) })}</small>
      <b ref={time} />
    </div>
  )
}
