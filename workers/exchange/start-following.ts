import { booksKept, exchangeFolder, openExchangeBook } from '../../src/adapters/books/book.ts'
import type { Disk } from '../../src/adapters/journal/disk.ts'
import { readMarketFacts } from '../../src/adapters/market/facts.ts'
import type { Station, Surroundings } from '../../src/adapters/station/index.ts'
import { openStation } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { failure } from '../../src/core/contracts/index.ts'
import type { ExchangeSpec } from '../../src/core/contracts/worker-spec.ts'
import type { Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'
import { beginLife } from './begin-life.ts'
import type { FollowSpec } from './open-market.ts'
import { waitForGateway } from './wait-for-gateway.ts'

/** Opens books and doors; the market opens once the gateway has said what is listed. */
export async function startFollowing(
  spec: ExchangeSpec,
  market: FollowSpec,
  surroundings: Surroundings,
  disk?: Disk,
): Promise<Result<Station, Failure>> {
  const { folder, resources, durable } = spec
  if (!Object.hasOwn(spec.peers, market.gateway)) {
    const words = `${spec.name} follows ${market.gateway}, which is not among its peers`
    return failed(failure('worker.spec', `${words}: tell it its doors`))
  }
  const facts = readMarketFacts(resources)
  if (!facts.ok) return facts
  const opened = openExchangeBook({ folder, ...booksKept(durable), ...(disk && { disk }) })
  if (!opened.ok) return opened
  const book = opened.value
  const life = beginLife(exchangeFolder(folder), false)
  const doors = life.ok ? await openStation(spec, life.value.epoch, surroundings) : life
  if (!doors.ok) {
    book.close()
    return doors
  }
  waitForGateway({ spec, market, facts: facts.value, book }, doors.value)
  return ok(doors.value.station)
}
