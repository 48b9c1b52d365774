import { saying } from '../../../core/contracts/index.ts'
import { runOf } from '../../../core/replica/index.ts'
import type { Settings } from '../config/index.ts'
import type { OpenedReplica } from '../replica/index.ts'
import type { WorkerStatus } from '../supervisor/ward.ts'
import { instrumentNotes } from './instrument-notes.ts'
import { RunNotes } from './run-notes.ts'
import { HISTORY, WATCHDOG, strategiesOf } from './specs.ts'

/** Wall milliseconds. */
export interface Moment {
  readonly now: number
  /** Since this process began. */
  readonly age: number
}

/** How far a run has come, and what a person is told on the way. */
export class RunProgress {
  /** When session time was first known; NaN before. */
  begunAt = NaN
  /** When all that trades was ready; NaN before. */
  tradesAt = NaN
  readonly notes: RunNotes
  readonly #opened: OpenedReplica
  readonly #settings: Settings
  #allReady = false
  #announced = false

  constructor(opened: OpenedReplica, settings: Settings) {
    this.#opened = opened
    this.#settings = settings
    this.notes = new RunNotes((what) => opened.say(true, what))
  }

  /**
   * To be called every so often.
   *
   * @param known what of the run's notes a person was told already.
   * @returns whether the run has come to its end by itself.
   */
  look({ now, age }: Moment, workers: readonly WorkerStatus[], known: readonly string[]): boolean {
    const { replica, say } = this.#opened
    const values = { millis: Math.round(age) }
    if (Number.isNaN(this.begunAt) && replica.session.at > 0) this.begunAt = now
    if (Number.isNaN(this.tradesAt) && workers.every(isReadyToTrade)) {
      this.tradesAt = now
      say(true, saying('run.trades', values))
    }
    if (!this.#allReady && workers.every(({ ready }) => ready)) {
      this.#allReady = true
      say(true, saying('run.complete', values))
    }
    this.#announce()
    const run = runOf(replica)
    if (run !== undefined) this.notes.take(run.notes, known)
    const played = run?.phase === 'ended' && run.hash !== ''
    return played || now - this.tradesAt >= this.#settings.seconds * 1000
  }

  /** Once: what a person should know of the instruments. */
  #announce(): void {
    if (this.#announced) return
    const { replica, say } = this.#opened
    const notes = instrumentNotes(replica, strategiesOf(this.#settings))
    this.#announced = notes !== undefined
    for (const note of notes ?? []) say(true, note)
  }
}

/** Trading waits for neither stores nor guards. */
function isReadyToTrade({ name, ready }: WorkerStatus): boolean {
  return ready || name === HISTORY || name === WATCHDOG
}
