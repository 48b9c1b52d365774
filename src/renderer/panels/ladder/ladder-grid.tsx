import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import type { LadderDepth, LadderOrders, LadderRow } from '../../../core/desk/ladder-rows.ts'
import type { Instrument } from '../../../core/domain/index.ts'
import { LeavingTable } from '../../components/leaving-table.tsx'
import { useWords } from '../../desk/index.ts'
import { age, priceFormat } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import type { LadderModel } from './ladder-model.ts'

interface LadderGridProps {
  readonly instrument: Instrument
  readonly ladder: LadderModel
  /** Seen by all; else by readers alone. */
  readonly shown: boolean
}

/** What the canvas shows, as a table: once a second, since nobody listens faster. */
export function LadderGrid({ instrument, ladder, shown }: LadderGridProps): ReactElement {
  const t = useWords()
  const [rows, setRows] = useState<readonly LadderRow[]>([])
  useEffect(() => {
    const timer = setInterval(() => setRows(ladder.rows), 1_000)
    return () => clearInterval(timer)
  }, [ladder])
  const { ticks } = priceFormat(instrument)
  const label = t('ladder.label', { symbol: instrument.symbol })
  const table = (
    <table role="grid" aria-label={label} aria-readonly="true" aria-rowcount={rows.length + 1}>
      <thead>
        <tr role="row" aria-rowindex={1}>
          <th scope="col">{t('ladder.mine')}</th>
          <th scope="col">{t('ladder.bid')}</th>
          <th scope="col">{t('ladder.price')}</th>
          <th scope="col">{t('ladder.ask')}</th>
          <th scope="col">{t('ladder.mine')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr
            key={row.ticks}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={row.ticks === ladder.cursor}
          >
            <td role="gridcell">{ordersText(t, row.bidOrders)}</td>
            <td role="gridcell">{depthText(t, row.bid)}</td>
            <th role="rowheader" scope="row">
              {ticks(row.ticks)}
              {row.isLast && ` ${t('ladder.last')}`}
            </th>
            <td role="gridcell">{depthText(t, row.ask)}</td>
            <td role="gridcell">{ordersText(t, row.askOrders)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!shown) return <div className="only-spoken">{table}</div>
  return (
    <LeavingTable id={`ladder-${instrument.symbol}`} label={label} className="ladder-table">
      {table}
    </LeavingTable>
  )
}

function ordersText(t: Translate, orders: LadderOrders | undefined): string {
  if (orders === undefined) return ''
  const { lots, ahead, band } = orders
  return Number.isNaN(ahead) ? `${lots} · –` : `${lots} · ${t('ladder.ahead', { ahead, band })}`
}

function depthText(t: Translate, depth: LadderDepth): string {
  switch (depth.kind) {
    case 'live':
      return String(depth.lots)
    case 'seen':
      return t('ladder.seen', { lots: depth.lots, age: age(depth.age) })
    case 'never':
      return t('ladder.never')
    case 'none':
      return ''
  }
}
