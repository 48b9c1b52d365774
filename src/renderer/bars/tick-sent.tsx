import type { ReactElement } from 'react'
import { useSelected, useWords } from '../desk/index.ts'
import { decimal } from '../format/index.ts'
import { heardFigures } from './heard-figures.ts'

const PARTS = ['p50', 'p99'] as const

/** From a quote to the order that came of it, as the gateway measures it. */
export function TickSent(): ReactElement | null {
  const t = useWords()
  const figures = useSelected(['beats', 'sources', 'link', 'age'], (desk) => {
    const { replica } = desk
    if (replica === undefined) return undefined
    const heard = heardFigures(desk, replica.sources.get(replica.gateway))
    return PARTS.map((part) => decimal(heard[`tick.order.${part}_us`] ?? NaN)).join(' / ')
  })
  if (figures === undefined) return null
  return (
    <div className="bar-pair bar-wide">
      <small>{t('bar.tick-sent')}</small>
      <b>{figures} µs</b>
    </div>
  )
}
