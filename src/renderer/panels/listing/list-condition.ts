import type { PanelCondition } from '../../components/index.ts'
import { FINE } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { useSelected, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import { isFresh } from '../../../core/replica/index.ts'
import type { Translate } from '../../words/index.ts'
import { lineCondition } from '../system/line-condition.ts'
import { gapCondition } from './gap-condition.ts'

/** How a panel stands that shows what the gateway tells: no line, or a silent gateway. */
export function useListCondition(): PanelCondition {
  const t = useWords()
  return useSelected(['link', 'sources', 'age'], (desk) => listCondition(desk, t))
}

/** The same of a panel of quotes, which says how many are missing. */
export function useQuotesCondition(): PanelCondition {
  const t = useWords()
  return useSelected(['link', 'sources', 'beats', 'age'], (desk) => quotesCondition(desk, t))
}

export function quotesCondition(desk: Desk, t: Translate): PanelCondition {
  return gapCondition(desk) ?? listCondition(desk, t)
}

export function listCondition(desk: Desk, t: Translate): PanelCondition {
  const line = lineCondition(desk, t)
  if (line.kind !== 'fine') return line
  const { replica } = desk
  const standing = replica?.sources.get(replica.gateway)?.standing
  if (standing === undefined || standing.line === 'waiting') {
    return { kind: 'loading', what: t('list.awaited'), age: age(desk.lineAge()) }
  }
  if (isFresh(standing)) return FINE
  const { name, staleSince } = standing
  const passed = age(desk.session.monotonic() - staleSince)
  return { kind: 'disconnected', words: t('list.old', { name, age: passed }) }
}
