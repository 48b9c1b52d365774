import type { Command, DoneFact, RunFact, VenueReport } from '../../src/core/contracts/index.ts'
import { failure, saying } from '../../src/core/contracts/index.ts'
import type { InstrumentId, Micros, Quote, SenderId } from '../../src/core/domain/index.ts'
import type { MarketOpening } from '../../src/core/ports/index.ts'
import type { Drive, DriveParts } from './drive.ts'
import { Rounds } from './rounds.ts'
import type { StepItem } from './step-item.ts'
import type { Trading } from './trading.ts'
import type { WaitedStrategies } from './waited-strategies.ts'

export interface LockStepParts extends DriveParts {
  /** Those that are waited for, once the owners are known. */
  readonly waited: () => WaitedStrategies
  /** Answers the exchange. */
  readonly done: (seq: number, more: boolean) => void
  /** Tells how the replay goes. */
  readonly tellRun: (run: RunFact) => void
}

/**
 * Drives a gateway of a replay: what the exchange said up to a step belongs to one moment, and time
 * stands until all of it is worked off, strategies included.
 */
export class LockStep implements Drive {
  trading: Trading | undefined
  readonly #parts: LockStepParts
  #waited: WaitedStrategies | undefined
  #rounds: Rounds | undefined
  #items: StepItem[] = []
  #sentAt = NaN

  constructor(parts: LockStepParts) {
    this.#parts = parts
  }

  get now(): Micros {
    return this.#rounds?.now ?? (NaN as Micros)
  }

  onOpened(opening: MarketOpening): void {
    const { begin, condition, station } = this.#parts
    const rounds = (this.#rounds ??= this.#begin(begin(opening)))
    if (rounds === undefined) return
    if (!rounds.trading.lists(opening.instruments)) {
      const words = 'the exchange lists other instruments than before: start the gateway again'
      return void station.fail(failure('worker.start', words))
    }
    this.#items = []
    rounds.opened(opening)
    condition.isOver('market')
    if (opening.run !== undefined) this.onRun(opening.run)
  }

  onQuote(quote: Quote, sentAt: Micros): void {
    const came = this.#parts.pulse()
    if (sentAt !== this.#sentAt) {
      this.#sentAt = sentAt
      this.#parts.measures.hop.record(came - sentAt)
    }
    this.#items.push({ kind: 'quote', quote, came })
  }

  onTime(at: Micros): void {
    this.#items.push({ kind: 'time', at })
  }

  onReport(report: VenueReport): void {
    if (report.kind === 'logged-in') this.#parts.condition.isOver('line')
    this.#items.push({ kind: 'report', report })
  }

  onStep(at: Micros, seq: number): void {
    const items = this.#items
    this.#items = []
    if (!Number.isNaN(this.#parts.pulse())) this.#rounds?.step({ at, seq, items })
  }

  onRun(run: RunFact): void {
    const { tellRun } = this.#parts
    if (this.#rounds === undefined) return tellRun(run)
    this.#rounds.after(() => tellRun(run))
  }

  onConnection(connected: boolean): void {
    if (connected) this.#parts.condition.isOver('line')
    else this.#parts.condition.is('line', saying('beat.line-broken'))
    if (!Number.isNaN(this.#parts.pulse())) this.trading?.connection(connected, this.now)
  }

  onLost(): void {
    this.#parts.condition.is('market', saying('beat.market-asked'))
    this.#items = []
    this.#rounds?.lost()
  }

  command(command: Command): void {
    const came = this.#parts.pulse()
    if (Number.isNaN(came)) return
    const target = command.kind === 'TargetPosition' ? command : undefined
    if (target !== undefined && this.#waited?.keep(target, came) === true) return
    this.trading?.command(command, this.now, came)
  }

  done(fact: DoneFact): void {
    const came = this.#parts.pulse()
    if (!Number.isNaN(came)) this.#waited?.done(fact, came)
  }

  asks(sender: SenderId, instruments: readonly InstrumentId[]): void {
    this.#waited?.asks(sender, instruments, this.#parts.station.clock.monotonic())
  }

  heard(sender: SenderId): void {
    this.#waited?.heard(sender, this.#parts.station.clock.monotonic())
  }

  /** Session time jumps in a replay: nobody's silence is measured by it. */
  watch(): void {}

  tick(): void {
    const came = this.#parts.pulse()
    if (Number.isNaN(came) || this.#waited === undefined) return
    const names = this.#waited.tick(came)
    if (names.length === 0) return this.#parts.condition.isOver('strategies')
    this.#parts.condition.is('strategies', saying('beat.waits', { names: names.join(', ') }))
  }

  drained(): void {}

  /** Every step is finished before the next begins. */
  finish(): void {}

  /** Nobody goes on with the books of a replay. */
  leave(): Promise<void> {
    return Promise.resolve()
  }

  #begin(trading: Trading | undefined): Rounds | undefined {
    if (trading === undefined) return undefined
    const { station, done, greet, condition, waited, pulse } = this.#parts
    const strategies = (this.#waited = waited())
    return new Rounds({
      trading,
      waited: strategies,
      writer: station.writer,
      pulse,
      done,
      onStarted: () => {
        this.trading = trading
        greet()
        condition.isOver('exchange')
      },
    })
  }
}
