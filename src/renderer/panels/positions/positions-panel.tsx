import { useMemo } from 'react'
import type { ReactElement } from 'react'
import type { PositionRow } from '../../../core/desk/position-list.ts'
import { PanelState, PoolTable } from '../../components/index.ts'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { useListCondition } from '../listing/list-condition.ts'
import { positionsOf } from '../listing/models.ts'
import { positionColumns } from './position-columns.ts'

const NO_ROWS: readonly PositionRow[] = []
const keyOf = ({ key }: PositionRow): string => key

/** What every owner holds, side by side, and the sum. */
export function PositionsPanel({ panel, letter }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const model = positionsOf(desk)
  const columns = useMemo(() => positionColumns(desk, t, () => model.sums), [desk, t, model])
  const rows = (): readonly PositionRow[] => {
    const state = desk.replica?.state
    if (state === undefined) return NO_ROWS
    return model.rows(state)
  }
  const isEmpty = useSlice(['positions'], ({ replica }) => {
    return replica === undefined || model.rows(replica.state).length === 0
  })
  return (
    <PanelState condition={useListCondition(isEmpty, { words: t('positions.none') })}>
      <PoolTable
        id={panel}
        label={t('panel.positions')}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        slices={['positions', 'quotes', 'directory', 'age']}
        onEnter={({ position }) => {
          const symbol = desk.replica?.state.instruments[position.instrument]?.symbol
          if (symbol !== undefined) desk.focus.show(letter, symbol)
        }}
      />
    </PanelState>
  )
}
