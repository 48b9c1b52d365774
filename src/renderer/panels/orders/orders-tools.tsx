import type { ReactElement } from 'react'
import { gateUsage } from '../../../core/desk/gate-usage.ts'
import { isFinal } from '../../../core/domain/index.ts'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { decimal } from '../../format/index.ts'
import { useIsOld } from '../listing/use-is-old.ts'
import { useIsWide } from '../listing/use-is-wide.ts'
import { ordersOf } from '../listing/models.ts'

/** How many orders live, and how much of the pace is used that the gate allows; once known. */
export function OrdersTools(): ReactElement | null {
  const t = useWords()
  const desk = useDesk()
  const isWide = useIsWide()
  const isOld = useIsOld()
  const { list } = ordersOf(desk)
  const working = useSlice(['orders', 'settlement', 'link'], ({ replica }) => {
    if (replica === undefined) return undefined
    const first = list.rows.findIndex(({ order }) => isFinal(order.status))
    return first < 0 ? list.rows.length : first
  })
  const pace = useSlice(['orders', 'limits', 'age'], ({ replica }) => {
    if (replica === undefined) return undefined
    const usage = gateUsage(replica.state, desk.sessionNow())
    const orders = usage.find(({ rule }) => rule === 'orders')
    const messages = usage.find(({ rule }) => rule === 'messages')
    return {
      orders: decimal(orders?.limit ?? NaN),
      messages: decimal(messages?.limit ?? NaN),
      nowOrders: decimal(orders?.now ?? NaN),
      nowMessages: decimal(messages?.now ?? NaN),
    }
  })
  if (working === undefined) return null
  return (
    <span className={isOld ? 'old' : ''}>
      <span className={working > 0 && !isOld ? 'mine' : ''}>
        {t('orders.working', { count: working })}
      </span>
      {pace !== undefined && ` · ${t(isWide ? 'orders.pace' : 'orders.pace-short', pace)}`}
    </span>
  )
}
