import type { Station } from '../../src/adapters/station/index.ts'
import type { WarmUpFact } from '../../src/core/contracts/index.ts'
import type { Epoch, InstrumentId, Micros, Quote } from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../src/core/domain/index.ts'
import { WarmUp } from './warm-up.ts'

/** Quotes an instrument that a strategy wants to have seen before it decides. */
const WARMED_BY = 3_000
const ASK_AGAIN_AFTER = MICROS_PER_SECOND
/** More live quotes than this wait for no answer: it begins anew. */
const MOST_WAITING = 100_000

export interface JoiningParts {
  readonly station: Station
  readonly gateway: string
  /** Everything that was asked for is there. */
  readonly onComplete: (warmUp: WarmUp) => void
  /** Too much waits: the gateway is to be asked anew how things stand. */
  readonly onTooMuch: () => void
}

/** Between the gateway's snapshot and the first quote that counts: asks for earlier quotes. */
export class Joining {
  readonly #parts: JoiningParts
  #warmUp: WarmUp | undefined
  #epoch = 0 as Epoch
  #heardAt = 0 as Micros

  constructor(parts: JoiningParts) {
    this.#parts = parts
  }

  begin(instruments: readonly InstrumentId[], epoch: Epoch): void {
    this.#warmUp = new WarmUp(instruments)
    this.#epoch = epoch
    this.#ask()
    this.#finish()
  }

  stop(): void {
    this.#warmUp = undefined
  }

  /** Whether this warm-up is the one that is waited for now. */
  isNow(warmUp: WarmUp): boolean {
    return this.#warmUp === warmUp
  }

  take(fact: WarmUpFact): void {
    const { station } = this.#parts
    if (this.#warmUp === undefined || fact.requester !== station.sender) return
    if (this.#warmUp.missing.length === 0) return
    this.#heardAt = station.clock.monotonic()
    this.#warmUp.take(fact)
    this.#finish()
  }

  /** @returns whether the quote waits here. */
  live(quote: Quote, seq: number): boolean {
    this.#warmUp?.live(quote, seq)
    return this.#warmUp !== undefined
  }

  /** To be called now and then. */
  look(): void {
    const warmUp = this.#warmUp
    if (warmUp === undefined) return
    if (warmUp.waiting > MOST_WAITING) return this.#parts.onTooMuch()
    const silent = this.#parts.station.clock.monotonic() - this.#heardAt
    if (warmUp.missing.length > 0 && silent >= ASK_AGAIN_AFTER) this.#ask()
  }

  #ask(): void {
    const { station, gateway } = this.#parts
    this.#heardAt = station.clock.monotonic()
    for (const instrument of this.#warmUp?.missing ?? []) {
      const head = station.head(this.#epoch)
      const command = { kind: 'WarmUpRequest', ...head, instrument, count: WARMED_BY } as const
      void station.push(gateway).send(station.codec.encodeCommand(command))
    }
  }

  #finish(): void {
    const warmUp = this.#warmUp
    if (warmUp?.missing.length === 0) this.#parts.onComplete(warmUp)
  }
}
