import type { ReactElement } from 'react'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { useLineCondition } from './line-condition.ts'
import { storeRows } from './store-rows.ts'
import './system.css'

/** Journals, the outbox and the stores behind it. Trading waits for the journals alone. */
export function StoresPanel(): ReactElement {
  const t = useWords()
  const rows = useSlice(['beats', 'sources', 'link'], ({ replica }) =>
    replica === undefined
      ? []
      : [...replica.sources.values()].flatMap((each) => storeRows(each, t)),
  )
  return (
    <PanelState condition={useLineCondition()}>
      <SimpleTable
        label={t('panel.stores')}
        columns={[
          { title: t('system.store') },
          { title: t('system.state'), width: 14 },
          { title: t('system.answers'), width: 10, figure: true },
          { title: t('system.rows'), width: 8, figure: true },
          { title: t('system.waits'), width: 6, figure: true },
          { title: t('system.aside'), width: 9, figure: true },
        ]}
        rows={rows.map(({ key, name, state, isFine, figures }) => ({
          key,
          cells: [
            name,
            <span key="state" className={isFine ? 'ok' : 'warn'}>
              {state}
            </span>,
            ...figures,
          ],
        }))}
      />
    </PanelState>
  )
}
