import { useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import type { Refusal } from '../../../core/desk/refusal-list.ts'
import { PanelState, PoolTable } from '../../components/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { useListCondition } from '../listing/list-condition.ts'
import { refusalsOf } from '../listing/models.ts'
import { OrderLife } from '../orders/order-life.tsx'
import '../listing/list-button.css'
import { RefusalDetail } from './refusal-detail.tsx'
import { refusalColumns } from './refusal-columns.ts'

const keyOf = ({ number }: Refusal): string => String(number)

/** What was not done, why, and what to do about it. */
export function RefusalsPanel({ panel }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const model = refusalsOf(desk)
  const [shown, setShown] = useState<Refusal>()
  const close = (): void => setShown(undefined)
  const columns = useMemo(() => refusalColumns(desk, t), [desk, t])
  return (
    <PanelState condition={useListCondition()}>
      <PoolTable
        id={panel}
        label={t('panel.refusals')}
        empty={{ words: t('refusals.none') }}
        columns={columns}
        rows={() => model.rows}
        keyOf={keyOf}
        slices={['acks', 'orders', 'directory']}
        onEnter={setShown}
      />
      {shown?.order !== undefined && <OrderLife id={shown.order.id} onClose={close} />}
      {shown !== undefined && shown.order === undefined && (
        <RefusalDetail refusal={shown} onClose={close} />
      )}
    </PanelState>
  )
}
