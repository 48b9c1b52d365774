import type { Replica } from '../../../core/replica/index.ts'
import { isFresh } from '../../../core/replica/index.ts'
import type { LatencyView } from '../terminal/view.ts'

const P50 = '.p50_us'
const P99 = '.p99_us'
const HOP = 'hop.'

/**
 * Whatever processes measure in pairs of `….p50_us` and `….p99_us`; the ways between them first.
 */
export function latencyViews({ sources }: Replica): readonly LatencyView[] {
  const views: LatencyView[] = []
  for (const { standing, beat } of sources.values()) {
    for (const [figure, p50] of Object.entries(beat?.figures ?? {})) {
      if (!figure.endsWith(P50) || !Number.isFinite(p50)) continue
      const name = figure.slice(0, -P50.length)
      const p99 = beat?.figures[`${name}${P99}`] ?? NaN
      views.push({ process: standing.name, name, p50, p99, fresh: isFresh(standing) })
    }
  }
  const [hops, others] = [views.filter(isHop), views.filter((view) => !isHop(view))]
  return [...hops, ...others]
}

function isHop({ name }: LatencyView): boolean {
  return name.startsWith(HOP)
}
