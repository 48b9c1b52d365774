import { readMarketFacts } from '../../src/adapters/market/facts.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import { FactWriter } from '../../src/core/channel/index.ts'
import { createCodec } from '../../src/core/contracts/codec.ts'
import type {
  Fact,
  TargetPosition,
  VenueReport,
  VenueRequest,
} from '../../src/core/contracts/index.ts'
import { DEFAULT_LIMITS, asSaid } from '../../src/core/contracts/index.ts'
import type {
  Epoch,
  Fen,
  Instrument,
  Micros,
  OwnerId,
  Quote,
  SenderId,
  TradingDay,
} from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND, ok, simulatedInstruments } from '../../src/core/domain/index.ts'
import type { Observer } from '../../src/core/engine/index.ts'
import { Driver, GatewayEngine, StrategyEngine } from '../../src/core/engine/index.ts'
import { createSimulatedExchange } from '../../src/core/exchange/index.ts'
import type { GatewayRecord } from '../../src/core/journal/index.ts'
import { gatewayRecordCodec } from '../../src/core/journal/index.ts'
import type { Journal } from '../../src/core/ports/index.ts'
import type { Verdict } from '../../src/core/strategies/index.ts'
import { want } from '../../src/core/strategies/index.ts'

/** The first prices go before it, in milliseconds. */
const BEGINS_AFTER = 500
/** How long the compilers are kept at work at once, and then rest, in milliseconds. */
const SLICE = 2
/**
 * Quotes, each of which brings an order: most of what a compiler does for an order's way is done
 * after so many.
 */
const REHEARSED = 600

// The scratch market, where no limit is in the way.
const STEP = MICROS_PER_SECOND / 2
const START = 1_600_000_000_000_000
const DAY = 20_200_101 as TradingDay
const PLENTY = 1e13
const EPOCH = 1 as Epoch
const LIMITS = {
  ...DEFAULT_LIMITS,
  maxDailyLoss: PLENTY as Fen,
  collarRatio: 0.05,
  ordersPerSecond: 1_000,
  messagesPerSecond: 2_000,
}
const NAMES = ['hand', 'rehearsal']

/**
 * Has the compilers do their work before the first order that counts: lets a scratch engine trade a
 * scratch market, in the words of the wire and of the journal, and keeps nothing of it. A slice at
 * a time, so that prices pass and orders wait for a slice at most; where the facts of the built-in
 * market lack, nothing is played.
 */
export function rehearseMeanwhile(station: Station, resources: string): void {
  const facts = readMarketFacts(resources)
  const play = rehearsal(facts.ok ? simulatedInstruments(facts.value.products) : [])
  const slice = (): void => {
    const begun = performance.now()
    do {
      const { done, value } = play.next()
      station.heart.figures['rehearsal.orders'] = value
      if (done === true) return
    } while (performance.now() - begun < SLICE)
    timer = setTimeout(slice, SLICE)
  }
  let timer = setTimeout(slice, BEGINS_AFTER)
  station.onQuit(() => clearTimeout(timer))
}

/** Yields, moment by moment, how many orders were played. */
export function* rehearsal(instruments: readonly Instrument[]): Generator<number, number> {
  const stage = new Stage(instruments)
  const gateway = new GatewayEngine({
    mode: 'simulated',
    profile: 'rehearsal',
    installation: 0,
    epoch: EPOCH,
    instruments,
    owners: [0, 1].map((id) => ({ id: id as OwnerId, name: NAMES[id] as SenderId })),
    limits: LIMITS,
    sessionPhase: () => 'continuous',
  })
  const driver = new Driver({
    gateway,
    gatewayJournal: stage.journal,
    exchange: createSimulatedExchange({
      instruments,
      initialCash: PLENTY as Fen,
      tradingDay: DAY,
      seed: 1,
      eventsPerSecond: 8,
    }),
    exchangeJournal: { append: () => ok(undefined), close: () => undefined },
    strategies: instruments.map(strategyOn),
    observer: stage,
  })
  driver.start(START as Micros)
  for (let at = START; stage.quotes < REHEARSED && instruments.length > 0; at += STEP) {
    driver.advance(at as Micros)
    stage.turn()
    yield stage.orders
  }
  return stage.orders
}

function strategyOn(instrument: Instrument): StrategyEngine {
  let target = 0
  const turned = (): Verdict => want((target = 1 - target), 'cross', asSaid('in turn'))
  return new StrategyEngine({
    owner: 1 as OwnerId,
    sender: 'rehearsal' as SenderId,
    instrument,
    strategy: { onQuote: turned, onPrediction: turned },
    epoch: EPOCH,
    life: instrument.id,
  })
}

/** Says everything in the words of the wire, to nobody. */
class Stage implements Observer {
  quotes = 0
  orders = 0
  readonly journal: Journal<GatewayRecord>
  readonly #codec
  readonly #writer: FactWriter

  constructor(instruments: readonly Instrument[]) {
    const records = gatewayRecordCodec()
    this.#codec = createCodec(instruments)
    this.#writer = new FactWriter({
      codec: this.#codec,
      origin: { source: 'rehearsal', mode: 'simulated', profile: 'rehearsal', epoch: EPOCH },
      send: (frame) => void this.#codec.decode(frame),
      now: () => START as Micros,
    })
    this.journal = {
      append: (group) => {
        for (const record of group) records.encode(record)
        return ok(undefined)
      },
      close: () => undefined,
    }
  }

  turn(): void {
    this.#writer.flush()
  }

  quote(quote: Quote): void {
    this.quotes++
    this.#writer.quote(quote)
  }

  fact(fact: Fact): void {
    this.#writer.gather(fact)
  }

  target(command: TargetPosition): void {
    this.#codec.decode(this.#codec.encodeCommand(command))
  }

  request(request: VenueRequest): void {
    if (request.kind === 'submit') this.orders++
    this.#codec.decode(this.#codec.encodeRequest(request, EPOCH))
  }

  report(report: VenueReport): void {
    this.#codec.decode(this.#codec.encodeReport(report, EPOCH))
  }
}
