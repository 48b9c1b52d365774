import type { Instrument } from '../../../core/domain/index.ts'
import type { PanelCondition } from '../../components/index.ts'
import { FINE } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { entryOf, entryWords } from './entry-of.ts'

/** How a panel stands that shows one instrument's market: behind a line that is not there, or old. */
export function marketCondition(
  desk: Desk,
  instrument: Instrument | undefined,
  t: Translate,
): PanelCondition {
  const bar = entryOf(desk, instrument)
  switch (bar?.reason) {
    case 'connecting':
    case 'lost':
    case 'refused':
    case 'old':
    case 'gateway-lost':
    case 'gateway-silent':
      return { kind: 'disconnected', words: entryWords(t, bar) }
    case 'stale':
      return { kind: 'stale', age: age(bar.age) }
    default:
      return FINE
  }
}
