import type { ComponentType } from 'react'
import type { Letter } from '../desk/index.ts'
import type { Word } from '../words/index.ts'

export interface PanelProps {
  /** Of this panel in its layout. */
  readonly panel: string
  /** Whose symbol it shows, or chooses. */
  readonly letter: Letter
}

/** What can stand in a dock: a kind of panel, of which there may be several. */
export interface PanelKind {
  readonly title: Word
  /** Whether it has a link letter: as a rule it shows that one's symbol, named in its tab. */
  readonly linked: boolean
  /** It chooses the symbol of its letter from a list: its tab names none, and one is enough. */
  readonly chooses?: true
  readonly body: ComponentType<PanelProps>
  /** At the right of its head: figures and buttons; short. */
  readonly tools?: ComponentType<PanelProps>
}
