import { readMarketFacts } from '../../src/adapters/market/facts.ts'
import { FactWriter } from '../../src/core/channel/index.ts'
import { createCodec } from '../../src/core/contracts/codec.ts'
import type {
  Fact,
  TargetPosition,
  VenueReport,
  VenueRequest,
} from '../../src/core/contracts/index.ts'
import { DEFAULT_LIMITS } from '../../src/core/contracts/index.ts'
import type {
  Epoch,
  Fen,
  Instrument,
  Lots,
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
import { checkParameters, strategyOf } from '../../src/core/strategies/index.ts'

/** Compilers are done with the hot path after about so many quotes. */
export const REHEARSED = 3_000
const STEP = MICROS_PER_SECOND / 2
const START = 1_600_000_000_000_000
const DAY = 20_200_101 as TradingDay
const PLENTY = 1e13
const EPOCH = 1 as Epoch
const LIMITS = { ...DEFAULT_LIMITS, maxDailyLoss: PLENTY as Fen, collarRatio: 0.05 }
const NAMES = ['hand', 'rehearsal']
const EAGER = { enter: 0.2, exit: 0, depth: 0, rest: 0 }

/** The built-in market's instruments serve every gateway; where their facts lack, nothing is played. */
export function rehearseOn(resources: string): number {
  const facts = readMarketFacts(resources)
  return facts.ok ? rehearse(simulatedInstruments(facts.value.products)) : 0
}

/**
 * Has the compilers do their work before the first order that counts: lets a scratch engine trade a
 * scratch market, in the words of the wire and of the journal, and keeps nothing of it.
 *
 * @returns orders that were played.
 */
export function rehearse(instruments: readonly Instrument[]): number {
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
    strategies: instruments.flatMap((instrument) => strategyOn(instrument)),
    observer: stage,
  })
  driver.start(START as Micros)
  for (let at = START; stage.quotes < REHEARSED && instruments.length > 0; at += STEP) {
    driver.advance(at as Micros)
    stage.turn()
  }
  return stage.orders
}

function strategyOn(instrument: Instrument): readonly StrategyEngine[] {
  const definition = strategyOf('imbalance')
  const parameters = definition && checkParameters(definition, EAGER)
  if (definition === undefined || parameters?.ok !== true) return []
  return [
    new StrategyEngine({
      owner: 1 as OwnerId,
      sender: 'rehearsal' as SenderId,
      instrument,
      strategy: definition.create(parameters.value, instrument, 0 as Lots),
      epoch: EPOCH,
      life: instrument.id,
    }),
  ]
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
