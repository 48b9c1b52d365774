import type { ComponentType } from 'react'
import type { Letter } from '../desk/index.ts'
import type { Word } from '../words/index.ts'

export interface PanelProps {
  /** Of this panel in its layout. */
  readonly panel: string
  /** Which symbol it follows. */
  readonly letter: Letter
}

/** What can stand in a dock: a kind of panel, of which there may be several. */
export interface PanelKind {
  readonly title: Word
  /** Whether it shows one symbol, of its letter, named in its tab. */
  readonly linked: boolean
  readonly body: ComponentType<PanelProps>
  /** At the right of its head: figures and buttons; short. */
  readonly tools?: ComponentType<PanelProps>
}
