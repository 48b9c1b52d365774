import { useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import { PanelState, PoolTable } from '../../components/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import type { FillRow } from '../listing/fill-list.ts'
import { useListCondition } from '../listing/list-condition.ts'
import { fillsOf } from '../listing/models.ts'
import { OrderLife } from '../orders/order-life.tsx'
import { fillColumns } from './fill-columns.ts'

const keyOf = ({ fact }: FillRow): string => `${fact.fill.order} ${fact.fill.id}`

/** Own executions, newest first. */
export function FillsPanel({ panel }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const { list, profits } = fillsOf(desk)
  const [shown, setShown] = useState<string>()
  const columns = useMemo(() => fillColumns(desk, t, profits), [desk, t, profits])
  return (
    <PanelState condition={useListCondition()}>
      <PoolTable
        id={panel}
        label={t('panel.fills')}
        empty={{ words: t('fills.none') }}
        columns={columns}
        rows={() => list.rows}
        keyOf={keyOf}
        slices={['fills', 'directory', 'orders']}
        onEnter={({ fact }) => setShown(fact.fill.order)}
      />
      {shown !== undefined && <OrderLife id={shown} onClose={() => setShown(undefined)} />}
    </PanelState>
  )
}
