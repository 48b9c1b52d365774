import type { Station } from '../../src/adapters/station/index.ts'
import type { RunFact } from '../../src/core/contracts/index.ts'
import { sayingOf } from '../../src/core/contracts/index.ts'
import type { GatewaySpec } from '../../src/core/contracts/worker-spec.ts'
import { Rate } from '../../src/core/figures/index.ts'
import type { MarketOpening, Venue } from '../../src/core/ports/index.ts'
import { DayFills } from './day-fills.ts'
import { createEngine } from './engine.ts'
import type { Measures } from './measures.ts'
import type { Place } from './place.ts'
import { RunRecord } from './run-record.ts'
import { introduction } from './snapshot.ts'
import { Traces } from './traces.ts'
import { Trading } from './trading.ts'
import type { WarmUp } from './warm-up.ts'

export interface AccountParts {
  readonly spec: GatewaySpec
  readonly station: Station
  readonly place: Place
  readonly measures: Measures
  readonly warmUp: WarmUp
  readonly venue: Venue
  readonly mayLeave: () => boolean
}

/**
 * The account of a gateway: what it holds is known once the exchange has listed its instruments.
 */
export class Account {
  trading: Trading | undefined
  /** How the replay goes, as it was told last. */
  run: RunFact | undefined
  readonly #parts: AccountParts
  /** Of quotes. */
  readonly #rate = new Rate()

  constructor(parts: AccountParts) {
    this.#parts = parts
  }

  /** Makes the engine; undefined where that fails, and the process is about to end. */
  begin({ instruments }: MarketOpening): Trading | undefined {
    const { spec, station, place, measures, warmUp, venue, mayLeave } = this.#parts
    const gateway = createEngine(spec, place, instruments)
    if (!gateway.ok) {
      void station.fail(gateway.error)
      return undefined
    }
    this.trading = new Trading({
      gateway: gateway.value,
      journal: place.book.journal,
      venue,
      writer: station.writer,
      record: new RunRecord(spec.mode, instruments, station.epoch),
      measures,
      warmUp,
      traces: new Traces({ mode: spec.mode, clock: station.clock, writer: station.writer, warmUp }),
      fills: new DayFills(place.book.records),
      clock: station.clock,
      mayLeave,
      grouped: spec.mode !== 'replay',
    })
    return this.trading
  }

  /** The first words, once there is something to tell. */
  greet(): void {
    const { spec, station, place } = this.#parts
    if (this.trading === undefined) return
    const { mode, profile } = spec
    const { state } = this.trading
    for (const fact of introduction({ mode, profile, state })) station.writer.publish(fact)
    for (const warning of place.book.warnings) {
      const { at } = state.trading
      station.writer.publish({ kind: 'health', at, ok: false, saying: sayingOf(warning) })
    }
  }

  /** Tells how the replay goes, with what passed the gateway; at its end with the hash of that. */
  tellRun(run: RunFact): void {
    const { station } = this.#parts
    const record = this.trading?.record
    const ended = run.phase === 'ended'
    const hash = ended ? (record?.digest() ?? '') : ''
    this.run = { ...run, messages: record?.messages ?? 0, hash }
    if (ended) {
      this.measure()
      station.heart.beat()
    }
    station.writer.publish(this.run)
  }

  /** Brings the figures of the beat up to date. Their names are part of the protocol. */
  measure(): void {
    const { station, measures, warmUp } = this.#parts
    const ticks = this.trading?.record.ticks ?? 0
    const now = station.clock.monotonic()
    Object.assign(station.heart.figures, measures.figures(), {
      'quotes.per_second': this.#rate.read(ticks, now),
      'quotes.foreign': this.trading?.foreign ?? 0,
      'orders.working': this.#working(),
      'warm_up.waiting': warmUp.waiting,
      ...this.trading?.record.figures(),
    })
  }

  /** Why this process must not leave though nobody watches over it; undefined where it may. */
  holds(): string | undefined {
    const state = this.trading?.state
    if (state === undefined) return undefined
    const orders = this.#working()
    const lots = state.exposures.reduce((sum, each) => sum + (each ? each.long + each.short : 0), 0)
    if (orders === 0 && lots === 0) return undefined
    return `orders that work: ${orders}, lots that are held: ${lots}`
  }

  #working(): number {
    const working = this.trading?.state.working ?? []
    return working.reduce((sum, each) => sum + (each?.length ?? 0), 0)
  }
}
