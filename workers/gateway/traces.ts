import type { FactWriter } from '../../src/core/channel/index.ts'
import type { Mode, TargetPosition, TraceFact } from '../../src/core/contracts/index.ts'
import { STRATEGY_STAGES } from '../../src/core/contracts/index.ts'
import type { Micros, OrderId, OrderTerms } from '../../src/core/domain/index.ts'
import type { GatewayEffect } from '../../src/core/engine/index.ts'
import type { Clock } from '../../src/core/ports/index.ts'
import type { WarmUp } from './warm-up.ts'

export interface TracesParts {
  readonly mode: Mode
  readonly clock: Clock
  readonly writer: FactWriter
  readonly warmUp: WarmUp
}

/** Where the time of an order went until the gate let it pass. */
interface Planned {
  readonly venueDelay: number
  /** `receive`, what the strategy measured, and `bus-back`. */
  readonly before: readonly number[]
  readonly plan: number
  readonly at: Micros
}

const NOT_PASSED: readonly number[] = [NaN, ...STRATEGY_STAGES.map(() => NaN), NaN]

/**
 * Tells of every order that was sent where its time went. An order that nobody's target just
 * brought about, as one by hand or what is left of an older target, has its last stages only.
 */
export class Traces {
  readonly #parts: TracesParts
  readonly #planned = new Map<OrderId, Planned>()
  readonly #sent: Omit<TraceFact, 'at'>[] = []

  constructor(parts: TracesParts) {
    this.#parts = parts
  }

  /**
   * What came of something that came in; it costs nothing where that is no order.
   *
   * @param cameAt monotonic, in µs; NaN where that is not known.
   */
  planned(effects: readonly GatewayEffect[], cameAt: number, target?: TargetPosition): void {
    for (const effect of effects) {
      if (effect.kind !== 'send') continue
      const { order } = effect
      const at = this.#parts.clock.monotonic()
      const led = target !== undefined && order.intent.startsWith(`${target.id}/`)
      const way = led ? this.#wayOf(target, cameAt) : { venueDelay: NaN, before: NOT_PASSED }
      this.#planned.set(order.id, { ...way, plan: at - cameAt, at })
    }
  }

  /** @param durableAt when its record was. @param sentAt when the venue's adapter had it. */
  sent(
    { id: order, intent, owner, instrument }: OrderTerms,
    durableAt: number,
    sentAt: number,
  ): void {
    const planned = this.#planned.get(order)
    if (planned === undefined) return
    const { venueDelay, before, plan, at } = planned
    const stages = [...before, plan, durableAt - at, sentAt - durableAt]
    this.#sent.push({ kind: 'trace', order, intent, owner, instrument, venueDelay, stages })
  }

  /** To be called once all that was planned was sent, or never will be. @param at session time. */
  tell(at: Micros): void {
    if (this.#planned.size === 0) return
    this.#planned.clear()
    for (const trace of this.#sent.splice(0)) this.#parts.writer.gather({ ...trace, at })
  }

  #wayOf(
    { instrument, saidAt, stages }: TargetPosition,
    cameAt: number,
  ): Pick<Planned, 'venueDelay' | 'before'> {
    const { warmUp } = this.#parts
    const heard = stages.length === STRATEGY_STAGES.length && warmUp.heardBy(instrument, saidAt)
    if (heard === false || heard === undefined) return { venueDelay: NaN, before: NOT_PASSED }
    const { quote, receivedAt } = heard
    const leftAt = stages.reduce((sum, stage) => (stage >= 0 ? sum + stage : sum), saidAt)
    return {
      venueDelay: this.#keepsWallTime ? quote.received - quote.at : NaN,
      before: [saidAt - receivedAt, ...stages, cameAt - leftAt],
    }
  }

  /** The built-in market's time is its own, and a recording's is long past. */
  get #keepsWallTime(): boolean {
    const { mode } = this.#parts
    return mode !== 'simulated' && mode !== 'replay'
  }
}
