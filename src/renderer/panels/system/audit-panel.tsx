import { useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { PanelState, Tag } from '../../components/index.ts'
import { SimpleTable } from '../../components/simple-table.tsx'
import { useSlice, useWords } from '../../desk/index.ts'
import { clockTime, dayText, money } from '../../format/index.ts'
import { useKey } from '../../keys/index.ts'
import type { Translate } from '../../words/index.ts'
import { sayingWords } from '../../words/index.ts'
import { TextFilter } from '../listing/text-filter.tsx'
import type { AuditLine } from './audit-lines.ts'
import { auditLinesOf } from './audit-lines.ts'
import { ChainHead } from './chain-head.tsx'
import { useLinesCondition } from './line-condition.ts'
import { linesWith } from './lines-with.ts'
import './system.css'

/** Who or what changed what may be traded, newest first. */
export function AuditPanel(): ReactElement {
  const t = useWords()
  const lines = useSlice(['trading', 'limits', 'settings', 'settlement', 'link'], (desk) => [
    ...auditLinesOf(desk),
  ])
  const [wanted, setWanted] = useState<string>()
  const own = useRef<HTMLDivElement | null>(null)
  const fitting = linesWith(lines, wanted ?? '', (line) => wordsOf(line, t))
  const endFilter = (): void => {
    setWanted(undefined)
    own.current?.querySelector<HTMLElement>('.simple-table-place')?.focus()
  }
  useKey('audit.filter', () => {
    setWanted((before) => before ?? '')
    own.current?.querySelector('input')?.focus()
  })
  return (
    <div className="audit-panel">
      <ChainHead />
      <PanelState condition={useLinesCondition(lines.length === 0, t('system.no-audit'))}>
        <div className="audit" ref={own}>
          {wanted !== undefined && (
            <TextFilter text={wanted} onText={setWanted} onEnd={endFilter} />
          )}
          <SimpleTable
            label={t('panel.audit')}
            columns={[
              { title: t('time'), width: 14 },
              { title: t('system.from'), width: 18 },
              { title: t('system.state'), width: 14 },
              { title: t('system.event') },
              { title: t('system.user'), width: 18 },
            ]}
            rows={fitting.map((line) => ({
              key: String(line.number),
              cells: [
                clockTime(line.at, 3),
                line.source,
                <KindTag key="kind" line={line} />,
                eventOf(line, t),
                personOf(line),
              ],
            }))}
          />
          {lines.length > 0 && fitting.length === 0 && (
            <p className="panel-notice panel-notice-empty">
              {t('events.nothing')} <kbd>Esc</kbd>
            </p>
          )}
        </div>
      </PanelState>
    </div>
  )
}

function KindTag({ line }: { readonly line: AuditLine }): ReactElement {
  const t = useWords()
  const { fact } = line
  if (fact.kind !== 'state') return <Tag>{kindOf(line, t)}</Tag>
  const kind = fact.state === 'halted' ? 'fault' : fact.state === 'active' ? '' : 'warn'
  return <Tag kind={kind}>{kindOf(line, t)}</Tag>
}

/** What a line shows. */
function wordsOf(line: AuditLine, t: Translate): readonly string[] {
  const { at, source } = line
  return [clockTime(at, 3), source, kindOf(line, t), eventOf(line, t), personOf(line)]
}

function kindOf({ fact }: AuditLine, t: Translate): string {
  return fact.kind === 'state' ? t(`state.${fact.state}`) : t(`audit.${fact.kind}`)
}

function personOf({ fact }: AuditLine): string {
  return 'person' in fact ? fact.person : ''
}

function eventOf({ fact }: AuditLine, t: Translate): string {
  switch (fact.kind) {
    case 'state':
      return t('audit.state', {
        cause: t(`cause.${fact.cause}`),
        reason: sayingWords(fact.reason, t),
      })
    case 'setting':
      return fact.change === undefined ? '' : sayingWords(fact.change, t)
    case 'settlement':
      return t('audit.settled', {
        day: dayText(fact.tradingDay),
        next: dayText(fact.nextTradingDay),
      })
    case 'reset':
      return t('audit.begins-anew', { before: money(fact.before), cash: money(fact.cash) })
    case 'limits':
      return t('audit.loss-limit', { limit: money(fact.limits.maxDailyLoss, 0) })
  }
}
