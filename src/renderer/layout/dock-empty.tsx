import type { ReactElement } from 'react'
import { PanelState } from '../components/index.ts'
import { useWords } from '../desk/index.ts'
import { useChord } from '../keys/index.ts'

/** Where every panel was closed: says how to get one. */
export function DockEmpty(): ReactElement {
  const t = useWords()
  const keys = useChord('commands')
  const words = `${t('layout.empty')} ${t('layout.empty-keys')}:`
  return <PanelState condition={{ kind: 'empty', words, keys }}>{null}</PanelState>
}
