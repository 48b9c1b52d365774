import type { ReactElement } from 'react'
import type { Usage } from '../../../core/desk/gate-usage.ts'
import { gateUsage } from '../../../core/desk/gate-usage.ts'
import { PanelState } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { decimal, money, percent } from '../../format/index.ts'
import { useListCondition } from '../listing/list-condition.ts'
import './system.css'

/** How much of each bound of the gate is used. */
export function GatePanel(): ReactElement {
  const t = useWords()
  const usages = useSlice(
    ['limits', 'account', 'positions', 'orders', 'link', 'age', 'quotes'],
    (desk) => (desk.replica === undefined ? [] : gateUsage(desk.replica.state, desk.sessionNow())),
  )
  return (
    <PanelState condition={useListCondition()}>
      <SimpleTable
        label={t('panel.gate')}
        columns={[
          { title: t('system.rule') },
          { title: t('system.now'), width: 9, figure: true },
          { title: t('system.limit'), width: 9, figure: true },
          { title: t('system.used'), width: 9 },
          { title: '%', width: 5, figure: true },
        ]}
        rows={usages.map((usage) => {
          const share = usage.limit > 0 ? usage.now / usage.limit : NaN
          return {
            key: usage.rule,
            cells: [
              t(`rule.${usage.rule}`, { symbol: usage.symbol }),
              shown(usage.now, usage),
              shown(usage.limit, usage),
              <Bar key="used" share={share} />,
              percent(share, 0),
            ],
          }
        })}
      />
    </PanelState>
  )
}

function shown(value: number, { unit }: Usage): string {
  return unit === 'money' ? money(value, 0) : decimal(value)
}

function Bar({ share }: { readonly share: number }): ReactElement {
  const width = `${Math.min(1, Number.isFinite(share) ? share : 0) * 100}%`
  return (
    <span className={share >= 0.8 ? 'simple-bar simple-bar-full' : 'simple-bar'} aria-hidden="true">
      <i style={{ width }} />
    </span>
  )
}
