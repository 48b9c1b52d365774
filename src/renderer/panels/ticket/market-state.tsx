import type { ReactElement, ReactNode } from 'react'
import type { Instrument } from '../../../core/domain/index.ts'
import type { PanelCondition } from '../../components/index.ts'
import { PanelState } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { useDesk, useSelected, useWords } from '../../desk/index.ts'
import { marketCondition } from './market-condition.ts'

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
  const condition = useSelected(
    ['link', 'sources', 'beats', 'age', 'quotes'],
    (): PanelCondition => {
      const market = marketCondition(desk, instrument, t)
      const empty = instrument === undefined || isEmpty(desk, instrument)
      return empty && market.kind === 'fine' ? { kind: 'empty', words } : market
    },
  )
  return <PanelState condition={condition}>{children}</PanelState>
}
