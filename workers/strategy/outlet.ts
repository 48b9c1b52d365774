import type { Station } from '../../src/adapters/station/index.ts'
import type {
  DoneFact,
  Fact,
  SnapshotFact,
  TargetPosition,
} from '../../src/core/contracts/index.ts'
import { isThought } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { never } from '../../src/core/domain/index.ts'
import type { StrategyEffect, StrategyEngine } from '../../src/core/engine/strategy/index.ts'
import type { Pusher } from '../../src/core/ports/index.ts'
import type { Course } from './course.ts'
import { stagesOf } from './course.ts'
import type { Figures } from './figures.ts'
import type { Questions } from './questions.ts'

type Told = SnapshotFact['facts'][number]

export interface OutletParts {
  readonly station: Station
  readonly gateway: string
  readonly figures: Figures
  readonly questions: Questions
  readonly now: () => Micros
}

/** Carries out what engines want: targets leave first, and nothing is waited for. */
export class Outlet {
  /** The last thought of each kind about each instrument, for those who come late. */
  readonly #last = new Map<string, Told>()
  readonly #parts: OutletParts
  readonly #gateway: Pusher
  #dones = 0

  constructor(parts: OutletParts) {
    this.#parts = parts
    this.#gateway = parts.station.push(parts.gateway)
  }

  /** @param course of the quote that led to them. */
  carry(engine: StrategyEngine, effects: readonly StrategyEffect[], course: Course): void {
    for (const effect of effects) {
      if (effect.kind === 'target') void this.#send(engine, effect.command, course)
    }
    for (const effect of effects) {
      switch (effect.kind) {
        case 'target':
          break
        case 'infer':
          this.#parts.questions.ask(engine, effect.request)
          break
        case 'publish':
          this.publish(effect.fact)
          break
        default:
          never(effect)
      }
    }
  }

  /** Tells everybody, a little later, with what else is told until then. */
  publish(fact: Fact): void {
    const { station } = this.#parts
    station.writer.gather(fact)
    station.flushLater()
    if (isThought(fact)) this.#last.set(`${fact.kind} ${fact.instrument}`, fact)
  }

  /** The last signals, predictions, decisions and what explains them. */
  get thoughts(): readonly Told[] {
    return [...this.#last.values()]
  }

  /** @returns whether the gateway took it. */
  done(body: DoneFact): Promise<boolean> {
    const { codec, writer, clock } = this.#parts.station
    const at = clock.monotonic()
    const head = { version: 1, ...writer.origin, seq: ++this.#dones, at }
    return this.#gateway.send(codec.encodeFact({ ...head, body }))
  }

  async #send(engine: StrategyEngine, command: TargetPosition, course: Course): Promise<void> {
    const { station, figures, now } = this.#parts
    figures.targets++
    const saidAt = course.saidAt as Micros
    const stages = stagesOf(course, station.clock.monotonic())
    const measured = { ...command, saidAt, stages }
    if (await this.#gateway.send(station.codec.encodeCommand(measured))) return
    figures.unsent++
    engine.unsent(command.id, now())
  }
}
