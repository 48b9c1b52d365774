import type { TargetPosition } from '../../src/core/contracts/index.ts'
import type { InstrumentId, OwnerId } from '../../src/core/domain/index.ts'

/** One strategy that a replay waits for, and what is known of it. */
export class WaitedStrategy {
  readonly name: string
  readonly owner: OwnerId
  /** The last step that it answered. */
  done = 0
  /** It has more to say of that step, once what it said is settled. */
  more = false
  /** Its targets of the step that runs. */
  targets: TargetPosition[] = []
  /** Monotonic stamp of its last sign of life, in µs. */
  heardAt = -Infinity
  /** It was silent for too long: nobody waits for it until it asks how things stand. */
  left = false
  /** Undefined while it may trade anything. */
  #wants: Set<InstrumentId> | undefined

  constructor(name: string, owner: OwnerId) {
    this.name = name
    this.owner = owner
  }

  /** It asked for quotes of these instruments; of none in particular where it does not know any. */
  asksFor(instruments: readonly InstrumentId[]): void {
    if (instruments.length > 0) this.#wants = new Set([...(this.#wants ?? []), ...instruments])
  }

  trades(instrument: InstrumentId): boolean {
    return this.#wants?.has(instrument) ?? true
  }

  takeTargets(): readonly TargetPosition[] {
    const { targets } = this
    this.targets = []
    return targets
  }
}
