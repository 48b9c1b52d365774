import type { Mode, Saying } from '../../../core/contracts/index.ts'
import type { Since } from '../../../core/contracts/window-frame.ts'
import type { WindowLine } from './window-line.ts'

/** What a host that shows windows of its own is given, once the run is open. */
export interface HostWindows {
  readonly mode: Mode
  /** Joins a window's line to what happens and to what can be asked. */
  readonly attach: (line: WindowLine, since?: Since) => void
  /** The machine falls asleep, or is awake again: every worker is told. */
  readonly power: (asleep: boolean) => void
  /** Whether orders can come about just now. */
  readonly trading: () => boolean
  /** Has the run end in good order; asked a second time, soon. */
  readonly quit: () => void
  /** Tells a person something, at the terminal and in every window. */
  readonly tell: (fine: boolean, what: Saying) => void
}
