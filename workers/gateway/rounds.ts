import type { FactWriter } from '../../src/core/channel/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { never } from '../../src/core/domain/index.ts'
import type { MarketOpening } from '../../src/core/ports/index.ts'
import type { Step, StepItem } from './step-item.ts'
import type { Trading } from './trading.ts'
import type { WaitedStrategies } from './waited-strategies.ts'
import type { WaitedStrategy } from './waited-strategy.ts'

const NOBODY: readonly WaitedStrategy[] = []

export interface RoundsParts {
  readonly trading: Trading
  readonly waited: WaitedStrategies
  readonly writer: FactWriter
  /** The monotonic time in µs; NaN where this process may act no more. */
  readonly pulse: () => Micros
  /** Answers the exchange. */
  readonly done: (seq: number, more: boolean) => void
  /** The first moment has come: from here on there is something to tell. */
  readonly onStarted: () => void
}

/**
 * The rounds of a replay. In each, what the exchange said of one moment is worked off exactly as
 * the driver of a single process does it: reports, then the quote, then every strategy's target in
 * their order; then, for each strategy that asked its model, what the answer brings, with
 * everything settled in between. At last the exchange is answered, and time may go on.
 */
export class Rounds {
  readonly trading: Trading
  now = NaN as Micros
  readonly #parts: RoundsParts
  readonly #waiting: (() => void | Promise<void>)[] = []
  #running = false
  #started = false
  /** The last step that was heard; the exchange waits for its answer. */
  #seq = 0
  /** What had been asked of the venue when the exchange was last answered. */
  #settled = 0
  #onStep: ((step: Step | undefined) => void) | undefined

  constructor(parts: RoundsParts) {
    this.#parts = parts
    this.trading = parts.trading
  }

  /** Goes on from how the market stands: the last step that was said is the one to answer. */
  opened(opening: MarketOpening): void {
    const { at, step } = opening
    this.#release()
    this.after(async () => {
      if (this.#started) {
        this.#reach(at)
        this.trading.catchUp(opening, this.now, this.#parts.pulse())
      }
      // Before the first moment there is nothing to answer.
      if (step === 0 || Number.isNaN(at)) return
      this.#seq = step
      if (!this.#started) {
        await this.#start(at)
        this.trading.catchUp(opening, this.now, this.#parts.pulse())
      }
      this.#answer(false)
    })
  }

  step(step: Step): void {
    const onStep = this.#onStep
    if (onStep !== undefined) {
      this.#onStep = undefined
      return onStep(step)
    }
    this.after(() => this.#round(step))
  }

  /** Quotes are missing until the market is open again. */
  lost(): void {
    if (this.#started) this.trading.lose()
    this.#release()
  }

  /** Does something once the round that runs is over. */
  after(work: () => void | Promise<void>): void {
    this.#waiting.push(work)
    if (!this.#running) void this.#work()
  }

  async #work(): Promise<void> {
    this.#running = true
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const done = next()
      if (done !== undefined) await done
    }
    this.#running = false
  }

  async #round({ at, seq, items }: Step): Promise<void> {
    this.#seq = seq
    if (!this.#started) await this.#start(at)
    this.#reach(at)
    const concerned = this.#take(items)
    if (concerned.length > 0) await this.#hearStrategies(concerned)
    for (const strategy of this.#parts.waited.all) this.#carryOut(strategy)
    await this.#think()
    this.#answer(false)
  }

  /** The first moment. Strategies that are waited for are here before the first quote comes. */
  async #start(at: Micros): Promise<void> {
    const { onStarted, waited } = this.#parts
    this.#reach(at)
    this.#started = true
    onStarted()
    this.trading.start(this.now)
    if (waited.all.length > 0) await this.#hearStrategies(waited.all)
  }

  /** What the exchange said of a moment, in order. @returns whom a quote of it concerns. */
  #take(items: readonly StepItem[]): readonly WaitedStrategy[] {
    const { trading, now } = this
    const { waited, writer } = this.#parts
    let concerned = NOBODY
    for (const item of items) {
      switch (item.kind) {
        case 'report':
          trading.report(item.report, now)
          break
        case 'quote':
          trading.quote(item.quote, now, item.came)
          concerned = waited.concerned(item.quote.instrument)
          break
        case 'time':
          trading.time(item.at, now)
          writer.publish({ kind: 'time', at: item.at })
          break
        default:
          never(item)
      }
    }
    writer.flush()
    return concerned
  }

  /** Strategies that asked their models, one after another, everything settled before each. */
  async #think(): Promise<void> {
    const { waited } = this.#parts
    for (let next = waited.thinking(); next.length > 0; next = waited.thinking()) {
      for (const strategy of next) {
        await this.#settle()
        if (strategy.more) await this.#hearStrategies([strategy])
        this.#carryOut(strategy)
      }
    }
  }

  /** Says that it is their turn, and waits for their answers. */
  async #hearStrategies(strategies: readonly WaitedStrategy[]): Promise<void> {
    const { waited, writer, pulse } = this.#parts
    const step = writer.publish({ kind: 'step', at: this.now })
    await waited.answered(strategies, step, pulse())
  }

  #carryOut(strategy: WaitedStrategy): void {
    for (const target of strategy.takeTargets()) {
      this.trading.command(target, this.now, this.#parts.pulse())
    }
  }

  /** Has the exchange carry what was asked of it, until nothing more comes of it. */
  async #settle(): Promise<void> {
    while (this.trading.asked !== this.#settled) {
      const next = new Promise<Step | undefined>((resolve) => {
        this.#onStep = resolve
      })
      this.#answer(true)
      const step = await next
      if (step === undefined) return
      this.#seq = step.seq
      this.#reach(step.at)
      this.#take(step.items)
    }
  }

  /** Whoever waits for the exchange's next step waits no more. */
  #release(): void {
    const onStep = this.#onStep
    this.#onStep = undefined
    onStep?.(undefined)
  }

  #answer(more: boolean): void {
    if (Number.isNaN(this.#parts.pulse())) return
    this.#settled = this.trading.asked
    this.#parts.done(this.#seq, more)
  }

  #reach(at: Micros): void {
    if (!(at <= this.now)) this.now = Number.isNaN(at) ? this.now : at
  }
}
