import { useState } from 'react'
import type { ReactElement } from 'react'
import type { VitalFact } from '../../../core/contracts/index.ts'
import { sayingsText } from '../../../core/contracts/index.ts'
import { timelineRows } from '../../../core/desk/process-timeline.ts'
import { COURSE_KEPT, WORDS_KEPT } from '../../../core/replica/index.ts'
import { Dialog } from '../../components/dialog.tsx'
import { LeavingTable } from '../../components/leaving-table.tsx'
import { useDesk, useSelected, useWords } from '../../desk/index.ts'
import { age, clockTime } from '../../format/index.ts'
import { TimelineBand } from './timeline-band.tsx'
import { isTrouble, timelineWords } from './timeline-words.ts'
import './timeline.css'

interface ProcessTimelineProps {
  /** Of the process. */
  readonly name: string
  readonly onClose: () => void
}

/** What happened to one process since main began, newest first, and how it was lately. */
export function ProcessTimeline({ name, onClose }: ProcessTimelineProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const [openedAt] = useState(() => desk.session.monotonic())
  const vitals = useSelected(['vitals', 'link'], ({ replica }) => [
    ...(replica?.vitals.get(name) ?? []),
  ])
  const title = t('timeline.title', { name })
  return (
    <Dialog title={title} onClose={onClose} look="fitting">
      <div className="timeline">
        <TimelineBand vitals={vitals} />
        <LeavingTable id={`process-${name}`} label={title}>
          <table className="detail-table timeline-rows">
            <thead>
              <tr>
                <th>{t('time')}</th>
                <th title={t('timeline.age-help')} aria-description={t('timeline.age-help')}>
                  {t('timeline.age')}
                </th>
                <th>{t('system.event')}</th>
                <th>{t('timeline.words')}</th>
              </tr>
            </thead>
            <tbody>
              {timelineRows(vitals, openedAt).map((row) => {
                const [what, words] = timelineWords(row, t)
                return (
                  <tr key={keyOf(row.vital)}>
                    <td>{clockTime(row.vital.clock, 3)}</td>
                    <td>{Number.isNaN(row.age) ? t('timeline.since') : age(row.age)}</td>
                    <td className={isTrouble(row.vital) ? 'warn' : ''}>{what}</td>
                    <td>{words}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </LeavingTable>
        <p className="timeline-kept">
          {t('timeline.kept', { course: COURSE_KEPT, words: WORDS_KEPT })}
        </p>
      </div>
    </Dialog>
  )
}

function keyOf({ at, step, sayings }: VitalFact): string {
  return `${at} ${step} ${sayingsText(sayings)}`
}
