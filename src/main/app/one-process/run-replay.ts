import type { Micros, Quote } from '../../../core/domain/index.ts'
import { MICROS_PER_MINUTE, MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Assembly } from './assembly.ts'
import type { Stop, WallClock } from '../../../adapters/run/clock.ts'
import { Pace } from '../../../adapters/run/pace.ts'
import type { ReplayMarket } from '../../../adapters/market/replay-market.ts'

/** Between two quotes the gateway hears the time this often, in session time. */
const BEAT = MICROS_PER_SECOND
/** After so long without a quote it is no longer told: the session has ended. */
const BEATS_FOR = MICROS_PER_MINUTE
/** Wall milliseconds after which others get their turn. */
const TURN = 15

export interface ReplayRun {
  readonly market: ReplayMarket
  readonly speed: number
  /** Wall milliseconds after which it ends; Infinity for never. */
  readonly length: number
}

/**
 * Feeds every quote in order. What happens between two of them hangs on session time alone, and
 * models are waited for, so that the outcome is the same at every speed.
 */
export async function runReplay(
  assembly: Assembly,
  { market, speed, length }: ReplayRun,
  clock: WallClock,
  stop: Stop,
): Promise<void> {
  const feed = new ReplayFeed(assembly, new Pace(speed, clock, stop), stop)
  const end = clock.now() + length
  let turnEnds = clock.now() + TURN
  feed.begin(market.firstAt)
  for await (const chunk of market.quotes()) {
    await feed.take(chunk)
    const now = clock.now()
    if (stop.stopped || now >= end) return
    if (now < turnEnds) continue
    await clock.breathe()
    turnEnds = clock.now() + TURN
  }
}

class ReplayFeed {
  readonly #assembly: Assembly
  readonly #pace: Pace
  readonly #stop: Stop
  #last = 0 as Micros
  #nextBeat = Infinity

  constructor(assembly: Assembly, pace: Pace, stop: Stop) {
    this.#assembly = assembly
    this.#pace = pace
    this.#stop = stop
  }

  begin(at: Micros): void {
    this.#last = at
    this.#nextBeat = at + BEAT
    this.#pace.begin(at)
    this.#assembly.driver.start(at)
  }

  async take(chunk: readonly Quote[]): Promise<void> {
    const { driver, inference } = this.#assembly
    const { waits } = this.#pace
    for (const quote of chunk) {
      const { at } = quote
      if (at > this.#nextBeat || driver.nextDue < at) await this.#pass(at)
      if (waits && at > this.#last) await this.#pace.reach(at)
      if (waits && this.#stop.stopped) return
      driver.quote(quote)
      if (inference.waiting) await inference.answer(driver)
      this.#last = at
    }
  }

  /** Everything that is due before the next quote: beats, and what is under way on the lines. */
  async #pass(until: Micros): Promise<void> {
    const { driver, inference } = this.#assembly
    const paced = this.#pace.waits && !this.#pace.skips(this.#last, until)
    const beatsUntil = this.#last + BEATS_FOR
    for (;;) {
      const beat = this.#nextBeat <= beatsUntil ? this.#nextBeat : Infinity
      const due = Math.min(beat, driver.nextDue)
      if (due >= until || this.#stop.stopped) break
      const at = Math.max(due, driver.now) as Micros
      if (paced) await this.#pace.reach(at)
      driver.advance(at)
      if (inference.waiting) await inference.answer(driver)
      if (due >= this.#nextBeat) this.#nextBeat += BEAT
    }
    if (this.#nextBeat < until) this.#nextBeat = until + BEAT
  }
}
