import { constants, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Disk } from '../journal/disk.ts'
import { DISK } from '../journal/disk.ts'
import { openJournal } from '../journal/index.ts'
import type { Failure } from '../../core/contracts/index.ts'
import { failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { GatewayEngine } from '../../core/engine/index.ts'
import type { Exchange, ExchangeRecord } from '../../core/exchange/index.ts'
import type { GatewayRecord, RecordCodec } from '../../core/journal/index.ts'
import { exchangeRecordCodec, gatewayRecordCodec } from '../../core/journal/index.ts'
import type { Journal } from '../../core/ports/index.ts'

/** The journals of gateway and exchange, and what an earlier life left in them. */
export interface Books {
  readonly gateway: Journal<GatewayRecord>
  readonly exchange: Journal<ExchangeRecord>
  readonly gatewayRecords: readonly GatewayRecord[]
  readonly exchangeRecords: readonly ExchangeRecord[]
  /** Torn tails that were cut. */
  readonly warnings: readonly Failure[]
  readonly close: () => void
}

export interface BooksOptions {
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

export function openBooks(options: BooksOptions): Result<Books, Failure> {
  const gateway = openOne('gateway', gatewayRecordCodec(), options)
  if (!gateway.ok) return gateway
  const exchange = openOne('exchange', exchangeRecordCodec(), options)
  if (!exchange.ok) {
    gateway.value.journal.close()
    return exchange
  }
  return ok({
    gateway: gateway.value.journal,
    exchange: exchange.value.journal,
    gatewayRecords: gateway.value.recovered.records,
    exchangeRecords: exchange.value.recovered.records,
    warnings: [...gateway.value.recovered.warnings, ...exchange.value.recovered.warnings],
    close: () => {
      gateway.value.journal.close()
      exchange.value.journal.close()
    },
  })
}

function openOne<JournalRecord>(
  name: string,
  codec: RecordCodec<JournalRecord>,
  { folder, segmentLength, disk }: BooksOptions,
) {
  return openJournal(join(folder, name), { codec, segmentLength, ...(disk && { disk }) })
}

/** Reads an earlier life back into both machines; records that contradict each other fail. */
export function restoreBooks(
  books: Books,
  folder: string,
  gateway: GatewayEngine,
  exchange: Exchange,
): Result<void, Failure> {
  try {
    gateway.restore(books.gatewayRecords)
    exchange.restore(books.exchangeRecords)
    return ok(undefined)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    const mend = 'put the folder back from a copy, or begin another account with --profile NAME'
    const message = `the journals in ${folder} contradict themselves (${words}): ${mend}`
    return failed(failure('journal.corrupt', message))
  }
}
