import { useCallback, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import type { TraceFact } from '../../../core/contracts/index.ts'
import { TRACE_STAGES } from '../../../core/contracts/index.ts'
import { heldBeside, heldPlace } from '../../../core/desk/held-trace.ts'
import type { StageFigures } from '../../../core/desk/stage-figures.ts'
import { stageFigures, totalOf } from '../../../core/desk/stage-figures.ts'
import type { PanelCondition } from '../../components/index.ts'
import { PanelState } from '../../components/index.ts'
import { shownTexts } from '../../components/shown-texts.ts'
import { useLeaving } from '../../components/use-leaving.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { clockTime, decimal } from '../../format/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { useLineCondition } from '../system/line-condition.ts'
import './latency-panel.css'

const NO_TRACES: readonly TraceFact[] = []

/** Where the time of one order went, as a waterfall, beside each stage's p99. */
export function LatencyPanel({ panel }: PanelProps): ReactElement {
  const t = useWords()
  const traces = useSlice(['traces', 'link'], ({ replica }) => replica?.traces ?? NO_TRACES)
  const [held, setHeld] = useState<string>()
  const trace = traces[heldPlace(traces, held)]
  const line = useLineCondition()
  const isEmpty = line.kind === 'fine' && trace === undefined
  const condition: PanelCondition = isEmpty ? { kind: 'empty', words: t('latency.none') } : line
  const own = useRef<HTMLDivElement | null>(null)
  const rows = useCallback(() => {
    const table = own.current?.querySelector('table')
    return table ? shownTexts(table) : []
  }, [])
  const { handlers, menu } = useLeaving(panel, t('panel.latency'), rows)
  const onKeyDown = (event: KeyboardEvent): void => {
    handlers.onKeyDown(event)
    if (event.key === 'ArrowLeft') setHeld(heldBeside(traces, held, -1))
    if (event.key === 'ArrowRight') setHeld(heldBeside(traces, held, 1))
  }
  return (
    <PanelState condition={condition}>
      {trace !== undefined && (
        <div
          ref={own}
          className="latency"
          role="group"
          tabIndex={0}
          aria-label={t('latency.of', { order: trace.order })}
          {...handlers}
          onKeyDown={onKeyDown}
        >
          <Head trace={trace} />
          <Waterfall trace={trace} figures={stageFigures(traces)} />
          {menu}
        </div>
      )}
    </PanelState>
  )
}

function Head({ trace }: { readonly trace: TraceFact }): ReactElement {
  const t = useWords()
  const venue = Number.isNaN(trace.venueDelay) ? '–' : `${decimal(trace.venueDelay / 1000, 1)} ms`
  return (
    <p className="latency-head">
      <span className="code">{trace.order.split('-').slice(-2).join('-')}</span>
      <span>{clockTime(trace.at, 3)}</span>
      <span className="latency-venue">
        <span>
          {t('latency.venue')} <b>{venue}</b>
        </span>
        <span className="muted">{t('latency.not-ours')}</span>
      </span>
    </p>
  )
}

function Waterfall({
  trace,
  figures,
}: {
  readonly trace: TraceFact
  readonly figures: readonly StageFigures[]
}): ReactElement {
  const t = useWords()
  const total = totalOf(trace)
  const begins = beginsOf(trace.stages)
  const sum = figures.at(-1)
  return (
    <table className="latency-stages">
      <thead>
        <tr>
          <th scope="col">{t('latency.stage')}</th>
          <th scope="col" aria-hidden="true" />
          <th scope="col" className="latency-figure">
            µs
          </th>
          <th scope="col" className="latency-figure">
            p99
          </th>
        </tr>
      </thead>
      <tbody>
        {TRACE_STAGES.map((stage, index) => {
          const took = trace.stages[index] ?? NaN
          const p99 = figures[index]?.p99 ?? NaN
          const left = `${((begins[index] ?? 0) / total) * 100}%`
          const width = Number.isNaN(took) ? '0' : `${Math.max(0.5, (took / total) * 100)}%`
          return (
            <tr key={stage}>
              <td>{t(`latency.stage.${stage}`)}</td>
              <td>
                <span className="latency-bar" aria-hidden="true">
                  <i style={{ left, width }} />
                </span>
              </td>
              <td className={took > p99 ? 'latency-figure warn' : 'latency-figure strong'}>
                {figure(took)}
              </td>
              <td className="latency-figure muted">{figure(p99)}</td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('latency.total')}</td>
          <td className="muted">p50 {figure(sum?.p50 ?? NaN)}</td>
          <td className="latency-figure strong">{figure(total)}</td>
          <td className="latency-figure muted">{figure(sum?.p99 ?? NaN)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** When each stage began, in µs from the first. */
function beginsOf(stages: readonly number[]): readonly number[] {
  let sum = 0
  return stages.map((stage) => {
    const begin = sum
    if (!Number.isNaN(stage)) sum += stage
    return begin
  })
}

/** A digit behind the point says something below a millisecond only. */
function figure(micros: number): string {
  return decimal(micros, micros < 1000 ? 1 : 0)
}
