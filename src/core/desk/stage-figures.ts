import type { TraceFact } from '../contracts/index.ts'
import { TRACE_STAGES } from '../contracts/index.ts'

/** Quantiles of one stage over the orders that are remembered; µs, NaN where none passed it. */
export interface StageFigures {
  readonly stage: (typeof TRACE_STAGES)[number] | 'total'
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** What an order spent on this machine in all, in µs; NaN where a stage is not known. */
export function totalOf({ stages }: TraceFact): number {
  let sum = 0
  for (const stage of stages) if (!Number.isNaN(stage)) sum += stage
  return sum
}

/** Each stage in order, then the total. */
export function stageFigures(traces: readonly TraceFact[]): readonly StageFigures[] {
  const stages = TRACE_STAGES.map((stage, index) =>
    figures(
      stage,
      traces.map((trace) => trace.stages[index] ?? NaN),
    ),
  )
  return [...stages, figures('total', traces.map(totalOf))]
}

function figures(stage: StageFigures['stage'], values: readonly number[]): StageFigures {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  return {
    stage,
    p50: quantile(known, 0.5),
    p95: quantile(known, 0.95),
    p99: quantile(known, 0.99),
  }
}

/** The nearest rank: a value that was measured. */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return NaN
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}
