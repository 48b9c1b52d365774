import type { DoneFact, Owner, TargetPosition } from '../../src/core/contracts/index.ts'
import type { InstrumentId, Micros, SenderId } from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../src/core/domain/index.ts'
import { WaitedStrategy } from './waited-strategy.ts'

/** A strategy that gave no sign of life for so long is no longer waited for. */
const SILENT_FOR = 60 * MICROS_PER_SECOND
/** Waiting longer than this is worth a word. */
const LONG: number = MICROS_PER_SECOND

interface Wait {
  readonly strategies: readonly WaitedStrategy[]
  readonly step: number
  readonly since: Micros
  readonly over: () => void
}

/** The strategies of a replay: time goes on once those that are concerned have answered. */
export class WaitedStrategies {
  /** In the order in which they decide. */
  readonly all: readonly WaitedStrategy[]
  readonly #onLeft: (strategy: WaitedStrategy) => void
  #wait: Wait | undefined

  /**
   * @param names of owners, in the order in which they decide; names that own nothing are passed
   * over.
   * @param onLeft told of one that is no longer waited for.
   */
  constructor(
    names: readonly string[],
    owners: readonly Owner[],
    onLeft: (strategy: WaitedStrategy) => void,
  ) {
    this.#onLeft = onLeft
    this.all = names.flatMap((name) => {
      const owner = owners.find((each) => each.name === ownName(name))
      return owner === undefined ? [] : new WaitedStrategy(owner.name, owner.id)
    })
  }

  /** The one that is waited for and signs so, be it as a process or as an owner. */
  named(sender: SenderId): WaitedStrategy | undefined {
    return this.all.find(({ name }) => name === ownName(sender))
  }

  concerned(instrument: InstrumentId): readonly WaitedStrategy[] {
    return this.all.filter((each) => !each.left && each.trades(instrument))
  }

  /** Those that have more to say of the last step. */
  thinking(): readonly WaitedStrategy[] {
    return this.all.filter(({ left, more }) => more && !left)
  }

  /** Resolves once these have answered the step, or have left. */
  answered(strategies: readonly WaitedStrategy[], step: number, now: Micros): Promise<void> {
    return new Promise((resolve) => {
      this.#wait = { strategies, step, since: now, over: resolve }
      this.#look()
    })
  }

  /** @returns whether the target is kept for its turn; one of somebody else is not. */
  keep(target: TargetPosition, now: Micros): boolean {
    const strategy = this.named(target.sender)
    if (strategy === undefined || strategy.left || strategy.owner !== target.owner) return false
    strategy.heardAt = now
    strategy.targets.push(target)
    return true
  }

  done({ owner, seq, more }: DoneFact, now: Micros): void {
    const strategy = this.all.find((each) => each.owner === owner)
    if (strategy === undefined) return
    strategy.heardAt = now
    if (seq < strategy.done) return
    strategy.done = seq
    strategy.more = more
    this.#look()
  }

  /** Any sign that it lives. */
  heard(sender: SenderId, now: Micros): void {
    const strategy = this.named(sender)
    if (strategy !== undefined) strategy.heardAt = now
  }

  /** It asks how things stand, or for earlier quotes: it is here. */
  asks(sender: SenderId, instruments: readonly InstrumentId[], now: Micros): void {
    const strategy = this.named(sender)
    if (strategy === undefined) return
    strategy.heardAt = now
    strategy.left = false
    strategy.asksFor(instruments)
  }

  /** To be called now and then. @returns whom it has been waiting for, once that is long. */
  tick(now: Micros): readonly string[] {
    const wait = this.#wait
    if (wait === undefined) return []
    for (const strategy of this.#missing(wait)) {
      if (now - Math.max(wait.since, strategy.heardAt) < SILENT_FOR) continue
      strategy.left = true
      strategy.more = false
      this.#onLeft(strategy)
    }
    this.#look()
    if (this.#wait === undefined || now - wait.since < LONG) return []
    return this.#missing(wait).map(({ name }) => name)
  }

  #missing({ strategies, step }: Wait): readonly WaitedStrategy[] {
    return strategies.filter(({ left, done }) => !left && done < step)
  }

  #look(): void {
    const wait = this.#wait
    if (wait === undefined || this.#missing(wait).length > 0) return
    this.#wait = undefined
    wait.over()
  }
}

/** A strategy's process is named `strategy.<owner>`. */
function ownName(name: string): string {
  return name.startsWith('strategy.') ? name.slice('strategy.'.length) : name
}
