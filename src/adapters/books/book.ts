import { constants, openSync } from 'node:fs'
import { join } from 'node:path'
import { folderFailure, makePrivateFolder } from '../instance/durable-file.ts'
import { lockFolder } from '../instance/lock.ts'
import type { Disk } from '../journal/disk.ts'
import { DISK } from '../journal/disk.ts'
import { openJournal } from '../journal/index.ts'
import { JournalTail } from '../journal/journal-tail.ts'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Micros, Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { ExchangeRecord } from '../../core/exchange/index.ts'
import type { GatewayRecord, RecordCodec, StoredRecord } from '../../core/journal/index.ts'
import { exchangeRecordCodec, gatewayRecordCodec } from '../../core/journal/index.ts'
import type { Journal } from '../../core/ports/index.ts'

/** The journal of one side, and what an earlier life left in it. */
export interface Book<JournalRecord> {
  readonly journal: Journal<JournalRecord>
  readonly records: readonly JournalRecord[]
  /** Torn tails that were cut. */
  readonly warnings: readonly Failure[]
  readonly close: () => void
}

export interface BooksOptions {
  /** Of the instance: each side has a folder of its own in it. */
  readonly folder: string
  readonly segmentLength: number
  /** The operating system's, unless a test wants one that fails. */
  readonly disk?: Disk | undefined
}

/**
 * The disk for books that nobody goes on with: a write is in the operating system's hands when it
 * returns. It survives the death of this process, not a power cut, and is many times as fast.
 */
export const UNHURRIED_DISK: Disk = { ...DISK, open: (path) => openSync(path, constants.O_WRONLY) }

/** A day of the built-in market fills few megabytes; every record is durable. */
const LASTING = { segmentLength: 4 * 1024 * 1024 }
/** A replay's books are small, and nobody goes on with them. */
const PASSING = { segmentLength: 256 * 1024, disk: UNHURRIED_DISK }

/** How books are kept: `durable` ones survive a power cut, the others the death of a process. */
export function booksKept(durable: boolean): Omit<BooksOptions, 'folder'> {
  return durable ? LASTING : PASSING
}

/** Where the exchange keeps its books, and its lock. */
export function exchangeFolder(folder: string): string {
  return join(folder, 'exchange')
}

export function openGatewayBook(options: BooksOptions): Result<Book<GatewayRecord>, Failure> {
  return openBook('gateway', gatewayRecordCodec(), options)
}

/** What a gateway that may live writes, for others to read. */
export function gatewayTail(folder: string): JournalTail<GatewayRecord> {
  return new JournalTail(gatewayFolder(folder), gatewayRecordCodec())
}

/** Where the gateway keeps its books. */
export function gatewayFolder(folder: string): string {
  return join(folder, 'gateway')
}

/** When a record of the gateway was made; NaN where it does not say. */
export function gatewayRecordTime({ type, bytes }: StoredRecord): Micros {
  const decoded = gatewayRecordCodec().decode(type, bytes)
  return decoded.ok && 'at' in decoded.value ? decoded.value.at : (NaN as Micros)
}

/**
 * Opens the books of an exchange for this process alone, whichever kind of host it is: two
 * exchanges on one journal would write over each other. Fails with `instance.locked` while another
 * process has them.
 */
export function openExchangeBook(options: BooksOptions): Result<Book<ExchangeRecord>, Failure> {
  const folder = exchangeFolder(options.folder)
  try {
    makePrivateFolder(folder)
    const locked = lockFolder(folder)
    if (!locked.ok) return locked
    const lock = locked.value
    const opened = openBook('exchange', exchangeRecordCodec(), options)
    if (!opened.ok) {
      lock.release()
      return opened
    }
    const close = (): void => {
      opened.value.close()
      lock.release()
    }
    return ok({ ...opened.value, close })
  } catch (error) {
    return failed(folderFailure(folder, error))
  }
}

function openBook<JournalRecord>(
  name: string,
  codec: RecordCodec<JournalRecord>,
  { folder, segmentLength, disk }: BooksOptions,
): Result<Book<JournalRecord>, Failure> {
  const opened = openJournal(join(folder, name), { codec, segmentLength, ...(disk && { disk }) })
  if (!opened.ok) return opened
  const { journal, recovered } = opened.value
  return ok({ journal, ...recovered, close: () => journal.close() })
}

/** Reads an earlier life back into a machine; records that contradict each other fail. */
export function readBack(folder: string, restore: () => void): Result<void, Failure> {
  try {
    restore()
    return ok(undefined)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return failed(explained('journal.corrupt/contradiction', { folder, error: words }))
  }
}
