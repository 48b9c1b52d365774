import type { Disk } from '../../../adapters/journal/disk.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import type { Fen, Micros } from '../../../core/domain/index.ts'
import type { Assembly } from './assembly.ts'
import type { Stop, WallClock } from '../../../adapters/run/clock.ts'
import type { OpenModel } from './inference.ts'

/** What a run needs from outside; a test brings its own. */
export interface Surroundings {
  /** Folder of the shipped facts and models. */
  readonly resources: string
  readonly openModel: OpenModel
  readonly clock: WallClock
  /** The date, for names of folders and the built-in market's first moment. */
  readonly today: () => Date
  readonly disk?: Disk
}

/** A run that is ready: everything was read and checked, nothing was sent yet. */
export interface PreparedRun {
  readonly assembly: Assembly
  readonly startAt: Micros
  /** What profit and loss of the run are counted from. */
  readonly startBalance: Fen
  readonly run: (stop: Stop) => Promise<void>
  /** Recordings that ended badly, known once they were read. */
  readonly readingFailures: () => readonly Failure[]
  /** Rows that were left out, in words. */
  readonly readingNotes: () => readonly string[]
  /** Closes journals and models, and gives the folder free. */
  readonly close: () => Promise<void>
}
