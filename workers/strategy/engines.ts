import type { AckFact } from '../../src/core/contracts/index.ts'
import type {
  Epoch,
  Instrument,
  InstrumentId,
  Lots,
  Micros,
  OwnerId,
  SenderId,
} from '../../src/core/domain/index.ts'
import { StrategyEngine } from '../../src/core/engine/strategy/index.ts'
import type { Parameters, StrategyDefinition } from '../../src/core/strategies/index.ts'
import type { Roster } from './roster.ts'

export interface EnginesParts {
  readonly roster: Roster
  readonly sender: SenderId
  readonly definition: StrategyDefinition
  readonly parameters: Parameters
  /** The gateway's. */
  readonly epoch: Epoch
  /** Number of this strategy's life. */
  readonly life: number
}

/** The engines of one strategy, one an instrument. */
export class Engines {
  readonly all: readonly StrategyEngine[]
  readonly #parts: EnginesParts
  /** By instrument, for the hot path. */
  readonly #byInstrument: (StrategyEngine | undefined)[] = []

  constructor(parts: EnginesParts) {
    this.#parts = parts
    const { roster, sender, definition, parameters, epoch, life } = parts
    const { owner, instruments, held } = roster
    this.all = instruments.map(
      (instrument, index) =>
        new StrategyEngine({
          owner,
          sender,
          instrument,
          strategy: definition.create(parameters, instrument, held(instrument.id)),
          epoch,
          life: life * instruments.length + index,
        }),
    )
    for (const engine of this.all) this.#byInstrument[engine.instrument.id] ??= engine
  }

  get owner(): OwnerId {
    return this.#parts.roster.owner
  }

  get instruments(): readonly InstrumentId[] {
    return this.all.map(({ instrument }) => instrument.id)
  }

  of(instrument: InstrumentId): StrategyEngine | undefined {
    return this.#byInstrument[instrument]
  }

  /** Whether the market still is what these engines were made for. */
  fits({ owner, instruments }: Roster): boolean {
    const same = (one: Instrument, other: Instrument | undefined): boolean =>
      one.id === other?.id && one.symbol === other.symbol && one.tickSize === other.tickSize
    return (
      owner === this.owner &&
      instruments.length === this.all.length &&
      this.all.every(({ instrument }, index) => same(instrument, instruments[index]))
    )
  }

  acknowledged(fact: AckFact, now: Micros): void {
    for (const engine of this.all) engine.acknowledged(fact, now)
  }

  /** Nothing is decided (true), or again (false); features go on. */
  hush(hushed: boolean): void {
    for (const engine of this.all) engine.gap(hushed)
  }

  gatewayEpoch(epoch: Epoch): void {
    for (const engine of this.all) engine.gatewayEpoch(epoch)
  }

  /** New strategies with other parameters take over what the present ones want. */
  setParameters(parameters: Parameters): void {
    const { definition, roster } = this.#parts
    for (const engine of this.all) {
      const { instrument } = engine
      const held: Lots = engine.wanted ?? roster.held(instrument.id)
      engine.replaceStrategy(definition.create(parameters, instrument, held))
    }
  }
}
