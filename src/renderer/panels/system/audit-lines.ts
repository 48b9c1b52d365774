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

/** Newest first; since this window opened, and how things stood then. */
export const auditLinesOf = deskModel((desk): readonly AuditLine[] => {
  const lines: AuditLine[] = []
  let count = 0
  const add = (source: string, fact: AuditLine['fact']): void => {
    const newest = lines.find((each) => each.fact.kind === fact.kind && each.source === source)
    if (newest !== undefined && JSON.stringify(newest.fact) === JSON.stringify(fact)) return
    lines.unshift({ number: ++count, at: fact.at, source, fact })
    if (lines.length > KEPT) lines.pop()
  }
  desk.listen({
    onOpening: ({ gateway, state: { trading, reset } }) => {
      const standing = reset === undefined ? [trading] : [trading, reset]
      for (const fact of standing.toSorted((one, other) => one.at - other.at)) add(gateway, fact)
    },
    onFact: (source, fact) => {
      switch (fact.kind) {
        case 'state':
        case 'limits':
        case 'settlement':
        case 'reset':
          return add(source, fact)
        case 'setting':
          if (fact.change !== '') add(source, fact)
          return
        default:
      }
    },
  })
  return lines
})
