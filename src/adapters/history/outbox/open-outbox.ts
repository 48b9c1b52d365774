import { realpathSync } from 'node:fs'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained, failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Row } from '../../../core/history/index.ts'
import { rowFault } from '../../../core/history/index.ts'
import type { Clock, History } from '../../../core/ports/index.ts'
import { makeFolder } from '../../journal/segments.ts'
import { SYSTEM_CLOCK } from '../../process/clock.ts'
import { by, LATE, now } from '../deadline.ts'
import { Keeping } from './keeping.ts'
import { outboxFailure } from './outbox-failure.ts'
import { PoisonedFile } from './poisoned-file.ts'
import { recoverBacklog } from './recovery.ts'
import type { Place } from './segment.ts'
import { Sending } from './sending.ts'

/** How the rows between facts and store fare. */
export interface OutboxStatus {
  /**
   * The backlog: rows that are kept and not acknowledged, their bytes on disk, the oldest's age.
   */
  readonly rows: number
  readonly bytes: number
  readonly ageMicros: number
  /** Since the outbox was opened: rows that the store acknowledged … */
  readonly sent: number
  /** … that no store will take, set aside in `poisoned.ndjson` … */
  readonly poisoned: number
  /** … that came while the outbox was full, and were not kept … */
  readonly refused: number
  /** … that were kept and are gone: 0 but for a damaged disk. */
  readonly lost: number
  /** Why the backlog does not get shorter; undefined when it does. */
  readonly failure: Failure | undefined
  /** Why the newest rows are refused, or may not survive a power cut. */
  readonly keepingFailure: Failure | undefined
  /** Why a row was set aside last. */
  readonly poison: Failure | undefined
}

/**
 * A durable queue between facts and a history. What `append` took survives kill -9 of this process
 * at once, and a power cut after `syncMillis` at the latest, when it is made durable; a power cut
 * may cost the rows of that last moment. Rows go out in order, one batch in flight, each until the
 * store acknowledges it, however long the store is away and however often this process dies: after
 * a crash some are sent again, which the store's keys make harmless.
 */
export interface Outbox {
  /** Keeps all of the rows, or, with `store.outbox`, none: the disk or the outbox is full. */
  append(rows: readonly Row[]): Result<void, Failure>
  status(): OutboxStatus
  /** Whether the backlog is gone, which is waited for at most so long. */
  drained(millis: number): Promise<boolean>
  /** Ends when the batch in flight has its answer. What is kept is sent after the next opening. */
  close(): Promise<void>
}

export interface OutboxOptions {
  /** Made if it is missing, for this user alone; one outbox at a time. */
  readonly folder: string
  readonly history: Pick<History, 'write'>
  /** Bytes on disk at most, 2 GiB unless said otherwise. */
  readonly limitBytes?: number
  /** Bytes of one file, 16 MiB unless said otherwise. */
  readonly segmentBytes?: number
  /** Rows of a batch at most, 500 unless said otherwise. */
  readonly batchRows?: number
  /** How long rows gather before a batch leaves that is not full, 50 ms unless said otherwise. */
  readonly flushMillis?: number
  /** How much time a power cut may cost, 200 ms unless said otherwise. */
  readonly syncMillis?: number
  readonly clock?: Pick<Clock, 'wall'>
}

export interface OpenedOutbox {
  readonly outbox: Outbox
  /** What an earlier life left that is not as it should be. */
  readonly warnings: readonly Failure[]
}

const MEBIBYTE = 1024 * 1024

/** Folders that this process has open: two outboxes would write over one another. */
const OPEN = new Set<string>()

/** Opens the outbox in a folder and goes on where an earlier life ended. */
export function openOutbox(options: OutboxOptions): Result<OpenedOutbox, Failure> {
  try {
    makeFolder(options.folder)
    const folder = realpathSync(options.folder)
    if (OPEN.has(folder)) {
      return failed(explained('store.outbox/already', { folder }))
    }
    const { from, next, warnings } = recoverBacklog(folder)
    const outbox = createOutbox({ ...options, folder }, from, next)
    OPEN.add(folder)
    return ok({ outbox, warnings })
  } catch (error) {
    return failed(outboxFailure('open', options.folder, error))
  }
}

function createOutbox(options: OutboxOptions, from: Place, next: Place): Outbox {
  const { folder, history, clock = SYSTEM_CLOCK } = options
  const { limitBytes = 2048 * MEBIBYTE, segmentBytes = 16 * MEBIBYTE } = options
  const { batchRows = 500, flushMillis = 50, syncMillis = 200 } = options
  const keeping = new Keeping({ folder, limitBytes, segmentBytes, syncMillis }, next)
  const file = new PoisonedFile(folder)
  let [poisoned, unwritten] = [0, 0]
  let poison: Failure | undefined
  let isClosed = false

  const setAside = (row: Row, why: Failure): void => {
    poisoned++
    const isKept = file.add(row, why.message)
    if (!isKept) unwritten++
    const values = { path: file.path, fault: why.message }
    poison = explained(isKept ? 'store.poisoned/kept' : 'store.poisoned/lost', values)
  }
  const sending = new Sending(
    {
      folder,
      history,
      batchRows,
      flushMillis,
      setAside,
      end: () => keeping.end,
      released: (segment) => keeping.release(segment),
    },
    from,
  )

  const append = (rows: readonly Row[]): Result<void, Failure> => {
    if (isClosed) return failed(explained('store.outbox/closed', { folder }))
    const faults = rows.map(rowFault)
    const sound = rows.filter((_, index) => faults[index] === undefined)
    const at = clock.wall()
    const kept = sound.length === 0 ? ok(undefined) : keeping.keep(sound, at)
    if (!kept.ok) return kept
    for (const [index, fault] of faults.entries()) {
      if (fault !== undefined) setAside(rows[index]!, failure('store.refused', fault))
    }
    if (sound.length > 0) sending.awaken(at)
    return kept
  }

  return {
    append,
    status: () => {
      const rows = sending.backlog
      const age = clock.wall() - sending.oldestAt
      return {
        rows,
        bytes: rows === 0 ? 0 : keeping.usedBytes - sending.place.offset,
        ageMicros: rows === 0 || Number.isNaN(age) ? 0 : Math.max(0, age),
        sent: sending.sent,
        poisoned,
        refused: keeping.refused,
        lost: sending.lost + unwritten,
        failure: sending.failure,
        keepingFailure: keeping.failure,
        poison,
      }
    },
    drained: async (millis) => {
      const deadline = now() + millis
      while (sending.backlog > 0) {
        if ((await by(deadline, sending.progress())) === LATE) return sending.backlog === 0
      }
      return true
    },
    close: async () => {
      if (isClosed) return
      isClosed = true
      await sending.close()
      await keeping.close()
      // Nothing waits: what is left on disk is acknowledged, and nobody may come back for it.
      if (sending.backlog === 0) keeping.release(keeping.end.segment + 1)
      OPEN.delete(folder)
    },
  }
}
