import type { ReactElement } from 'react'
import type { Micros } from '../../../core/domain/index.ts'
import type { Replica, Source } from '../../../core/replica/index.ts'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import { useLineCondition } from './line-condition.ts'
import './system.css'

/** Who watches whom, how long ago it was heard, and what follows if it falls silent. */
export function DeadManPanel(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const replica = useSlice(['beats', 'sources', 'link', 'age'], ({ replica }) => replica)
  const now = desk.session.monotonic()
  const oldest = replica === undefined ? NaN : newestQuoteAge(replica, desk.sessionNow())
  const rows = [
    ['main', 'gateway', heard(replica, 'main', now), '1 s', t('system.then.reduce')],
    ['gateway', 'watchdog', heard(replica, 'gateway', now), '1 s', t('system.then.kill')],
    ['exchange', 'main', heard(replica, 'exchange', now), '2 s', t('system.then.restart')],
    ['strategy', 'main', heard(replica, 'strategy', now), '2 s', t('system.then.restart')],
    ['history', 'main', heard(replica, 'history', now), '2 s', t('system.then.restart')],
    [t('bar.feed'), 'gateway', age(oldest), '3 s', t('system.then.stale')],
  ] as const
  return (
    <PanelState condition={useLineCondition()}>
      <SimpleTable
        label={t('panel.dead-man')}
        columns={[
          { title: t('system.path'), width: 12 },
          { title: t('system.by'), width: 11 },
          { title: t('system.beat'), width: 8, figure: true },
          { title: t('system.trips'), width: 8, figure: true },
          { title: t('system.then') },
        ]}
        rows={rows.map((cells) => ({ key: cells[0], cells }))}
      />
    </PanelState>
  )
}

function heard(replica: Replica | undefined, worker: string, now: Micros): string {
  const found = [...(replica?.sources.values() ?? [])].filter(
    ({ standing }: Source) => standing.worker === worker,
  )
  return age(Math.max(...found.map(({ heardAt }) => now - heardAt)))
}

function newestQuoteAge({ state }: Replica, now: Micros): number {
  const ages = state.quotes.flatMap((quote) => (quote === undefined ? [] : [now - quote.at]))
  return ages.length === 0 ? NaN : Math.min(...ages)
}
