import type { FactWriter } from '../../src/core/channel/index.ts'
import type {
  Command,
  Fact,
  Failure,
  FillFact,
  TargetPosition,
  VenueReport,
} from '../../src/core/contracts/index.ts'
import type { Instrument, Micros, Quote } from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../src/core/domain/index.ts'
import type { GatewayEffect, GatewayEngine, GatewayInput } from '../../src/core/engine/index.ts'
import { GatewayRunner, NO_EFFECTS } from '../../src/core/engine/index.ts'
import type { GatewayRecord } from '../../src/core/journal/index.ts'
import type { Clock, Journal, MarketOpening, Venue } from '../../src/core/ports/index.ts'
import type { State } from '../../src/core/state/index.ts'
import type { DayFills } from './day-fills.ts'
import type { Measures } from './measures.ts'
import type { RunRecord } from './run-record.ts'
import type { Traces } from './traces.ts'
import type { WarmUp } from './warm-up.ts'

/** A last quote that is older says nothing any more of what can be traded. */
const TOO_OLD = 3 * MICROS_PER_SECOND

export interface TradingParts {
  readonly gateway: GatewayEngine
  readonly journal: Journal<GatewayRecord>
  readonly venue: Venue
  readonly writer: FactWriter
  readonly record: RunRecord
  readonly measures: Measures
  readonly warmUp: WarmUp
  readonly traces: Traces
  readonly fills: DayFills
  readonly clock: Clock
  /** Asked before anything leaves for the venue. */
  readonly mayLeave: () => boolean
  /** Whether the effects of several steps wait for `flush`, to be kept in one write. */
  readonly grouped: boolean
}

/**
 * The engine with its journal, its venue and its voice: inputs come in, effects are carried out.
 */
export class Trading {
  readonly record: RunRecord
  /** Requests that left for the venue. */
  asked = 0
  /** Quotes of instruments that nobody listed. */
  foreign = 0
  readonly #parts: TradingParts
  readonly #runner: GatewayRunner

  constructor(parts: TradingParts) {
    const { gateway, journal, venue, writer, record, measures, traces, fills, clock, mayLeave } =
      parts
    this.#parts = parts
    this.record = record
    this.#runner = new GatewayRunner({
      gateway,
      journal: measures.timed(journal),
      mayLeave,
      ask: (request) => {
        this.asked++
        record.request(request)
        measures.asked(request)
        venue.send(request)
        if (request.kind === 'submit')
          traces.sent(request.order, measures.durableAt, clock.monotonic())
      },
      publish: (fact: Fact) => {
        record.fact(fact)
        fills.take(fact)
        writer.gather(fact)
      },
    })
  }

  get state(): State {
    return this.#parts.gateway.state
  }

  /** The newest fills of the day. */
  get fills(): readonly FillFact[] {
    return this.#parts.fills.newest
  }

  /** Why the journal could not be written; from then on only cancels leave. */
  get failure(): Failure | undefined {
    return this.#runner.failure
  }

  /** Whether a directory is the one that this engine was made for. */
  lists(instruments: readonly Instrument[]): boolean {
    const own = this.state.instruments.filter((each) => each !== undefined)
    const listed = instruments.toSorted((one, other) => one.id - other.id)
    return JSON.stringify(own) === JSON.stringify(listed)
  }

  /** The process's monotonic clock goes on: to be told before whatever came then. */
  pass(monotonic: Micros): void {
    this.#parts.gateway.pass(monotonic)
  }

  start(now: Micros): void {
    this.#run(this.#parts.gateway.start(now), now, NaN)
  }

  /**
   * The hot path.
   *
   * @param cameAt monotonic, in µs.
   * @param alone leaves at once, instead of with the others of this turn of the loop.
   */
  quote(quote: Quote, now: Micros, cameAt: Micros, alone = false): void {
    const { gateway, writer, record, measures, warmUp } = this.#parts
    const { instrument } = quote
    if (gateway.state.instruments[instrument] === undefined) {
      this.foreign++
      return
    }
    record.quote()
    warmUp.push(quote, cameAt)
    writer.quote(quote)
    if (alone) writer.flush()
    measures.cause(instrument, now, cameAt)
    const effects = gateway.quote(quote, now)
    if (effects !== NO_EFFECTS) this.#run(effects, now, cameAt)
  }

  report(report: VenueReport, now: Micros): void {
    this.#parts.record.report(report)
    this.#parts.measures.heard(report)
    this.#process(report, now)
  }

  /** @param cameAt monotonic, in µs. */
  command(command: Command, now: Micros, cameAt: Micros): void {
    const { record, measures, warmUp } = this.#parts
    record.commands++
    const target = command.kind === 'TargetPosition' ? command : undefined
    if (target !== undefined) {
      const { instrument, decidedOn } = target
      record.target(target)
      const quoteCame = warmUp.receiptOf(instrument, decidedOn)
      measures.target.record(cameAt - quoteCame)
      if (this.state.instruments[instrument] !== undefined)
        measures.cause(instrument, now, quoteCame)
    }
    this.#process(command, now, cameAt, target)
  }

  /** The market's own time. */
  time(at: Micros, now: Micros): void {
    this.#process({ kind: 'time', at }, now)
  }

  /** The process's own timer. */
  look(now: Micros): void {
    this.#process({ kind: 'look' }, now)
  }

  /** Main was heard. */
  watch(now: Micros): void {
    this.#process({ kind: 'watch' }, now)
  }

  connection(connected: boolean, now: Micros): void {
    this.#process({ kind: 'connection', at: now, connected }, now)
  }

  /** Quotes of all instruments are known to be missing. */
  lose(): void {
    this.#gap(true)
  }

  /** Takes over how the market stands, after which nothing is missing. */
  catchUp({ quotes }: MarketOpening, now: Micros, cameAt: Micros): void {
    for (const quote of quotes) {
      const known = this.state.quotes[quote.instrument]
      if (now - quote.at <= TOO_OLD && isNewer(quote, known)) this.quote(quote, now, cameAt)
    }
    this.#gap(false)
  }

  /** Whether something was gathered. */
  get waiting(): boolean {
    return this.#runner.waiting
  }

  /** Whether the venue waits for something that was gathered. */
  get urgent(): boolean {
    return this.#runner.urgent
  }

  /** Does what can be done before `flush`. */
  prepare(): void {
    this.#runner.prepare()
  }

  /** Carries out what was gathered. */
  flush(now: Micros): void {
    this.#runner.flush(now)
    this.#tell(now)
  }

  #gap(open: boolean): void {
    const { gateway } = this.#parts
    for (const instrument of gateway.state.instruments) {
      if (instrument !== undefined) gateway.gap(instrument.id, open)
    }
  }

  #process(input: GatewayInput, now: Micros, cameAt = NaN, target?: TargetPosition): void {
    this.#run(this.#parts.gateway.process(input, now), now, cameAt, target)
  }

  /** @param target that led to them; none where something else did. */
  #run(
    effects: readonly GatewayEffect[],
    now: Micros,
    cameAt: number,
    target?: TargetPosition,
  ): void {
    const { traces, grouped } = this.#parts
    traces.planned(effects, cameAt, target)
    if (grouped) return this.#runner.gather(effects)
    this.#runner.run(effects, now)
    this.#tell(now)
  }

  #tell(now: Micros): void {
    const { traces, writer } = this.#parts
    traces.tell(now)
    writer.flush()
  }
}

function isNewer(quote: Quote, known: Quote | undefined): boolean {
  if (known === undefined || quote.at > known.at) return true
  return quote.at === known.at && quote.feedSeq > known.feedSeq
}
