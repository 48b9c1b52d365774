import { useMemo, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import type { OrderRow } from '../../../core/desk/order-list.ts'
import { isFinal } from '../../../core/domain/index.ts'
import { PanelState, PoolTable } from '../../components/index.ts'
import type { TableHandle } from '../../components/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import { useChord, useKey } from '../../keys/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { useListCondition } from '../listing/list-condition.ts'
import { ordersOf } from '../listing/models.ts'
import { orderColumns } from './order-columns.ts'
import { OrderLife } from './order-life.tsx'
import { useQueueText } from './use-queue-text.ts'
import './orders.css'

const keyOf = ({ id }: OrderRow): string => id
const classOf = ({ order }: OrderRow): string => (isFinal(order.status) ? '' : 'orders-working')

/** The blotter: what lives first, then the newest. */
export function OrdersPanel({ panel }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const { list } = ordersOf(desk)
  const table = useRef<TableHandle<OrderRow> | null>(null)
  const [shown, setShown] = useState<string>()
  const queue = useQueueText()
  const columns = useMemo(() => orderColumns(desk, t, queue), [desk, t, queue])
  const cancel = (rows: readonly OrderRow[]): void => {
    for (const { order } of rows) {
      if (isFinal(order.status) || order.cancelling) continue
      void desk.commands.send('order.cancel', { order: order.id })
    }
  }
  useKey('orders.cancel', () => cancel(table.current?.selected ?? []))
  const keys = useChord('buy')
  return (
    <PanelState condition={useListCondition()}>
      <PoolTable
        id={panel}
        label={t('panel.orders')}
        empty={{ words: t('orders.none'), keys }}
        onTable={(handle) => {
          table.current = handle
        }}
        columns={columns}
        rows={() => list.rows}
        keyOf={keyOf}
        slices={['orders', 'directory', 'quotes', 'settlement']}
        classOf={classOf}
        onEnter={({ id }) => setShown(id)}
        menu={(rows) => [
          {
            words: t('orders.cancel'),
            keys: 'Del',
            isOff: rows.every(({ order }) => isFinal(order.status)),
            act: () => cancel(rows),
          },
          {
            words: t('orders.life'),
            keys: 'Enter',
            isOff: rows.length !== 1,
            act: () => setShown(rows[0]?.id),
          },
        ]}
      />
      {shown !== undefined && <OrderLife id={shown} onClose={() => setShown(undefined)} />}
    </PanelState>
  )
}
