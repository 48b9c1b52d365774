import type { ReactElement } from 'react'
import { stageFigures } from '../../../core/desk/stage-figures.ts'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { decimal } from '../../format/index.ts'
import { useLineCondition } from './line-condition.ts'
import './system.css'

/** Stages of the orders that are remembered, then whatever processes measure of themselves. */
export function StagesPanel(): ReactElement {
  const t = useWords()
  const stages = useSlice(['traces', 'link'], ({ replica }) => stageFigures(replica?.traces ?? []))
  const measured = useSlice(['beats', 'link'], ({ replica }) =>
    [...(replica?.sources.values() ?? [])].flatMap(({ standing, beat }) =>
      Object.entries(beat?.figures ?? {}).flatMap(([name, p50]) =>
        name.endsWith('.p50_us') && Number.isFinite(p50)
          ? [
              {
                name: `${standing.name} · ${name.slice(0, -'.p50_us'.length)}`,
                p50,
                p99: beat?.figures[name.replace('p50', 'p99')] ?? NaN,
              },
            ]
          : [],
      ),
    ),
  )
  return (
    <PanelState condition={useLineCondition()}>
      <SimpleTable
        label={t('panel.stages')}
        columns={[
          { title: t('latency.stage') },
          { title: 'p50 µs', width: 10, figure: true },
          { title: 'p95 µs', width: 10, figure: true },
          { title: 'p99 µs', width: 10, figure: true },
        ]}
        rows={[
          ...stages.map(({ stage, p50, p95, p99 }) => ({
            key: stage,
            cells: [
              <span key="stage" className={stage === 'total' ? 'strong' : ''}>
                {t(`latency.stage.${stage}`)}
              </span>,
              decimal(p50),
              decimal(p95),
              decimal(p99),
            ],
          })),
          ...measured.map(({ name, p50, p99 }) => ({
            key: name,
            cells: [
              <span key="stage" className="code muted">
                {name}
              </span>,
              measuredMicros(p50, p99),
              '',
              measuredMicros(p99, p99),
            ],
          })),
        ]}
      />
    </PanelState>
  )
}

/** Nothing took no time at all: what was never done has no figures. */
function measuredMicros(value: number, p99: number): string {
  return decimal(p99 > 0 ? value : NaN)
}
