import type { ReactElement } from 'react'
import type { LifeStep } from '../../../core/desk/order-life.ts'
import { reasonOf } from '../../../core/desk/refusal-list.ts'
import type { Instrument, OrderStatus } from '../../../core/domain/index.ts'
import { ORDER_STATUSES } from '../../../core/domain/index.ts'
import { LeavingTable } from '../../components/leaving-table.tsx'
import { useWords } from '../../desk/index.ts'
import { clockTime, duration, money } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { detailWords } from '../../words/index.ts'
import { ticksText } from '../listing/cells.ts'

interface LifeTableProps {
  /** Of the order. */
  readonly id: string
  readonly steps: readonly LifeStep[]
  readonly instrument: Instrument | undefined
}

/** The steps of an order's life, oldest first, with reasons and codes. */
export function LifeTable({ id, steps, instrument }: LifeTableProps): ReactElement {
  const t = useWords()
  return (
    <LeavingTable id={`order-${id}`} label={t('life.title', { id })}>
      <table className="detail-table orders-life">
        <thead>
          <tr>
            <th>{t('time')}</th>
            <th>{t('life.step')}</th>
            <th>{t('life.lots')}</th>
            <th>{t('life.why')}</th>
            <th>{t('life.source')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => {
            const [what, lots, why, known] = cellsOf(step, instrument, t)
            return (
              <tr key={keyOf(step)}>
                <td>{clockTime(step.at, 6)}</td>
                <td>{what}</td>
                <td>{lots}</td>
                <td>{why}</td>
                <td>{known}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </LeavingTable>
  )
}

function keyOf(step: LifeStep): string {
  const { kind, at } = step
  switch (step.kind) {
    case 'state':
      return `${kind} ${at} ${step.status} ${step.filled} ${step.cancelling}`
    case 'fill':
      return `${kind} ${step.fact.fill.id}`
    case 'ack':
      return `${kind} ${at} ${step.ack.command}`
    case 'trace':
      return `${kind} ${at}`
  }
}

/** Step, lots, why, known by. */
function cellsOf(
  step: LifeStep,
  instrument: Instrument | undefined,
  t: Translate,
): readonly string[] {
  switch (step.kind) {
    case 'state': {
      const { code, words } = reasonOf(step.reason)
      const why =
        code === ''
          ? words
          : `${t(`code.${code}`)} [${code}] ${detailWords({ code, message: words }, t) ?? words}`
      return [stateText(step, t), String(step.filled), why, t(`life.${step.known}`)]
    }
    case 'fill': {
      const { fill, fee } = step.fact
      const price = ticksText(instrument, fill.price)
      const values = { id: fill.id, lots: fill.volume, price, fee: money(fee) }
      return [t('life.fill', values), String(fill.volume), '', t('life.seen')]
    }
    case 'ack': {
      const { outcome, code, message } = step.ack
      const why = code === '' ? message : `${t(`code.${code}`)} [${code}] ${message}`
      return [t('life.command', { outcome }), '', why, t('life.seen')]
    }
    case 'trace': {
      const sum = step.trace.stages.reduce((all, each) => all + (Number.isNaN(each) ? 0 : each), 0)
      return [t('life.sent', { total: duration(sum) }), '', '', t('life.seen')]
    }
  }
}

function stateText(step: Extract<LifeStep, { kind: 'state' }>, t: Translate): string {
  const status = ORDER_STATUSES.find((each): each is OrderStatus => each === step.status)
  if (status === undefined) return step.status
  if (step.cancelling && status === 'working') return t('order.cancelling')
  return t(status === 'working' && step.filled > 0 ? 'order.part' : `order.${status}`)
}
