import type { ReactElement } from 'react'
import { useSelected, useWords } from '../desk/index.ts'
import { decimal } from '../format/index.ts'

/** From a quote to the order that came of it, as the gateway measures it. */
export function TickSent(): ReactElement | null {
  const t = useWords()
  const [p50, p99] = useSelected(['beats'], ({ replica }) => {
    const figures = replica?.sources.get(replica.gateway)?.beat?.figures
    return [figures?.['tick.order.p50_us'], figures?.['tick.order.p99_us']]
  })
  if (p50 === undefined || p99 === undefined) return null
  return (
    <div className="bar-pair bar-wide">
      <small>{t('bar.tick-sent')}</small>
      <b>
        {decimal(p50)} / {decimal(p99)} µs
      </b>
    </div>
  )
}
