import type { ReactElement } from 'react'
import type { TopicRate } from '../../../core/desk/topic-rates.ts'
import { TopicRates } from '../../../core/desk/topic-rates.ts'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import type { Desk } from '../../desk/index.ts'
import { deskModel, useSlice, useWords } from '../../desk/index.ts'
import { decimal } from '../../format/index.ts'
import { useLineCondition } from './line-condition.ts'
import { Sparkline } from './sparkline.tsx'
import './system.css'

export const topicRatesOf = deskModel((desk) => {
  const rates = new TopicRates()
  desk.listen({
    onOpening: () => rates.clear(),
    onFact: (source, fact) => {
      if (fact.kind === 'beat') rates.take(source, fact)
    },
  })
  return rates
})

/** What each process says, and how much. */
export function TopicsPanel(): ReactElement {
  const t = useWords()
  const topics = useSlice(['beats', 'link'], (desk) => inOrder(desk, topicRatesOf(desk).all))
  return (
    <PanelState condition={useLineCondition()}>
      <SimpleTable
        label={t('panel.topics')}
        columns={[
          { title: t('system.topic') },
          { title: t('system.rate'), width: 7, figure: true },
          { title: t('system.peak'), width: 7, figure: true },
          { title: t('system.minute'), width: 9 },
          { title: t('system.total'), width: 8, figure: true },
        ]}
        rows={topics.map(({ source, kind, perSecond, peak, history, total }) => ({
          key: `${source} ${kind}`,
          cells: [
            <span key="topic" className="code" title={`${source} · ${kind}`}>
              {source} · {kind}
            </span>,
            decimal(perSecond, 1),
            decimal(peak, 1),
            <Sparkline key="minute" values={history} />,
            decimal(total),
          ],
        }))}
      />
    </PanelState>
  )
}

/** As the processes stand in their table, whichever was heard first in this window. */
function inOrder({ replica }: Desk, topics: readonly TopicRate[]): readonly TopicRate[] {
  const places = [...(replica?.sources.keys() ?? [])]
  return topics.toSorted((one, other) => places.indexOf(one.source) - places.indexOf(other.source))
}
