import type { ReactElement } from 'react'
import type { TraceFact, TraceStage } from '../../../core/contracts/index.ts'
import { TRACE_STAGES } from '../../../core/contracts/index.ts'
import { totalOf } from '../../../core/desk/stage-figures.ts'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { clockTime, decimal } from '../../format/index.ts'
import { useLinesCondition } from './line-condition.ts'
import './system.css'

const SHOWN = 50
const LEGEND = ['bus', 'features', 'model', 'gate', 'journal'] as const
const GROUPS: Readonly<Record<TraceStage, (typeof LEGEND)[number]>> = {
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
    <PanelState condition={useLinesCondition(traces.length === 0, t('latency.none'))}>
      <div className="last-orders">
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
              decimal(totalOf(trace)),
              <StageBar key="stages" trace={trace} most={most} />,
            ],
          }))}
        />
        {traces.length > 0 && <Legend most={most} />}
      </div>
    </PanelState>
  )
}

/** What the colours of the bars are, and how long the longest of them took. */
function Legend({ most }: { readonly most: number }): ReactElement {
  const t = useWords()
  return (
    <p className="stage-legend">
      {LEGEND.map((group) => (
        <span key={group}>
          <i className={`stage-${group}`} aria-hidden="true" /> {t(`latency.group.${group}`)}
        </span>
      ))}
      <span className="muted">{t('latency.scale', { most: decimal(most) })}</span>
    </p>
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
