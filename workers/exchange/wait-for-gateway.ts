import type { Book } from '../../src/adapters/books/book.ts'
import { exchangeFolder, readBack } from '../../src/adapters/books/book.ts'
import type { MarketFacts } from '../../src/adapters/market/facts.ts'
import { followedMarket } from '../../src/adapters/market/followed-market.ts'
import type { OpenedStation } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { saying } from '../../src/core/contracts/index.ts'
import type { ExchangeSpec } from '../../src/core/contracts/worker-spec.ts'
import type { Result, TradingDay } from '../../src/core/domain/index.ts'
import { MICROS_PER_MILLISECOND, fen, ok } from '../../src/core/domain/index.ts'
import type { ExchangeRecord, ReplayExchange } from '../../src/core/exchange/index.ts'
import type { MarketOpening } from '../../src/core/ports/index.ts'
import { FollowedGateway } from './followed-gateway.ts'
import { joinExchange } from './join.ts'
import { keepInstruments } from './known-instruments.ts'
import type { FollowSpec, OpenedMarket } from './open-market.ts'
import { refuseUntilOpen } from './refuse-until-open.ts'
import { NO_POSITION } from './replay-position.ts'
import { Tally, holdings } from './tally.ts'

export interface WaitingParts {
  readonly spec: ExchangeSpec
  readonly market: FollowSpec
  readonly facts: MarketFacts
  readonly book: Book<ExchangeRecord>
}

/**
 * Until the gateway has said what is listed, books cannot be read back and nobody can be served.
 * Then market, books and doors are joined.
 */
export function waitForGateway(parts: WaitingParts, opened: OpenedStation): void {
  const { spec, market, book } = parts
  const { station, onMessage } = opened
  const tally = new Tally(NaN as TradingDay)
  for (const record of book.records) tally.add(record)
  station.heart.waitsFor(saying('beat.waits-listing', { gateway: market.gateway }))
  station.staysFor = () => holdings(tally)
  onMessage(refuseUntilOpen(station, market.gateway, tally.lastAt))
  let joined = false
  station.onQuit(() => {
    if (!joined) book.close()
  })
  const gateway = new FollowedGateway(station, market.gateway, (opening) => {
    if (station.quitting) return
    const begun = begin(parts, gateway, opening)
    if (!begun.ok) return void station.fail(begun.error)
    joined = true
    joinExchange({ spec, book, position: NO_POSITION, ...begun.value }, opened)
  })
}

interface Begun {
  readonly opened: OpenedMarket
  readonly exchange: ReplayExchange
}

function begin(
  { spec, market, facts, book }: WaitingParts,
  gateway: FollowedGateway,
  opening: MarketOpening,
): Result<Begun, Failure> {
  const { instruments, at } = opening
  const freshFor = market.maxQuoteAgeMs * MICROS_PER_MILLISECOND
  const made = followedMarket(facts, { instruments, at, fillRule: market.fillRule, freshFor })
  if (!made.ok) return made
  const folder = exchangeFolder(spec.folder)
  const kept = keepInstruments(folder, instruments)
  if (!kept.ok) return kept
  const exchange = made.value.createExchange({ cash: fen(spec.cash * 100), seed: 0 })
  const restored = readBack(folder, () => exchange.restore(book.records))
  if (!restored.ok) return restored
  const following = { gateway, exchange, opening, freshFor }
  return ok({ opened: { kind: 'follow', market: made.value, following }, exchange })
}
