import type { ReactElement } from 'react'
import { PanelState, Tag } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { clockTime, dayText, money } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import type { AuditLine } from './audit-lines.ts'
import { auditLinesOf } from './audit-lines.ts'
import './system.css'

/** Who or what changed what may be traded, newest first. */
export function AuditPanel(): ReactElement {
  const t = useWords()
  const lines = useSlice(['trading', 'limits', 'settings', 'settlement', 'link'], (desk) => [
    ...auditLinesOf(desk),
  ])
  return (
    <PanelState
      condition={
        lines.length === 0 ? { kind: 'empty', words: t('system.no-audit') } : { kind: 'fine' }
      }
    >
      <SimpleTable
        label={t('panel.audit')}
        columns={[
          { title: t('time'), width: 14 },
          { title: t('system.from'), width: 18 },
          { title: t('system.state'), width: 14 },
          { title: t('system.event') },
          { title: t('system.user'), width: 18 },
        ]}
        rows={lines.map((line) => ({
          key: String(line.number),
          cells: [
            clockTime(line.at, 3),
            line.source,
            <KindTag key="kind" line={line} />,
            eventOf(line, t),
            'person' in line.fact ? line.fact.person : '',
          ],
        }))}
      />
    </PanelState>
  )
}

function KindTag({ line: { fact } }: { readonly line: AuditLine }): ReactElement {
  const t = useWords()
  if (fact.kind !== 'state') return <Tag>{t(`audit.${fact.kind}`)}</Tag>
  const kind = fact.state === 'halted' ? 'fault' : fact.state === 'active' ? '' : 'warn'
  return <Tag kind={kind}>{t(`state.${fact.state}`)}</Tag>
}

function eventOf({ fact }: AuditLine, t: Translate): string {
  switch (fact.kind) {
    case 'state':
      return `${t(`cause.${fact.cause}`)}: ${fact.reason}`
    case 'setting':
      return fact.change
    case 'settlement':
      return t('audit.settled', {
        day: dayText(fact.tradingDay),
        next: dayText(fact.nextTradingDay),
      })
    case 'limits':
      return t('audit.loss-limit', { limit: money(fact.limits.maxDailyLoss, 0) })
  }
}
