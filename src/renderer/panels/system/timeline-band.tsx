import type { ReactElement } from 'react'
import type { VitalFact } from '../../../core/contracts/index.ts'
import type { How } from '../../../core/desk/process-timeline.ts'
import { stretchesOf, totalsOf } from '../../../core/desk/process-timeline.ts'
import { MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Desk } from '../../desk/index.ts'
import { useSelected, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'

/** Minutes that it shows, up to now. */
const MINUTES = 15
const SPAN = MINUTES * 60 * MICROS_PER_SECOND
const HOWS: readonly How[] = ['up', 'silent', 'down', 'unknown']

/** How a process was in the last minutes, oldest at the left, and how long each was in all. */
export function TimelineBand({ vitals }: { readonly vitals: readonly VitalFact[] }): ReactElement {
  const t = useWords()
  const { until, known } = useSelected(['vitals', 'age', 'link'], momentOf)
  const from = until - SPAN
  const stretches = stretchesOf(vitals, { from, known, until })
  const totals = totalsOf(stretches)
  const title = t('timeline.band', { minutes: MINUTES })
  return (
    <figure className="timeline-figure" aria-label={title}>
      <div className="timeline-band" aria-hidden="true">
        {stretches.map(({ from: begin, until: end, how }) => (
          <i
            key={`${begin} ${how}`}
            className={`timeline-${how}`}
            style={{ left: share(begin - from), width: share(end - begin) }}
          />
        ))}
      </div>
      <figcaption className="timeline-legend">
        <span>{title}</span>
        {HOWS.filter((how) => totals[how] > 0).map((how) => (
          <span key={how}>
            <i className={`timeline-${how}`} aria-hidden="true" /> {t(`timeline.how.${how}`)}{' '}
            {age(totals[how])}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

/** Once a second is enough. What main did not tell yet is not known. */
function momentOf(desk: Desk): { readonly until: number; readonly known: number } {
  const now = desk.session.monotonic()
  const until = Math.floor(now / MICROS_PER_SECOND) * MICROS_PER_SECOND
  const unheard = desk.unheard()
  const known =
    unheard > 0 ? Math.floor((now - unheard) / MICROS_PER_SECOND) * MICROS_PER_SECOND : until
  return { until, known: Number.isNaN(unheard) ? NaN : known }
}

function share(micros: number): string {
  return `${(micros / SPAN) * 100}%`
}
