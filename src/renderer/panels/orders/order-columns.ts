import type { OrderRow } from '../../../core/desk/order-list.ts'
import type { Order } from '../../../core/domain/index.ts'
import { isFinal } from '../../../core/domain/index.ts'
import type { Column } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { clockTime } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import {
  codeText,
  instrumentOf,
  isOfHalt,
  offsetText,
  ownerText,
  shortId,
  ticksText,
  writeOwner,
  writeSide,
} from '../listing/cells.ts'
import { reasonText } from '../listing/reason-text.ts'
import { orderStateOf } from './order-state.ts'
import type { QueueText } from './queue-text.ts'

export function orderColumns(
  desk: Desk,
  t: Translate,
  queue: QueueText,
): readonly Column<OrderRow>[] {
  return [
    {
      id: 'time',
      title: 'time',
      width: 11,
      paint: ({ order }, cell) => cell.write(clockTime(order.createdAt, 3)),
      order: ({ order }) => order.createdAt,
    },
    {
      id: 'id',
      title: 'col.id',
      width: 5,
      drop: 2,
      paint: ({ order }, cell) => {
        cell.write(shortId(order.id), 'code')
        cell.hint(order.id)
      },
      text: ({ order }) => order.id,
    },
    {
      id: 'symbol',
      title: 'symbol',
      width: 6.3,
      paint: ({ order }, cell) => cell.write(codeText(desk, order.instrument)),
      order: ({ order }) => codeText(desk, order.instrument),
    },
    {
      id: 'side',
      title: 'side',
      width: 3,
      paint: ({ order }, cell) => writeSide(cell, order.side, t),
      order: ({ order }) => order.side,
    },
    {
      id: 'offset',
      title: 'offset',
      width: 11.5,
      noted: true,
      paint: ({ order }, cell) => {
        cell.write(offsetText(order.offset, instrumentOf(desk, order.instrument), t))
        cell.note(order.kind === 'limit' ? '' : t(`order.kind.${order.kind}`))
      },
    },
    {
      id: 'price',
      title: 'price',
      width: 6.5,
      align: 'end',
      paint: ({ order }, cell) => cell.write(orderPrice(desk, order, t)),
      order: ({ order }) => order.limit,
    },
    {
      id: 'filled',
      title: 'col.filled',
      width: 4.5,
      align: 'end',
      paint: ({ order }, cell) => cell.write(`${order.filled}/${order.volume}`),
    },
    {
      id: 'state',
      title: 'col.state',
      width: 11.2,
      paint: ({ order }, cell) => {
        const { word, className } = orderStateOf(order)
        cell.write(t(word), className)
        cell.hint(reasonText(order.reason, t))
      },
      order: ({ order }) => order.status,
    },
    {
      id: 'queue',
      title: 'col.queue',
      width: 8,
      align: 'end',
      drop: 1,
      paint: ({ order }, cell) => cell.write(queue(order), isFinal(order.status) ? '' : 'mine'),
    },
    {
      id: 'owner',
      title: 'owner',
      width: 7.5,
      align: 'center',
      boxed: true,
      paint: ({ order }, cell) => writeOwner(cell, desk, order.owner, t, isOfHalt(order)),
      order: ({ order }) => ownerText(desk, order.owner, t),
    },
  ]
}

/** A market order has the word for it instead of a price. */
export function orderPrice(desk: Desk, { kind, limit, instrument }: Order, t: Translate): string {
  return kind === 'market' ? t('order.market') : ticksText(instrumentOf(desk, instrument), limit)
}
