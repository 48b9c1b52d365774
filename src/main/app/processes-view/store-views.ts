import type { Replica } from '../../../core/replica/index.ts'
import type { StoreName } from '../../../core/desk/store-outage.ts'
import { storeOutage } from '../../../core/desk/store-outage.ts'
import { isFresh } from '../../../core/replica/index.ts'
import { count, duration, size } from '../terminal/figures.ts'
import type { StoreView } from '../terminal/view.ts'

const MICROS_PER_MILLISECOND = 1_000
/** What becomes of rows that cannot be stored, by the figure that counts them. */
const LOSSES = ['lost', 'poisoned', 'refused'] as const

/** How the history process gets rid of its rows, by the figures of its beats. */
export function storeViews({ sources }: Replica): readonly StoreView[] {
  return [...sources.values()].flatMap(({ standing, beat }) => {
    if (standing.worker !== 'history' || beat === undefined) return []
    const { figures } = beat
    const fresh = isFresh(standing)
    const hot = figures['hot.latency_ms'] ?? NaN
    const questions = figures['history.questions'] ?? NaN
    const hotTrouble = outage(figures, 'hot')
    const answered = duration(hot * MICROS_PER_MILLISECOND)
    return [
      ...(figures['outbox.rows'] === undefined
        ? []
        : [{ name: 'outbox', figures: backlog(figures), trouble: losses(figures), fresh }]),
      ...(Number.isNaN(hot) && hotTrouble === ''
        ? []
        : [{ name: 'hot', figures: `answers in ${answered}`, trouble: hotTrouble, fresh }]),
      ...(Number.isNaN(questions)
        ? []
        : [
            {
              name: 'history',
              figures: `${count(questions)} questions`,
              trouble: outage(figures, 'history'),
              fresh,
            },
          ]),
    ]
  })
}

type Figures = Readonly<Record<string, number>>

function backlog(figures: Figures): string {
  const rows = figures['outbox.rows'] ?? NaN
  const age = (figures['outbox.age_ms'] ?? NaN) * MICROS_PER_MILLISECOND
  const waiting = rows > 0 ? `, ${size(figures['outbox.bytes'] ?? NaN)}, ${duration(age)} old` : ''
  const sent = figures['outbox.sent'] ?? NaN
  return `${count(rows)} rows wait${waiting}; ${count(sent)} sent`
}

function outage(figures: Figures, store: StoreName): string {
  const away = storeOutage(figures, store)
  return away > 0 ? `away for ${duration(away)}` : ''
}

function losses(figures: Figures): string {
  return LOSSES.flatMap((loss) => {
    const rows = figures[`outbox.${loss}`] ?? 0
    return rows > 0 ? [`${count(rows)} ${loss}`] : []
  }).join(', ')
}
