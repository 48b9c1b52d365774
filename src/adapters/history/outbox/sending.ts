import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed } from '../../../core/domain/index.ts'
import type { Row } from '../../../core/history/index.ts'
import type { History } from '../../../core/ports/index.ts'
import type { Batch } from './backlog-reader.ts'
import { BacklogReader } from './backlog-reader.ts'
import { backOff, deliver } from './deliver.ts'
import { outboxFailure } from './outbox-failure.ts'
import { Pause } from './pause.ts'
import { PositionFile } from './position-file.ts'
import type { Place } from './segment.ts'

export interface SendingOptions {
  readonly folder: string
  readonly history: Pick<History, 'write'>
  /** Rows of a batch at most. */
  readonly batchRows: number
  /** How long rows gather before a batch leaves that is not full. */
  readonly flushMillis: number
  /** Where the next row will go that is kept. */
  readonly end: () => Place
  /** Rows before this segment are acknowledged. */
  readonly released: (segment: number) => void
  readonly setAside: (row: Row, why: Failure) => void
}

/**
 * The end of an outbox where rows leave: one batch in flight, in order, kept until acknowledged.
 */
export class Sending {
  readonly #options: SendingOptions
  readonly #reader: BacklogReader
  readonly #position: PositionFile
  readonly #idle = new Pause()
  readonly #rest = new Pause()
  readonly #running: Promise<void>
  #watchers: (() => void)[] = []
  #place: Place
  #isClosed = false
  #sent = 0
  #lost = 0
  #failures = 0
  #failure: Failure | undefined
  /** When the oldest row that is not acknowledged was kept, as far as it was read. */
  #oldestAt = NaN

  /** Throws what the disk throws. */
  constructor(options: SendingOptions, from: Place) {
    this.#options = options
    this.#place = from
    this.#reader = new BacklogReader(options.folder)
    this.#position = new PositionFile(options.folder)
    this.#running = this.#run()
  }

  /** The first row that is not acknowledged. */
  get place(): Place {
    return this.#place
  }

  get backlog(): number {
    return this.#options.end().sequence - this.#place.sequence
  }

  get sent(): number {
    return this.#sent
  }

  get lost(): number {
    return this.#lost
  }

  /** Why the row in front does not leave; undefined when it does. */
  get failure(): Failure | undefined {
    return this.#failure
  }

  get oldestAt(): number {
    return this.#oldestAt
  }

  /** Resolves when some more rows are acknowledged or set aside. */
  progress(): Promise<void> {
    return new Promise((resolve) => this.#watchers.push(resolve))
  }

  /** Rows were kept, at this time. */
  awaken(at: number): void {
    if (Number.isNaN(this.#oldestAt)) this.#oldestAt = at
    this.#idle.end()
  }

  /** Ends when the batch in flight has its answer. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#idle.end()
    this.#rest.end()
    await this.#running
    this.#reader.close()
    this.#position.close()
  }

  async #run(): Promise<void> {
    const { batchRows, flushMillis } = this.#options
    // Not in the constructor's own turn: its caller is not ready yet.
    await Promise.resolve()
    while (!this.#isClosed) {
      if (this.backlog === 0) {
        this.#oldestAt = NaN
        await this.#idle.wait(Infinity)
        continue
      }
      if (this.backlog < batchRows && this.#failures === 0) await this.#rest.wait(flushMillis)
      if (this.#isClosed) return
      const batch = this.#read()
      if (batch === undefined) await this.#rest.wait(backOff(this.#failures))
      else if (batch.rows.length > 0) await this.#deliver(batch)
      else this.#moveTo(batch.start)
    }
  }

  #read(): Batch | undefined {
    const { batchRows, end, folder } = this.#options
    try {
      const batch = this.#reader.read(this.#place, end(), batchRows)
      this.#lost += batch.lost
      return batch
    } catch (error) {
      this.#failed(outboxFailure('read', folder, error))
      return undefined
    }
  }

  async #deliver({ rows, places }: Batch): Promise<void> {
    const { setAside } = this.#options
    let done = 0
    const passed = (count: number): void => {
      this.#oldestAt = rows[done + count]?.keptAt ?? rows[done + count - 1]?.keptAt ?? NaN
      done += count
      this.#moveTo(places[done - 1]!)
    }
    this.#oldestAt = rows[0]?.keptAt ?? this.#oldestAt
    await deliver(
      rows.map(({ row }) => row),
      {
        write: (piece) => this.#write(piece),
        stored: (count) => {
          this.#sent += count
          this.#failures = 0
          this.#failure = undefined
          passed(count)
        },
        poisoned: (row, why) => {
          // What it failed at before is no reason any more: this row has left.
          this.#failures = 0
          this.#failure = undefined
          setAside(row, why)
          passed(1)
        },
        again: async (why) => {
          this.#failed(why)
          if (!this.#isClosed) await this.#rest.wait(backOff(this.#failures))
          return !this.#isClosed
        },
      },
    )
  }

  async #write(rows: readonly Row[]): Promise<Result<void, Failure>> {
    try {
      return await this.#options.history.write(rows)
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      return failed(explained('store.unreachable/silent', { said }))
    }
  }

  #failed(why: Failure): void {
    this.#failures++
    this.#failure = why
  }

  #moveTo(place: Place): void {
    const { released } = this.#options
    const isElsewhere = place.segment !== this.#place.segment
    this.#place = place
    try {
      this.#position.write(place)
    } catch {
      // An old position is as good: after a crash the rows behind it are sent again.
    }
    if (isElsewhere) released(place.segment)
    const watchers = this.#watchers
    this.#watchers = []
    for (const watcher of watchers) watcher()
  }
}
