import type { ReactElement } from 'react'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { decimal } from '../../format/index.ts'
import { useLinesCondition } from './line-condition.ts'
import './system.css'

const FIGURE = /^window\.([^.]+)\.(.+)$/

/** Every window that is open, and what it costs, as main is told by each. */
export function WindowsPanel(): ReactElement {
  const t = useWords()
  const figures = useSlice(['beats', 'link'], ({ replica }) => {
    const main = [...(replica?.sources.values() ?? [])].find(
      ({ standing }) => standing.worker === 'main',
    )
    return main?.beat?.figures
  })
  const windows = new Map<string, Record<string, number>>()
  for (const [name, value] of Object.entries(figures ?? {})) {
    const found = FIGURE.exec(name)
    if (found?.[1] === undefined || found[2] === undefined) continue
    windows.set(found[1], { ...windows.get(found[1]), [found[2]]: value })
  }
  return (
    <PanelState condition={useLinesCondition(windows.size === 0, t('system.no-windows'))}>
      <SimpleTable
        label={t('panel.windows')}
        columns={[
          { title: t('system.window') },
          { title: t('system.frame'), width: 14, figure: true },
          { title: t('system.paint'), width: 14, figure: true },
          { title: t('system.long'), width: 12, figure: true },
          { title: t('system.heap'), width: 10, figure: true },
        ]}
        rows={[...windows].map(([name, told]) => ({
          key: name,
          cells: [
            name,
            decimal(told['frame.work_p95_ms'] ?? NaN, 1),
            decimal(told['frame.paint_p95_ms'] ?? NaN, 1),
            decimal(told['tasks.long'] ?? NaN),
            decimal(told['heap.mb'] ?? NaN, 1),
          ],
        }))}
      />
    </PanelState>
  )
}
