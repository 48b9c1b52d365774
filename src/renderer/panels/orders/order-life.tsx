import { useEffect, useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import type { Failure } from '../../../core/contracts/index.ts'
import { orderLife } from '../../../core/desk/order-life.ts'
import type { Result } from '../../../core/domain/index.ts'
import type { Answer } from '../../../core/history/index.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { codeText, instrumentOf, offsetText, ownerText } from '../listing/cells.ts'
import { ordersOf } from '../listing/models.ts'
import { LifeTable } from './life-table.tsx'
import { orderPrice } from './order-columns.ts'

/** Everything that happened to one order: what the store keeps and what this window saw. */
export function OrderLife({
  id,
  onClose,
}: {
  readonly id: string
  readonly onClose: () => void
}): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const stored = useStored(id)
  const { seen } = ordersOf(desk)
  const states = useSlice(['orders', 'fills', 'traces', 'acks'], () => [...seen.of(id)])
  const order = states.at(-1)
  const steps = useMemo(() => {
    const { replica } = desk
    return orderLife({
      seen: states,
      stored: stored?.ok === true ? stored.value : undefined,
      fills: replica?.fills.filter(({ fill }) => fill.order === id) ?? [],
      acks: replica?.acks.filter(({ command }) => command === order?.intent) ?? [],
      trace: replica?.traces.find((trace) => trace.order === id),
    })
  }, [desk, id, states, stored, order])
  return (
    <Dialog title={t('life.title', { id })} onClose={onClose} look="fitting">
      <div className="orders-about">
        {order !== undefined && (
          <p>
            <strong>
              {t('life.asked', {
                side: t(order.side),
                lots: order.volume,
                symbol: codeText(desk, order.instrument),
                offset: offsetText(order.offset, instrumentOf(desk, order.instrument), t),
                kind: t(`order.kind.${order.kind}`),
                price: orderPrice(desk, order, t),
              })}
            </strong>{' '}
            <span className="muted">
              {ownerText(desk, order.owner, t)} · {t('life.intent', { intent: order.intent })}
            </span>
          </p>
        )}
        {stored === undefined && <p className="muted">{t('life.history')}</p>}
        {stored?.ok === false && (
          <p className="warn">
            {t('life.no-history', { code: stored.error.code })} {t(`code.${stored.error.code}`)}
          </p>
        )}
        <LifeTable
          id={id}
          steps={steps}
          instrument={order && instrumentOf(desk, order.instrument)}
        />
      </div>
    </Dialog>
  )
}

/** Undefined until the store has answered. */
function useStored(id: string): Result<Answer, Failure> | undefined {
  const desk = useDesk()
  const [stored, setStored] = useState<Result<Answer, Failure>>()
  useEffect(() => {
    const { opening } = desk.session
    if (opening === undefined) return undefined
    let isWanted = true
    const { mode, profile } = opening.origin
    const tape = { mode, profile, runId: opening.runId }
    void desk.session.history({ kind: 'order-events', tape, orderId: id }).then((answer) => {
      if (isWanted) setStored(answer)
      return undefined
    })
    return () => {
      isWanted = false
    }
  }, [desk, id])
  return stored
}
