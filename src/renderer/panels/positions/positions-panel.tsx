import { useMemo } from 'react'
import type { ReactElement } from 'react'
import type { PositionRow } from '../../../core/desk/position-list.ts'
import { PanelState, PoolTable } from '../../components/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { useListCondition } from '../listing/list-condition.ts'
import { positionsOf } from '../listing/models.ts'
import { openEntry } from '../listing/open-entry.ts'
import { positionColumns } from './position-columns.ts'

const NO_ROWS: readonly PositionRow[] = []
const keyOf = ({ key }: PositionRow): string => key

/** What every owner holds, side by side, and the sum. It chooses what panels of its letter show. */
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
  const show = ({ position }: PositionRow): void => {
    const symbol = desk.replica?.state.instruments[position.instrument]?.symbol
    if (symbol !== undefined) desk.focus.show(letter, symbol)
  }
  return (
    <PanelState condition={useListCondition()}>
      <PoolTable
        id={panel}
        label={t('panel.positions')}
        empty={{ words: t('positions.none') }}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        slices={['positions', 'quotes', 'directory', 'age', 'link']}
        onEnter={show}
        onClick={show}
        menu={(rows) => [openEntry(t('watch.open', { letter }), rows, show)]}
      />
    </PanelState>
  )
}
