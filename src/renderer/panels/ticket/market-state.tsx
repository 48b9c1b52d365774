import type { ReactElement, ReactNode } from 'react'
import type { Instrument } from '../../../core/domain/index.ts'
import type { PanelCondition } from '../../components/index.ts'
import { PanelState } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { useDesk, useSelected, useWords } from '../../desk/index.ts'
import { useChord } from '../../keys/index.ts'
import { noContract } from '../listing/no-contract.ts'
import { marketCondition } from './market-condition.ts'

interface MarketStateProps {
  readonly symbol: string | undefined
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
  const { symbol, instrument, words, isEmpty, children } = props
  const t = useWords()
  const desk = useDesk()
  const keys = useChord('symbols')
  const condition = useSelected(
    ['link', 'sources', 'beats', 'age', 'quotes', 'directory', 'focus'],
    (): PanelCondition => {
      const market = marketCondition(desk, instrument, t)
      const empty = instrument === undefined || isEmpty(desk, instrument)
      if (!empty || market.kind !== 'fine') return market
      return noContract(desk, symbol, keys, t) ?? { kind: 'empty', words }
    },
  )
  return <PanelState condition={condition}>{children}</PanelState>
}
