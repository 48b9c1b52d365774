import type { ReactElement } from 'react'
import type { Source } from '../../../core/replica/index.ts'
import { isFresh } from '../../../core/replica/index.ts'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { decimal } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { useLineCondition } from './line-condition.ts'
import './system.css'

/** Journals, the outbox and the stores behind it. Trading waits for the journals alone. */
export function StoresPanel(): ReactElement {
  const t = useWords()
  const rows = useSlice(['beats', 'sources', 'link'], ({ replica }) =>
    replica === undefined ? [] : [...replica.sources.values()].flatMap((each) => rowsOf(each, t)),
  )
  return (
    <PanelState condition={useLineCondition()}>
      <SimpleTable
        label={t('panel.stores')}
        columns={[
          { title: t('system.store') },
          { title: t('system.state'), width: 12.5 },
          { title: t('system.answers'), width: 10, figure: true },
          { title: t('system.rows'), width: 8, figure: true },
          { title: t('system.waits'), width: 6, figure: true },
          { title: t('system.aside'), width: 9, figure: true },
        ]}
        rows={rows}
      />
    </PanelState>
  )
}

type Row = { readonly key: string; readonly cells: readonly (string | ReactElement)[] }

function rowsOf({ standing, beat }: Source, t: Translate): readonly Row[] {
  const figures = beat?.figures ?? {}
  const figure = (name: string): number => figures[name] ?? NaN
  const state = (fine: string): ReactElement =>
    isFresh(standing) ? (
      <span className="ok">● {fine}</span>
    ) : (
      <span className="warn">○ {t('system.down')}</span>
    )
  const rows: Row[] = []
  if (Number.isFinite(figure('journal.p50_us'))) {
    rows.push({
      key: `${standing.name} journal`,
      cells: [
        t('system.journal', { name: standing.name }),
        state(t('system.durable')),
        decimal(figure('journal.p50_us')),
        '',
        '',
        '',
      ],
    })
  }
  if (standing.worker !== 'history') return rows
  const late = figure('outbox.age_ms') > 5000
  rows.push({
    key: 'outbox',
    cells: [
      t('system.outbox'),
      late ? <span className="warn">◍ {t('system.slow')}</span> : state(t('system.durable')),
      '',
      decimal(figure('outbox.sent')),
      decimal(figure('outbox.rows')),
      decimal(figure('outbox.poisoned')),
    ],
  })
  const hot = figure('hot.latency_ms') * 1000
  if (Number.isFinite(hot)) {
    // No server answers in no time: it is kept in the memory of the process itself.
    const [word, answers] =
      hot > 0 ? (['system.up', decimal(hot)] as const) : (['system.in-memory', ''] as const)
    rows.push({ key: 'hot', cells: [t('system.hot'), state(t(word)), answers] })
  }
  return rows
}
