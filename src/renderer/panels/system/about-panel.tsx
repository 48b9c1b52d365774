import type { ReactElement } from 'react'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { useLineCondition } from './line-condition.ts'
import './system.css'

/** What runs here, and whose work it stands on. */
export function AboutPanel(): ReactElement {
  const t = useWords()
  const opening = useSlice(['link'], ({ session }) => session.opening)
  const about = opening?.about
  const rows =
    about === undefined || opening === undefined
      ? []
      : [
          [t('system.version'), about.version],
          [
            t('system.host'),
            about.host === 'electron'
              ? t('system.host.electron', { version: about.electron })
              : t('system.host.browser'),
          ],
          ['Node', about.node],
          [t('system.platform'), about.platform],
          [t('system.user'), about.user],
          [t('system.instance'), `${opening.origin.mode} / ${opening.origin.profile}`],
        ]
  return (
    <PanelState condition={useLineCondition()}>
      <div className="about">
        <SimpleTable
          label={t('panel.about')}
          columns={[{ title: t('system.figure'), width: 16 }, { title: '' }]}
          rows={rows.map(([name = '', value = '']) => ({ key: name, cells: [name, value] }))}
        />
        <p className="about-notices">{t('system.notices')}</p>
      </div>
    </PanelState>
  )
}
