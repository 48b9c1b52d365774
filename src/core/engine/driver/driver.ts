import type {
  Command,
  Fact,
  Failure,
  PredictionFact,
  VenueReport,
  VenueRequest,
} from '../../contracts/index.ts'
import type { Micros, Quote } from '../../domain/index.ts'
import { never } from '../../domain/index.ts'
import type { Exchange, ExchangeOutput } from '../../exchange/exchange.ts'
import { NOTHING } from '../../exchange/exchange.ts'
import type { ExchangeRecord } from '../../exchange/record.ts'
import type { GatewayRecord } from '../../journal/index.ts'
import type { Journal } from '../../ports/index.ts'
import type { GatewayEffect, GatewayEngine } from '../gateway/index.ts'
import { NO_EFFECTS } from '../gateway/index.ts'
import type { InferenceRequest, StrategyEffect, StrategyEngine } from '../strategy/index.ts'
import { GatewayRunner } from './gateway-runner.ts'
import type { Line } from './line.ts'
import { DirectLine } from './line.ts'
import type { Observer } from './observer.ts'
import { NOBODY } from './observer.ts'

export interface DriverOptions {
  readonly gateway: GatewayEngine
  readonly gatewayJournal: Journal<GatewayRecord>
  readonly exchange: Exchange
  readonly exchangeJournal: Journal<ExchangeRecord>
  readonly strategies: readonly StrategyEngine[]
  /** Lines with latency; without them both are direct. */
  readonly toVenue?: Line<VenueRequest>
  readonly toGateway?: Line<VenueReport>
  readonly observer?: Observer
  /** Session time at which it takes over from another driver; otherwise `start` sets it. */
  readonly now?: Micros
  /** A strategy asks its model; the answer comes back through `prediction`. */
  readonly infer?: (request: InferenceRequest) => void
}

/**
 * Joins the gateway engine, the strategies and the exchange in one process, by plain calls. It
 * decides nothing: it carries effects from one to the other and writes journals before anything
 * leaves.
 */
export class Driver {
  /** Set when the exchange could not keep its own records: it answers no more. */
  failure: Failure | undefined
  readonly #gateway: GatewayEngine
  readonly #runner: GatewayRunner
  readonly #options: DriverOptions
  readonly #exchange: Exchange
  readonly #observer: Observer
  readonly #toVenue: Line<VenueRequest>
  readonly #toGateway: Line<VenueReport>
  /** By instrument, for the hot path. */
  readonly #byInstrument: StrategyEngine[][] = []
  #now = 0 as Micros
  /** When a line next has something to carry, kept so that a quiet quote asks one number. */
  #due = Infinity

  constructor(options: DriverOptions) {
    this.#options = options
    this.#gateway = options.gateway
    this.#runner = new GatewayRunner({
      gateway: options.gateway,
      journal: options.gatewayJournal,
      ask: (request) => this.#ask(request),
      publish: (fact) => this.#publish(fact),
    })
    this.#exchange = options.exchange
    this.#observer = options.observer ?? NOBODY
    this.#now = options.now ?? this.#now
    this.#toVenue = options.toVenue ?? new DirectLine<VenueRequest>()
    this.#toGateway = options.toGateway ?? new DirectLine<VenueReport>()
    for (const engine of options.strategies) {
      ;(this.#byInstrument[engine.instrument.id] ??= []).push(engine)
    }
  }

  get now(): Micros {
    return this.#now
  }

  /** When a line next has something to carry; Infinity when both are empty. */
  get nextDue(): number {
    return this.#due
  }

  start(now: Micros): void {
    this.#now = now
    this.#run(this.#gateway.start(now))
    this.#settleLines()
  }

  /** A recorded or followed quote: the venue sees it first, then gateway and strategies. */
  quote(quote: Quote): void {
    if (quote.at > this.#now) this.#now = quote.at
    const output = this.#exchange.quote(quote)
    if (output !== NOTHING) this.#take(output)
    if (this.#due <= this.#now) this.#settleLines()
    this.#deliver(quote)
  }

  /** Time passes: the simulated market trades, beats come, what is late is looked after. */
  advance(now: Micros): void {
    if (now > this.#now) this.#now = now
    const output = this.#exchange.advance(this.#now)
    if (output !== NOTHING) this.#take(output)
    this.#settleLines()
    this.#run(this.#gateway.process({ kind: 'time', at: this.#now }, this.#now))
    this.#settleLines()
  }

  command(command: Command): void {
    this.#run(this.#gateway.process(command, this.#now))
    this.#settleLines()
  }

  prediction(fact: PredictionFact): void {
    for (const engine of this.#byInstrument[fact.instrument] ?? []) {
      this.#runStrategy(engine.prediction(fact, this.#now))
    }
    this.#settleLines()
  }

  #deliver(quote: Quote): void {
    this.#observer.quote(quote)
    const effects = this.#gateway.quote(quote, this.#now)
    if (effects !== NO_EFFECTS) this.#run(effects)
    const engines = this.#byInstrument[quote.instrument]
    if (engines !== undefined) {
      for (const engine of engines) {
        const wanted = engine.quote(quote, this.#now)
        if (wanted.length > 0) this.#runStrategy(wanted)
      }
    }
    if (this.#due <= this.#now) this.#settleLines()
  }

  #take(output: ExchangeOutput): void {
    if (this.failure !== undefined) return
    if (output.records.length > 0) {
      const kept = this.#options.exchangeJournal.append(output.records)
      if (!kept.ok) {
        this.failure = kept.error
        return
      }
    }
    for (const report of output.reports) this.#toGateway.push(report, this.#now)
    this.#due = Math.min(this.#due, this.#toGateway.nextDue)
    for (const quote of output.quotes) this.#deliver(quote)
  }

  /** Carries what is due on both lines until both are quiet. */
  #settleLines(): void {
    while (this.#toVenue.nextDue <= this.#now || this.#toGateway.nextDue <= this.#now) {
      for (const request of this.#toVenue.due(this.#now)) {
        const output = this.#exchange.request(request, this.#now)
        if (output !== NOTHING) this.#take(output)
      }
      for (const report of this.#toGateway.due(this.#now)) {
        this.#observer.report(report)
        this.#run(this.#gateway.process(report, this.#now))
      }
    }
    this.#due = Math.min(this.#toVenue.nextDue, this.#toGateway.nextDue)
  }

  #run(effects: readonly GatewayEffect[]): void {
    this.#runner.run(effects, this.#now)
  }

  #publish(fact: Fact): void {
    this.#observer.fact(fact)
    if (fact.kind !== 'ack') return
    for (const engine of this.#options.strategies) engine.acknowledged(fact, this.#now)
  }

  #ask(request: VenueRequest): void {
    this.#observer.request(request)
    this.#toVenue.push(request, this.#now)
    this.#due = Math.min(this.#due, this.#toVenue.nextDue)
  }

  #runStrategy(effects: readonly StrategyEffect[]): void {
    for (const effect of effects) {
      switch (effect.kind) {
        case 'target':
          this.#observer.target(effect.command)
          this.#run(this.#gateway.process(effect.command, this.#now))
          break
        case 'infer':
          this.#options.infer?.(effect.request)
          break
        case 'publish':
          this.#observer.fact(effect.fact)
          break
        default:
          never(effect)
      }
    }
  }
}
