/** The exchange of the benchmark, told what it is told as the real one is: by a spec. */
import { join } from 'node:path'
import { raiseEpoch } from '../../../src/adapters/instance/counters.ts'
import { makePrivateFolder } from '../../../src/adapters/instance/durable-file.ts'
import { venueLines } from '../../../src/adapters/market/lines.ts'
import type { Market } from '../../../src/adapters/market/market.ts'
import type { StartWorker } from '../../../src/adapters/station/index.ts'
import { openStation, runWorker } from '../../../src/adapters/station/index.ts'
import type { Exchange } from '../../../src/core/exchange/index.ts'
import { createReplayExchange } from '../../../src/core/exchange/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import type { Feed } from '../../../workers/exchange/feed.ts'
import { receive } from '../../../workers/exchange/receive.ts'
import { Tally } from '../../../workers/exchange/tally.ts'
import { Venue } from '../../../workers/exchange/venue.ts'
import { Voice } from '../../../workers/exchange/voice.ts'
import { CASH, DAY, manyQuotes } from './market.ts'
import { tick } from './ticking.ts'

const TIME_EVERY = 50
const nothing = (): void => undefined

/** Voice, venue and door are the real exchange's; its market is many contracts at a steady rate. */
const startExchange: StartWorker<'exchange'> = async (spec, surroundings) => {
  const folder = join(spec.folder, 'exchange')
  makePrivateFolder(folder)
  const epoch = raiseEpoch(folder)
  if (!epoch.ok) return epoch
  const doors = await openStation(spec, epoch.value, surroundings)
  if (!doors.ok) return doors
  const { station, onMessage } = doors.value
  const quotes = manyQuotes()
  const { instruments } = quotes
  const createExchange = (): Exchange =>
    createReplayExchange({
      instruments,
      initialCash: CASH,
      tradingDay: DAY,
      rule: 'optimistic',
      tradingDayOf: () => DAY,
      nextTradingDay: (day) => day,
    })
  const market: Market = {
    instruments,
    sessionPhase: () => 'continuous',
    tradingDay: DAY,
    createExchange,
    notes: [],
  }
  const tally = new Tally(DAY)
  const voice = new Voice(station, market, tally)
  const venue = new Venue({
    exchange: createExchange(),
    journal: { append: () => ok(undefined), close: nothing },
    lines: venueLines(spec),
    tally,
    clock: station.clock,
    onQuote: nothing,
    onFailure: (failure) => void station.fail(failure),
  })
  const now = (): Micros => station.clock.wall()
  const carry = (): void => {
    while (venue.nextDue <= now()) for (const each of venue.carry(now())) voice.report(each)
    voice.flush()
  }
  const feed: Feed = {
    begin: nothing,
    get now() {
      return now()
    },
    figures: () => ({}),
    standing: () => [{ kind: 'time', at: now() }],
    request: (request) => {
      venue.ask(request, now())
      setImmediate(carry)
    },
    done: nothing,
    replay: nothing,
    power: nothing,
    stop: () => Promise.resolve(),
  }
  onMessage((message) => receive({ station, voice, venue, feed }, message))
  voice.greet()
  station.heart.isReady()
  tick(station, quotes, (quote) => {
    venue.quote(quote, quote.at)
    voice.quote(quote)
  })
  station.every(TIME_EVERY, () => {
    venue.advance(now())
    carry()
    voice.fact({ kind: 'time', at: now() })
  })
  station.every(1000, () => {
    station.heart.figures['quotes.told'] = voice.quotes
  })
  return ok(station)
}

await runWorker('exchange', startExchange)
