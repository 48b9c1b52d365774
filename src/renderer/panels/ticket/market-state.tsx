import type { ReactElement, ReactNode } from 'react'
import type { Instrument } from '../../../core/domain/index.ts'
import type { PanelCondition } from '../../components/index.ts'
import { FINE, PanelState } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { useDesk, useSelected, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { lineCondition } from '../system/line-condition.ts'
import { entryOf, entryWords } from './entry-of.ts'

interface MarketStateProps {
  readonly instrument: Instrument | undefined
  /** What would fill it. */
  readonly words: string
  readonly isEmpty: (desk: Desk, instrument: Instrument) => boolean
  readonly children: ReactNode
}

/**
 * How a panel stands that shows one instrument's market: behind a line that is not there, old, or
 * empty. It looks with every quote; its content is not rendered anew by that.
 */
export function MarketState(props: MarketStateProps): ReactElement {
  const { instrument, words, isEmpty, children } = props
  const t = useWords()
  const desk = useDesk()
  const condition = useSelected(['link', 'age', 'quotes'], (): PanelCondition => {
    const market = conditionOf(desk, instrument, t)
    const empty = instrument === undefined || isEmpty(desk, instrument)
    return empty && market.kind === 'fine' ? { kind: 'empty', words } : market
  })
  return <PanelState condition={condition}>{children}</PanelState>
}

function conditionOf(desk: Desk, instrument: Instrument | undefined, t: Translate): PanelCondition {
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
