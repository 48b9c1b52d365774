import type { ReactElement } from 'react'
import { useSlice, useWords } from '../desk/index.ts'
import { decimal } from '../format/index.ts'

/** From a quote to the order that came of it, as the gateway measures it. */
export function TickSent(): ReactElement | null {
  const t = useWords()
  const figures = useSlice(['beats'], ({ replica }) =>
    replica === undefined ? undefined : replica.sources.get(replica.gateway)?.beat?.figures,
  )
  const [p50, p99] = [figures?.['tick.order.p50_us'], figures?.['tick.order.p99_us']]
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
