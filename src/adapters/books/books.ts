import type { Failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { ok } from '../../core/domain/index.ts'
import type { GatewayEngine } from '../../core/engine/index.ts'
import type { Exchange, ExchangeRecord } from '../../core/exchange/index.ts'
import type { GatewayRecord } from '../../core/journal/index.ts'
import type { Journal } from '../../core/ports/index.ts'
import type { BooksOptions } from './book.ts'
import { openExchangeBook, openGatewayBook, readBack } from './book.ts'

export { UNHURRIED_DISK } from './book.ts'
export type { BooksOptions } from './book.ts'

/** The journals of gateway and exchange in one process, and what an earlier life left in them. */
export interface Books {
  readonly gateway: Journal<GatewayRecord>
  readonly exchange: Journal<ExchangeRecord>
  readonly gatewayRecords: readonly GatewayRecord[]
  readonly exchangeRecords: readonly ExchangeRecord[]
  /** Torn tails that were cut. */
  readonly warnings: readonly Failure[]
  readonly close: () => void
}

export function openBooks(options: BooksOptions): Result<Books, Failure> {
  const gateway = openGatewayBook(options)
  if (!gateway.ok) return gateway
  const exchange = openExchangeBook(options)
  if (!exchange.ok) {
    gateway.value.close()
    return exchange
  }
  return ok({
    gateway: gateway.value.journal,
    exchange: exchange.value.journal,
    gatewayRecords: gateway.value.records,
    exchangeRecords: exchange.value.records,
    warnings: [...gateway.value.warnings, ...exchange.value.warnings],
    close: () => {
      gateway.value.close()
      exchange.value.close()
    },
  })
}

/** Reads an earlier life back into both machines; records that contradict each other fail. */
export function restoreBooks(
  books: Books,
  folder: string,
  gateway: GatewayEngine,
  exchange: Exchange,
): Result<void, Failure> {
  return readBack(folder, () => {
    gateway.restore(books.gatewayRecords)
    exchange.restore(books.exchangeRecords)
  })
}
