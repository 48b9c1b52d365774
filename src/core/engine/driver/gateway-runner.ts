import type { Fact, Failure, VenueRequest } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'
import type { GatewayRecord } from '../../journal/index.ts'
import type { Journal } from '../../ports/index.ts'
import { spend } from '../gate/index.ts'
import type { GatewayEffect, GatewayEngine } from '../gateway/index.ts'

export interface GatewayRunnerParts {
  readonly gateway: GatewayEngine
  readonly journal: Journal<GatewayRecord>
  /** The one way to the venue. */
  readonly ask: (request: VenueRequest) => void
  readonly publish: (fact: Fact) => void
  /**
   * Asked once the records were written and before each thing that leaves for the venue. Where it
   * says no, nothing more of the effects happens: the process is about to end.
   */
  readonly mayLeave?: () => boolean
}

const ALWAYS = (): boolean => true

/**
 * Carries out what a gateway engine wants: its records as one durable group first, then whatever
 * is sent, asked and told, in order. It decides nothing, and is the only one who spends approved
 * orders.
 */
export class GatewayRunner {
  /** Why the journal could not be written; from then on nothing but cancels leaves. */
  failure: Failure | undefined
  readonly #gateway: GatewayEngine
  readonly #journal: Journal<GatewayRecord>
  readonly #ask: (request: VenueRequest) => void
  readonly #publish: (fact: Fact) => void
  readonly #mayLeave: () => boolean
  #gathered: GatewayEffect[] = []
  #urgent = false

  constructor({ gateway, journal, ask, publish, mayLeave }: GatewayRunnerParts) {
    this.#gateway = gateway
    this.#journal = journal
    this.#ask = ask
    this.#publish = publish
    this.#mayLeave = mayLeave ?? ALWAYS
  }

  /** One step's effects, at once. If its records cannot be kept, nothing else of it happens. */
  run(effects: readonly GatewayEffect[], now: Micros): void {
    if (this.#keep(effects, now)) this.#carryOut(effects)
  }

  /** Adds a step's effects to a group that is kept in one write; nothing happens until `flush`. */
  gather(effects: readonly GatewayEffect[]): void {
    for (const effect of effects) {
      this.#gathered.push(effect)
      if (isForVenue(effect)) this.#urgent = true
    }
  }

  /** Whether gathered effects wait for `flush`. */
  get waiting(): boolean {
    return this.#gathered.length > 0
  }

  /** Has the journal do what can be done before `flush`. */
  prepare(): void {
    this.#journal.prepare?.(recordsOf(this.#gathered))
  }

  /** Whether the venue waits for something that was gathered. */
  get urgent(): boolean {
    return this.#urgent
  }

  /**
   * Carries out what was gathered as if it had been one step, but for this: what leaves for the
   * venue leaves before anybody is told, since telling takes longer.
   */
  flush(now: Micros): void {
    const effects = this.#gathered
    if (effects.length === 0) return
    this.#gathered = []
    const urgent = this.#urgent
    this.#urgent = false
    if (this.#keep(effects, now)) this.#carryOut(urgent ? effects.toSorted(byVenue) : effects)
  }

  /** @returns whether the rest of it may happen. */
  #keep(effects: readonly GatewayEffect[], now: Micros): boolean {
    const records = recordsOf(effects)
    if (records.length === 0) return true
    const kept = this.#journal.append(records)
    // Nobody is told of what will not be sent.
    if (kept.ok) return this.#mayLeave()
    this.failure = kept.error
    this.run(this.#gateway.journalFailed(effects, kept.error.message, now), now)
    return false
  }

  #carryOut(effects: readonly GatewayEffect[]): void {
    for (const effect of effects) {
      if (effect.kind === 'publish') this.#publish(effect.fact)
      else if (effect.kind === 'journal') continue
      else if (!this.#mayLeave()) return
      else if (effect.kind === 'ask') this.#ask(effect.request)
      else {
        const order = spend(effect.order)
        this.#ask({ kind: 'submit', epoch: this.#gateway.epoch, order })
      }
    }
  }
}

function recordsOf(effects: readonly GatewayEffect[]): readonly GatewayRecord[] {
  const records: GatewayRecord[] = []
  for (const effect of effects) if (effect.kind === 'journal') records.push(effect.record)
  return records
}

function isForVenue({ kind }: GatewayEffect): boolean {
  return kind === 'send' || kind === 'ask'
}

function byVenue(one: GatewayEffect, other: GatewayEffect): number {
  return Number(isForVenue(other)) - Number(isForVenue(one))
}
