import type { ReactElement } from 'react'
import type { Micros } from '../../../core/domain/index.ts'
import type { Replica, Source } from '../../../core/replica/index.ts'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { BeatAge } from './beat-age.tsx'
import { useLineCondition } from './line-condition.ts'
import './system.css'

/** Who watches whom, how long ago it was heard, and what follows if it falls silent. */
export function DeadManPanel(): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const replica = useSlice(['beats', 'sources', 'link', 'age'], ({ replica }) => replica)
  const now = desk.session.monotonic()
  const newest = replica === undefined ? NaN : newestQuoteAge(replica, desk.sessionNow())
  const heard = (worker: string): number => heardFrom(replica, worker, now)
  const rows = [
    ['main', 'gateway', heard('main'), 1, t('system.then.reduce')],
    ['gateway', 'watchdog', heard('gateway'), 1, t('system.then.kill')],
    ['exchange', 'main', heard('exchange'), 2, t('system.then.restart')],
    ['strategy', 'main', heard('strategy'), 2, t('system.then.restart')],
    ['history', 'main', heard('history'), 2, t('system.then.restart')],
    [t('chip.feed'), 'gateway', newest, 3, t('system.then.stale')],
  ] as const
  return (
    <PanelState condition={useLineCondition()}>
      <SimpleTable
        label={t('panel.dead-man')}
        columns={[
          { title: t('system.path'), width: 9 },
          { title: t('system.by'), width: 9 },
          { title: t('system.beat'), width: 7, figure: true },
          { title: t('system.trips'), width: 7, figure: true },
          { title: t('system.then') },
        ]}
        rows={rows.map(([watched, by, old, limit, then]) => ({
          key: watched,
          cells: [watched, by, <BeatAge key="age" old={old} limit={limit} />, `${limit} s`, then],
        }))}
      />
    </PanelState>
  )
}

function heardFrom(replica: Replica | undefined, worker: string, now: Micros): number {
  const found = [...(replica?.sources.values() ?? [])].filter(
    ({ standing }: Source) => standing.worker === worker,
  )
  return Math.max(...found.map(({ heardAt }) => now - heardAt))
}

function newestQuoteAge({ state }: Replica, now: Micros): number {
  const ages = state.quotes.flatMap((quote) => (quote === undefined ? [] : [now - quote.at]))
  return ages.length === 0 ? NaN : Math.min(...ages)
}
