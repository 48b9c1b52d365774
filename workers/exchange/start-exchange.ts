import {
  booksKept,
  exchangeFolder,
  openExchangeBook,
  readBack,
} from '../../src/adapters/books/book.ts'
import type { Disk } from '../../src/adapters/journal/disk.ts'
import type { Station, Surroundings } from '../../src/adapters/station/index.ts'
import { openStation } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { ExchangeSpec } from '../../src/core/contracts/worker-spec.ts'
import type { Result } from '../../src/core/domain/index.ts'
import { fen, ok } from '../../src/core/domain/index.ts'
import { beginLife } from './begin-life.ts'
import type { ExchangeParts } from './join.ts'
import { joinExchange } from './join.ts'
import { openMarket } from './open-market.ts'
import { startFollowing } from './start-following.ts'

/**
 * Opens market and books, reads an earlier life back, and lets the market go on.
 *
 * @param disk of its books; the operating system's, unless a test wants one that fails.
 */
export async function startExchange(
  spec: ExchangeSpec,
  surroundings: Surroundings,
  disk?: Disk,
): Promise<Result<Station, Failure>> {
  const { folder, resources, cash, durable } = spec
  if (spec.market.kind === 'follow') return startFollowing(spec, spec.market, surroundings, disk)
  const opened = await openMarket(spec.market, resources, surroundings.clock.wall())
  if (!opened.ok) return opened
  const { market, seed } = opened.value
  const book = openExchangeBook({ folder, ...booksKept(durable), ...(disk && { disk }) })
  if (!book.ok) return book
  const exchange = market.createExchange({ cash: fen(cash * 100), seed })
  const parts = { spec, opened: opened.value, book: book.value, exchange }
  const started = await start(parts, surroundings)
  if (!started.ok) book.value.close()
  return started
}

/** Everything that may yet fail; the epoch is raised before the first word of this life. */
async function start(
  parts: Omit<ExchangeParts, 'position'>,
  surroundings: Surroundings,
): Promise<Result<Station, Failure>> {
  const { spec, opened, book, exchange } = parts
  const folder = exchangeFolder(spec.folder)
  const restored = readBack(folder, () => exchange.restore(book.records))
  if (!restored.ok) return restored
  const life = beginLife(folder, opened.kind === 'replay')
  if (!life.ok) return life
  const { epoch, position } = life.value
  const doors = await openStation(spec, epoch, surroundings)
  if (!doors.ok) {
    position.close()
    return doors
  }
  joinExchange({ ...parts, position }, doors.value)
  return ok(doors.value.station)
}
