import type { WallClock } from '../../adapters/run/clock.ts'
import type { DisplayOptions } from './terminal/index.ts'

/** The process around a run: its terminal, its clock, and what may end it. */
export interface Outside {
  readonly output: DisplayOptions['output']
  readonly input: DisplayOptions['input']
  readonly colours: boolean
  /** Who sits at the keyboard. */
  readonly person: string
  /** Folder of the shipped facts and models. */
  readonly resources: string
  readonly clock: WallClock
  /** The date, for names of folders and the built-in market's first moment. */
  readonly today: () => Date
  /** Called with what ends the run in good order; for signals. */
  readonly onQuit: (quit: () => void) => void
  /** Called with what gives the terminal back at once; for crashes. */
  readonly onCrash: (leave: () => void) => void
}
