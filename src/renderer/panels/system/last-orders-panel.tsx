import type { ReactElement } from 'react'
import type { TraceFact, TraceStage } from '../../../core/contracts/index.ts'
import { TRACE_STAGES } from '../../../core/contracts/index.ts'
import { totalOf } from '../../../core/desk/stage-figures.ts'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { clockTime, decimal } from '../../format/index.ts'
import './system.css'

const SHOWN = 50
const GROUPS: Readonly<Record<TraceStage, string>> = {
  receive: 'bus',
  'bus-out': 'bus',
  features: 'features',
  model: 'model',
  decide: 'features',
  'bus-back': 'bus',
  plan: 'gate',
  journal: 'journal',
  send: 'journal',
}

/** The newest orders, each with where its time went. */
export function LastOrdersPanel(): ReactElement {
  const t = useWords()
  const traces = useSlice(['traces', 'link'], ({ replica }) =>
    (replica?.traces ?? []).slice(-SHOWN).reverse(),
  )
  const most = Math.max(...traces.map(totalOf), 1)
  return (
    <PanelState
      condition={
        traces.length === 0 ? { kind: 'empty', words: t('latency.none') } : { kind: 'fine' }
      }
    >
      <SimpleTable
        label={t('panel.last-orders')}
        columns={[
          { title: t('time'), width: 14 },
          { title: t('system.order'), width: 12 },
          { title: t('system.venue'), width: 11, figure: true },
          { title: t('system.ours'), width: 11, figure: true },
          { title: t('latency.stage') },
        ]}
        rows={traces.map((trace) => ({
          key: trace.order,
          cells: [
            clockTime(trace.at, 3),
            <span key="order" className="code">
              {trace.order.split('-').slice(-2).join('-')}
            </span>,
            decimal(trace.venueDelay / 1000, 1),
            decimal(totalOf(trace), 1),
            <StageBar key="stages" trace={trace} most={most} />,
          ],
        }))}
      />
    </PanelState>
  )
}

function StageBar({
  trace,
  most,
}: {
  readonly trace: TraceFact
  readonly most: number
}): ReactElement {
  return (
    <span className="stage-bar" aria-hidden="true">
      {TRACE_STAGES.map((stage, index) => {
        const took = trace.stages[index] ?? NaN
        const width = `${(Number.isNaN(took) ? 0 : took / most) * 100}%`
        return <i key={stage} className={`stage-${GROUPS[stage]}`} style={{ width }} />
      })}
    </span>
  )
}
