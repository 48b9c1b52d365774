import { createCodec } from '../../src/core/contracts/codec.ts'
import type { Mode } from '../../src/core/contracts/index.ts'
import type {
  Epoch,
  Instrument,
  Lots,
  Micros,
  OwnerId,
  Quote,
  SenderId,
} from '../../src/core/domain/index.ts'
import type { StrategyEffect } from '../../src/core/engine/strategy/index.ts'
import { StrategyEngine } from '../../src/core/engine/strategy/index.ts'
import type { Model } from '../../src/core/ports/index.ts'
import type { Parameters, StrategyDefinition } from '../../src/core/strategies/index.ts'
import { createWalk } from './walk.ts'

/** Compilers are done with the hot path after about so many quotes. */
export const REHEARSED = 3_000
/** Quotes between which others get their turn. */
const TURN = 32

export interface RehearsalParts {
  readonly instrument: Instrument
  readonly definition: StrategyDefinition
  readonly parameters: Parameters
  readonly model: Model | undefined
  readonly mode: Mode
  /** Asked between turns: whether it is still wanted. */
  readonly wanted: () => boolean
}

/**
 * Has the compilers do their work before the first quote that counts: plays quotes through a
 * codec, an engine and the model, and drops what comes of it. Those given are repeated where they
 * are too few; where there are none, a walk is made up.
 *
 * @returns how many were played.
 */
export async function rehearse(quotes: readonly Quote[], parts: RehearsalParts): Promise<number> {
  const stage = new Stage(parts)
  const walk = createWalk(parts.instrument)
  for (let played = 0; played < REHEARSED; played++) {
    if (played % TURN === 0) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      if (!parts.wanted()) return played
    }
    await stage.play(quotes[played % quotes.length] ?? walk(), played + 1)
  }
  return REHEARSED
}

class Stage {
  readonly #model: Model | undefined
  readonly #codec
  readonly #engine: StrategyEngine
  readonly #head

  constructor({ instrument, definition, parameters, model, mode }: RehearsalParts) {
    const sender = 'rehearsal' as SenderId
    this.#model = model
    this.#codec = createCodec([instrument])
    this.#head = { version: 1, source: sender, mode, profile: '', epoch: 1, seq: 1 }
    this.#engine = new StrategyEngine({
      owner: 0 as OwnerId,
      sender,
      instrument,
      strategy: definition.create(parameters, instrument, 0 as Lots),
      epoch: 1 as Epoch,
      life: 0,
    })
  }

  async play(quote: Quote, seq: number): Promise<void> {
    const frame = this.#codec.encodeQuotes([quote], seq, quote.at, 1)
    const read = this.#codec.decode(frame)
    if (!read.ok || read.value.kind !== 'facts') return
    for (const fact of read.value.facts) {
      if (fact.kind === 'quote') await this.#carry(this.#engine.quote(fact, fact.at), fact.at)
    }
  }

  async #carry(effects: readonly StrategyEffect[], now: Micros): Promise<void> {
    for (const effect of effects) {
      if (effect.kind === 'target') this.#codec.encodeCommand(effect.command)
      else if (effect.kind === 'publish') {
        this.#codec.encodeFact({ ...this.#head, at: now, body: effect.fact })
      } else {
        const { owner, instrument, quoteAt, generation, features } = effect.request
        const answer = await this.#model?.infer(features)
        if (answer?.ok !== true) continue
        const said = { owner, instrument, quoteAt, generation, outputs: answer.value }
        await this.#carry(this.#engine.prediction({ kind: 'prediction', ...said }, now), now)
      }
    }
  }
}
