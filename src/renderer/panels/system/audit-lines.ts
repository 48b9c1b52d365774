import type {
  LimitsFact,
  ResetFact,
  SettingFact,
  SettlementFact,
  StateFact,
} from '../../../core/contracts/index.ts'
import type { Micros } from '../../../core/domain/index.ts'
import { deskModel } from '../../desk/index.ts'

const KEPT = 500

/** Something that changed what may be traded, or how. */
export interface AuditLine {
  readonly number: number
  readonly at: Micros
  readonly source: string
  readonly fact: StateFact | LimitsFact | SettlementFact | SettingFact | ResetFact
}

/** Newest first: what the log of the workstation has, and all since this window opened. */
export const auditLinesOf = deskModel((desk): readonly AuditLine[] => {
  const lines: AuditLine[] = []
  let count = 0
  const add = (source: string, fact: AuditLine['fact']): void => {
    if (lines.some((line) => isSame(line, source, fact))) return
    lines.unshift({ number: ++count, at: fact.at, source, fact })
    if (lines.length > KEPT) lines.pop()
  }
  desk.listen({
    onOpening: ({ gateway, state: { trading, reset }, log }) => {
      for (const { source, fact } of log.lines) {
        if (fact.kind !== 'ack' && fact.kind !== 'order' && fact.kind !== 'health') {
          add(source, fact)
        }
      }
      // The log may have forgotten how things came to be as they are.
      add(gateway, trading)
      if (reset !== undefined) add(gateway, reset)
      lines.sort((one, other) => other.at - one.at)
    },
    onFact: (source, fact) => {
      switch (fact.kind) {
        case 'state':
        case 'limits':
        case 'settlement':
        case 'reset':
          return add(source, fact)
        case 'setting':
          if (fact.change !== undefined) add(source, fact)
          return
        default:
      }
    },
  })
  return lines
})

/** Both a snapshot and a window that comes back tell of what was told before. */
function isSame(line: AuditLine, source: string, fact: AuditLine['fact']): boolean {
  if (line.at !== fact.at || line.source !== source || line.fact.kind !== fact.kind) return false
  return JSON.stringify(line.fact) === JSON.stringify(fact)
}
