import type { ReactElement } from 'react'
import { PanelState } from '../components/index.ts'
import { useWords } from '../desk/index.ts'

/** Stands where a panel is to be. */
export function Awaited(): ReactElement {
  const t = useWords()
  return <PanelState condition={{ kind: 'empty', words: t('panel.awaited') }}>{null}</PanelState>
}
