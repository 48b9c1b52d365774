import type { Instrument } from '../../../core/domain/index.ts'
import type { PanelCondition } from '../../components/index.ts'
import { FINE } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { gapCondition } from '../listing/gap-condition.ts'
import { lineCondition } from '../system/line-condition.ts'
import { entryOf, entryWords } from './entry-of.ts'

/** How one instrument's market stands: behind a line that is not there, with a gap, or old. */
export function marketCondition(
  desk: Desk,
  instrument: Instrument | undefined,
  t: Translate,
): PanelCondition {
  const gap = gapCondition(desk)
  if (gap !== undefined) return gap
  const bar = entryOf(desk, instrument)
  switch (bar?.reason) {
    case 'connecting':
    case 'lost':
    case 'refused':
      return lineCondition(desk, t)
    case 'old':
    case 'gateway-lost':
    case 'gateway-silent':
      return { kind: 'disconnected', words: entryWords(t, bar) }
    case 'feed-silent':
    case 'stale':
      return { kind: 'stale', age: age(bar.age) }
    default:
      return FINE
  }
}
